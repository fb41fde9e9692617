import type { Address } from '../../../lib/returns';
import type { Rolls } from './rolls';

/** Who somebody is to a shop. */
export interface Identity {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly address: Address;
}

const streets = ['Lindenweg', 'Hauptstraße', 'Rosengasse', 'Bahnhofstraße', 'Marktplatz', 'Gartenstraße'] as const;

/** Numbers are given out one after the other, so that nobody shares anything by chance. */
export class Homes {
  #next = 0;

  constructor(readonly seed: number) {}

  person(): Identity {
    const number = (this.#next += 1);
    return {
      id: `customer-${this.seed}-${number}`,
      name: 'A. Person',
      email: `person.${number}@mail-${this.seed}.example`,
      phone: `+49 170 ${String(this.seed % 100).padStart(2, '0')}${String(number).padStart(6, '0')}`,
      address: this.#address(number),
    };
  }

  #address(number: number): Address {
    return {
      name: 'A. Person',
      line1: `${streets[number % streets.length] ?? 'Lindenweg'} ${1 + number}`,
      city: 'Musterstadt',
      postalCode: String(10_000 + (number % 80_000)),
      country: 'DE',
    };
  }
}

/** People who live together or pick up at one place: the address is the same, everything else is their own. */
export const atAddressOf = (person: Identity, { address }: Identity): Identity => ({ ...person, address });

/** A household: one address and one phone. */
export const inHouseholdOf = (person: Identity, { address, phone }: Identity): Identity => ({
  ...person,
  address,
  phone,
});

/** One person under another name: the address is spelled differently, the mailbox or the phone is often the same. */
export function aliasOf(person: Identity, { address, email, phone }: Identity, index: number, rolls: Rolls): Identity {
  const mailbox = email.split('@');
  return {
    ...person,
    address: { ...address, line1: respelled(address.line1, rolls), city: rolls.one([address.city, 'MUSTERSTADT']) },
    ...(rolls.chance(0.4) && { phone: phone.replaceAll(' ', '').replace('+49', rolls.one(['0', '0049', '+49 '])) }),
    ...(rolls.chance(0.35) && { email: `${mailbox[0] ?? 'person'}+${index}@${mailbox[1] ?? 'mail.example'}` }),
  };
}

function respelled(line: string, rolls: Rolls): string {
  const spellings = [
    line,
    line.toUpperCase(),
    line.replace('straße', 'str.'),
    line.replace('straße', 'strasse'),
    line.replace(/^(.+) (\d+)$/, '$2, $1'),
  ];
  return rolls.one(spellings);
}
