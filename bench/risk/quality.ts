import type { Scored } from './score-world';
import { profileOf, shopperKinds, type ShopperKind } from './synthetic/profiles';

/** How many of a hundred shoppers who ask for a return abuse returns, in the shop that figures are told for. */
export const ABUSE_SHARE = 0.05;

export interface KindQuality {
  readonly kind: ShopperKind;
  readonly abusive: boolean;
  readonly shoppers: number;
  /** Share at level medium or high: a person would look at them. */
  readonly flagged: number;
  readonly high: number;
  readonly meanScore: number;
}

export interface Quality {
  readonly kinds: readonly KindQuality[];
  /** Of abusive shoppers, the share that is flagged, each kind as common as its profile says. */
  readonly recall: number;
  /** Of honest shoppers, the share that is flagged. */
  readonly falseAlarms: number;
  /** Of flagged shoppers, the share that is abusive, when `ABUSE_SHARE` of all are. */
  readonly precision: number;
}

export function qualityOf(scored: readonly Scored[]): Quality {
  const kinds = shopperKinds.map((kind) =>
    kindQuality(
      kind,
      scored.filter(({ shopper }) => shopper.kind === kind),
    ),
  );
  const recall = flaggedAmong(kinds, true);
  const falseAlarms = flaggedAmong(kinds, false);
  return { kinds, recall, falseAlarms, precision: precisionAt(ABUSE_SHARE, recall, falseAlarms) };
}

function kindQuality(kind: ShopperKind, scored: readonly Scored[]): KindQuality {
  const shareOf = (isSuch: (one: Scored) => boolean): number => scored.filter(isSuch).length / scored.length;
  return {
    kind,
    abusive: profileOf(kind).abusive,
    shoppers: scored.length,
    flagged: shareOf(({ score }) => score.level !== 'low'),
    high: shareOf(({ score }) => score.level === 'high'),
    meanScore: scored.reduce((sum, { score }) => sum + score.score, 0) / scored.length,
  };
}

const flaggedAmong = (kinds: readonly KindQuality[], abusive: boolean): number =>
  kinds
    .filter((kind) => kind.abusive === abusive)
    .reduce((sum, { kind, flagged }) => sum + flagged * profileOf(kind).share, 0);

/** Bayes: the rarer abuse is, the more of those who are flagged are honest. */
export const precisionAt = (abuseShare: number, recall: number, falseAlarms: number): number => {
  const right = abuseShare * recall;
  const wrong = (1 - abuseShare) * falseAlarms;
  return right + wrong === 0 ? 1 : right / (right + wrong);
};

export interface Band {
  readonly from: number;
  readonly to: number;
  readonly shoppers: number;
  /** Share of all shoppers of the shop whose score falls into the band. */
  readonly share: number;
  /** Of these, the share that is abusive. */
  readonly abusive: number;
}

/** How often a score of each band belongs to an abusive shopper, when `ABUSE_SHARE` of all are. */
export function calibrationOf(scored: readonly Scored[]): readonly Band[] {
  const perKind = new Map<ShopperKind, number>();
  for (const { shopper } of scored) perKind.set(shopper.kind, (perKind.get(shopper.kind) ?? 0) + 1);
  const weightOf = ({ shopper: { kind, abusive } }: Scored): number =>
    ((abusive ? ABUSE_SHARE : 1 - ABUSE_SHARE) * profileOf(kind).share) / (perKind.get(kind) ?? 1);
  const weigh = (some: readonly Scored[]): number => some.reduce((sum, one) => sum + weightOf(one), 0);
  return Array.from({ length: 10 }, (_, band) => {
    const [from, to] = [band * 10, band === 9 ? 100 : band * 10 + 9];
    const within = scored.filter(({ score: { score } }) => score >= from && score <= to);
    const share = weigh(within);
    const abusive = weigh(within.filter(({ shopper }) => shopper.abusive));
    return { from, to, shoppers: within.length, share, abusive: share === 0 ? 0 : abusive / share };
  });
}
