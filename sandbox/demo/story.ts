import type { World } from './world';

/** How a story ended, as the headless demo prints it. Counts are what the providers really did. */
export interface StoryResult {
  name: string;
  order: string;
  rma: string | null;
  decision: string | null;
  parcel: string | null;
  settlement: string | null;
  /** Minor units that really went back to the shopper. */
  refunded: number;
  currency: string;
  emails: number;
  /** In the chat of TikTok Shop. */
  messages: number;
  labels: number;
  refunds: number;
  ok: boolean;
  /** What was not as told; empty when `ok`. */
  faults: string[];
}

export interface Story {
  readonly name: string;
  /** What a person would see, in one line. */
  readonly plot: string;
  /** Plays it to its end. @throws Error when it does not go on */
  play(world: World, told: Told): Promise<void>;
}

/** What a story says of itself while it is played; the end is compared with the truth. */
export interface Told {
  shopper: Shopper;
  orderName: string;
  /** Minor units of euros that are to go back. */
  refunded: number;
  ends: Ending | undefined;
  /** Notes what is not as told, and goes on. */
  readonly expect: (what: string, actual: unknown, wanted: unknown) => void;
}

export interface Ending {
  readonly decision: string;
  readonly parcel: string;
  readonly settlement: string;
  readonly emails: number;
  /** In the chat of TikTok Shop; none unless told. */
  readonly messages?: number;
  readonly labels: number;
  readonly refunds: number;
}

export interface Shopper {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly locale: string;
  readonly address: {
    readonly line1: string;
    readonly city: string;
    readonly postalCode: string;
    readonly country: string;
  };
}

export const fullName = ({ firstName, lastName }: Shopper): string => `${firstName} ${lastName}`;
