import type { Random } from '../core/random';

/** Where a parcel is handed in and where it goes, as ISO country codes. */
export interface Lane {
  from: string;
  to: string;
}

export interface Service {
  name: string;
  /** Cents of the carrier's currency for the first kilogram, and for each one begun after it. */
  base: number;
  perKilogram: number;
  days: number;
  serves: (lane: Lane) => boolean;
}

export interface Carrier {
  name: string;
  accountId: string;
  currency: string;
  heaviestKilograms: number;
  services: readonly Service[];
  trackingCode: (random: Random) => string;
}

const union = new Set('AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '));

const within = (country: string) => (lane: Lane) => lane.from === country && lane.to === country;
const acrossUnion = (lane: Lane): boolean => lane.from !== lane.to && union.has(lane.from) && union.has(lane.to);
const anywhere = (lane: Lane): boolean => lane.from !== lane.to;

/** Whether goods cross a customs border. */
export function isCustomsBorder(lane: Lane): boolean {
  return lane.from !== lane.to && !(union.has(lane.from) && union.has(lane.to));
}

/** 22 digits with the check digit that USPS computes over the first 21 (weights 3 and 1 from the right). */
function uspsCode(random: Random): string {
  const digits = `94001${random.digits(16)}`;
  const sum = Array.from(digits).reduceRight(
    (total, digit, index) => total + Number(digit) * ((digits.length - 1 - index) % 2 === 0 ? 3 : 1),
    0,
  );
  return digits + String((10 - (sum % 10)) % 10);
}

/** The carriers of this account, in the order they answer. */
export const carriers: readonly Carrier[] = [
  {
    name: 'Colissimo',
    accountId: 'ca_c0115510000000000000000000000001',
    currency: 'EUR',
    heaviestKilograms: 30,
    services: [
      { name: 'Return', base: 595, perKilogram: 90, days: 3, serves: within('FR') },
      {
        name: 'ReturnInternational',
        base: 1250,
        perKilogram: 240,
        days: 5,
        serves: (lane) => lane.to === 'FR' && lane.from !== 'FR',
      },
    ],
    trackingCode: (random) => `8R${random.digits(11)}`,
  },
  {
    name: 'MondialRelay',
    accountId: 'ca_30d1a10000000000000000000000002a',
    currency: 'EUR',
    heaviestKilograms: 25,
    services: [
      { name: 'RelayReturn', base: 440, perKilogram: 70, days: 4, serves: within('FR') },
      {
        name: 'RelayReturnEurope',
        base: 790,
        perKilogram: 120,
        days: 6,
        serves: (lane) => acrossUnion(lane) && ['BE', 'ES', 'LU', 'NL', 'PT', 'DE', 'IT'].includes(lane.from),
      },
    ],
    trackingCode: (random) => String(random.int(1, 9)) + random.digits(7),
  },
  {
    name: 'DPDFR',
    accountId: 'ca_d9df000000000000000000000000003a',
    currency: 'EUR',
    heaviestKilograms: 30,
    services: [
      { name: 'RelaisReturn', base: 510, perKilogram: 80, days: 2, serves: within('FR') },
      { name: 'ClassicReturn', base: 1090, perKilogram: 180, days: 4, serves: acrossUnion },
    ],
    trackingCode: (random) => `250${random.digits(11)}`,
  },
  {
    name: 'Chronopost',
    accountId: 'ca_c4900905700000000000000000000004',
    currency: 'EUR',
    heaviestKilograms: 30,
    services: [{ name: 'Chrono13Return', base: 1290, perKilogram: 150, days: 1, serves: within('FR') }],
    trackingCode: (random) => `XR${random.digits(9)}FR`,
  },
  {
    name: 'USPS',
    accountId: 'ca_05950000000000000000000000000005',
    currency: 'USD',
    heaviestKilograms: 31.75,
    services: [
      { name: 'GroundAdvantage', base: 593, perKilogram: 210, days: 3, serves: within('US') },
      { name: 'Priority', base: 690, perKilogram: 290, days: 2, serves: within('US') },
      { name: 'Express', base: 3310, perKilogram: 520, days: 1, serves: within('US') },
    ],
    trackingCode: uspsCode,
  },
  {
    name: 'DHLExpress',
    accountId: 'ca_d41e00000000000000000000000006aa',
    currency: 'EUR',
    heaviestKilograms: 70,
    services: [{ name: 'ExpressWorldwide', base: 2490, perKilogram: 480, days: 2, serves: anywhere }],
    trackingCode: (random) => random.digits(10),
  },
];
