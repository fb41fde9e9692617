import type { WithdrawalGround } from '../facts';
import type { WithdrawalExceptionRule } from '../rules';

/** What each exception takes out, in words that hold for every law made from directive 2011/83/EU art. 16. */
const texts: Readonly<Record<WithdrawalGround, string>> = {
  price_fluctuates:
    'Goods whose price follows a financial market that the shop cannot control cannot be withdrawn from.',
  personalised: 'Goods made to the shopper’s specifications or clearly personalised cannot be withdrawn from.',
  perishable: 'Goods that spoil or expire rapidly cannot be withdrawn from.',
  hygiene_unsealed:
    'Sealed goods that for health or hygiene cannot be taken back are out once their seal was broken after delivery.',
  mixed: 'Goods that after delivery are inseparably mixed with others cannot be withdrawn from.',
  alcohol:
    'Alcoholic drinks at a price agreed when they were ordered, to be delivered after 30 days and of a value that the market sets, cannot be withdrawn from.',
  urgent_repair: 'Parts for an urgent repair at the shopper’s home that was asked for cannot be withdrawn from.',
  sealed_media_unsealed: 'Sealed recordings and software are out once their seal was broken after delivery.',
  press: 'Newspapers and magazines cannot be withdrawn from, subscriptions can.',
  auction: 'What was bought at a public auction cannot be withdrawn from.',
  dated_leisure: 'Lodging, transport, catering and leisure booked for a date cannot be withdrawn from.',
  digital:
    'Digital content without a carrier is out once it was begun with the shopper’s consent, loss of the right acknowledged and confirmed.',
};

const conditions: Partial<Readonly<Record<WithdrawalGround, NonNullable<WithdrawalExceptionRule['onlyWhen']>>>> = {
  hygiene_unsealed: 'unsealed',
  sealed_media_unsealed: 'unsealed',
  digital: 'digital_consent',
};

interface Law {
  readonly jurisdiction: string;
  readonly source: string | ((place: string) => string);
  readonly effectiveFrom: string;
  /** `Directive 2011/83/EU art. 16(c)` from `c`. */
  readonly article: (place: string) => string;
}

/** The exceptions of one law, each with its place in it. A ground that it does not know is left out. */
export function exceptionRules(
  { jurisdiction, source, effectiveFrom, article }: Law,
  places: readonly (readonly [WithdrawalGround, string])[],
): WithdrawalExceptionRule[] {
  return places.map(([ground, place]) => {
    const onlyWhen = conditions[ground];
    return {
      ruleId: `${jurisdiction}-exception-${ground}`,
      kind: 'withdrawal_exception',
      article: article(place),
      source: typeof source === 'string' ? source : source(place),
      effectiveFrom,
      text: texts[ground],
      ground,
      ...(onlyWhen === undefined ? {} : { onlyWhen }),
    };
  });
}
