import { currencySchema, parseDecimal, ReturnsError, toDecimal, type Money } from '../../returns';
import type { ServiceChoice } from '../carrier';
import type { Rate, Shipment } from './shapes';

export interface Offer {
  readonly rate: Rate;
  readonly cost: Money;
}

/**
 * The cheapest offer that fits the choice; the first of equals. Offers in another currency than the first one's are
 * left aside: amounts are never converted silently.
 * @throws ReturnsError `provider_refused` listing the offers when none fits
 */
export function chooseRate(
  { rates, messages }: Pick<Shipment, 'rates' | 'messages'>,
  choice: ServiceChoice = {},
): Offer {
  const offers = rates.flatMap(readOffer);
  const fitting = offers.filter(({ rate }) => fits(rate, choice));
  const comparable = fitting.filter(({ cost }) => cost.currency === fitting[0]?.cost.currency);
  const [cheapest] = comparable.toSorted((one, other) => one.cost.amount - other.cost.amount);
  if (cheapest) return cheapest;
  const listed = offers.map(({ rate, cost }) => `${rate.carrier} ${rate.service} ${toDecimal(cost)} ${cost.currency}`);
  const reasons = (messages ?? []).flatMap(({ carrier, message }) =>
    typeof message === 'string' ? [`${carrier ?? 'EasyPost'}: ${message}`] : [],
  );
  throw new ReturnsError('provider_refused', `EasyPost offers no ${wanted(choice)} for this parcel`, {
    provider: 'easypost',
    description:
      listed.length > 0
        ? `Choose one of the services on offer: ${listed.join(', ')}.`
        : `No carrier made an offer. Check the weight, the addresses and the carrier accounts in EasyPost.${reasons.map((reason) => ` ${reason}.`).join('')}`,
    context: { offers: listed, reasons },
  });
}

/** A price that cannot be read cannot be compared; the other offers can. */
function readOffer(rate: Rate): Offer[] {
  if (!currencySchema.safeParse(rate.currency).success) return [];
  try {
    return [{ rate, cost: parseDecimal(rate.rate, rate.currency) }];
  } catch {
    return [];
  }
}

const same = (left: string, right: string): boolean => left.toLowerCase() === right.trim().toLowerCase();

const fits = (rate: Rate, { carrier, service }: ServiceChoice): boolean =>
  (!carrier || same(rate.carrier, carrier)) && (!service || same(rate.service, service));

const wanted = ({ carrier, service }: ServiceChoice): string =>
  [carrier, service].filter(Boolean).join(' ') || 'service';
