import type { Dossier, Order } from '../../../lib/returns';
import { dice } from '../../measuring/dice';
import { aliasOf, atAddressOf, Homes, inHouseholdOf, type Identity } from './homes';
import { inAnotherShop, profileOf, shopperKinds, type Profile, type ShopperKind } from './profiles';
import { purchaseOf } from './purchase';
import { rollsOf, type Rolls } from './rolls';

const DAY_MS = 86_400_000;
const END = Date.UTC(2026, 9, 1);
const HALL_SIZE = 60;

/** One shopper with the return that is to be scored, and the truth about them. */
export interface Shopper {
  readonly kind: ShopperKind;
  readonly abusive: boolean;
  readonly orders: readonly Order[];
  /** The last return, as it was when the parcel had been scanned and nobody had looked inside. */
  readonly subject: Dossier;
}

export interface World {
  readonly shoppers: readonly Shopper[];
  /** What the ledger of the shop holds. */
  readonly dossiers: readonly Dossier[];
}

export interface WorldOptions {
  /** The same seed makes the same world. */
  readonly seed: number;
  readonly perKind: number;
  /** A shop with other customers than the one that the weights were chosen by. */
  readonly another?: boolean;
}

/** Shoppers of every kind with a year or two of orders and returns, all invented. */
export function generateWorld({ seed, perKind, another = false }: WorldOptions): World {
  const rolls = rollsOf(dice(seed));
  const homes = new Homes(seed);
  const shoppers: Shopper[] = [];
  const dossiers: Dossier[] = [];
  for (const kind of shopperKinds) {
    const profile = another ? inAnotherShop(profileOf(kind)) : profileOf(kind);
    for (const who of identitiesOf(profile, perKind, homes, rolls)) {
      const life = lifeOf(who, profile, rolls);
      const subject = life.dossiers.at(-1);
      if (subject === undefined) continue;
      shoppers.push({ kind, abusive: profile.abusive, orders: life.orders, subject: asScanned(subject) });
      dossiers.push(...life.dossiers);
    }
  }
  return { shoppers, dossiers };
}

function identitiesOf({ home }: Profile, count: number, homes: Homes, rolls: Rolls): Identity[] {
  const people: Identity[] = [];
  let size = 0;
  let head = homes.person();
  for (let index = 0; people.length < count; index += 1) {
    if (index >= size) {
      index = 0;
      head = homes.person();
      size = home === 'hall' ? HALL_SIZE : home === 'family' ? rolls.whole([2, 4]) : rolls.whole([4, 7]);
    }
    const person = index === 0 ? head : homes.person();
    if (home === 'hall') people.push(atAddressOf(person, head));
    else if (home === 'family') people.push(inHouseholdOf(person, head));
    else if (home === 'ring') people.push(aliasOf(person, head, index, rolls));
    else people.push(person);
  }
  return people;
}

function lifeOf(who: Identity, profile: Profile, rolls: Rolls): { orders: Order[]; dossiers: Dossier[] } {
  const habits = {
    profile,
    back: rolls.between(profile.back),
    whole: rolls.between(profile.whole),
    notReceived: rolls.between(profile.notReceived),
    missing: rolls.between(profile.missing),
  };
  const count = rolls.whole(profile.orders);
  const span = rolls.whole(profile.days) * DAY_MS;
  const until = END - rolls.whole([35, 90]) * DAY_MS;
  const since = until - span;
  const orders: Order[] = [];
  const dossiers: Dossier[] = [];
  for (let number = 1; number <= count; number += 1) {
    const placedAt = since + Math.floor((span * number) / count);
    const id = `${who.id}-${number}`;
    const { order, dossier } = purchaseOf(who, habits, { id, placedAt, number, since, last: number === count }, rolls);
    orders.push(order);
    if (dossier !== undefined) dossiers.push(dossier);
  }
  return { orders, dossiers };
}

function asScanned({ inspection: _later, case: current, ...known }: Dossier): Dossier {
  return { ...known, case: { ...current, decision: 'requested', parcel: 'in_transit', settlement: 'none' } };
}
