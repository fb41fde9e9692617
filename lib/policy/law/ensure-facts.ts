import { ReturnsError } from '../../returns';
import { zoneOf, type Zone } from '../calendar/zone';
import type { LegalFacts, LegalLine } from './facts';

/** Instants outside are no dates that a calendar can hold after years of guarantee are added. */
const [FIRST_INSTANT, LAST_INSTANT] = [Date.UTC(1970, 0, 1), Date.UTC(9000, 0, 1)];

/**
 * The zone of the facts, once they can be reckoned with.
 * @throws ReturnsError `invalid_input` naming the fact that is no instant, amount, country or zone
 */
export function ensureFacts(facts: LegalFacts): Zone {
  const { consumerCountry, market, outboundDelivery: delivery } = facts;
  ensure(consumerCountry === undefined || isCountry(consumerCountry), 'consumerCountry');
  ensure(market === undefined || isCountry(market), 'market');
  ensure(isInstant(facts.contractAt), 'contractAt');
  ensure(isInstant(facts.requestedAt), 'requestedAt');
  ensure(isMaybeInstant(facts.deliveredAt), 'deliveredAt');
  ensure(facts.withdrawalInfoGivenAt === null || isMaybeInstant(facts.withdrawalInfoGivenAt), 'withdrawalInfoGivenAt');
  ensure(isMaybeInstant(facts.dispatchProofAt), 'dispatchProofAt');
  ensure(isMaybeInstant(facts.goodsReceivedAt), 'goodsReceivedAt');
  ensure(isMaybeInstant(facts.refundAgreedAt), 'refundAgreedAt');
  ensure(isAmount(delivery.paidMinor), 'outboundDelivery.paidMinor');
  ensure(
    delivery.cheapestStandardMinor === undefined || isAmount(delivery.cheapestStandardMinor),
    'outboundDelivery.cheapestStandardMinor',
  );
  for (const line of facts.lines) ensureLine(line);
  return ensureZone(facts.timeZone);
}

function ensureLine(line: LegalLine): void {
  ensure(isAmount(line.amountMinor), 'line.amountMinor');
  ensure(Number.isSafeInteger(line.quantity) && line.quantity > 0, 'line.quantity');
  ensure(isMaybeInstant(line.deliveredAt), 'line.deliveredAt');
  ensure(isMaybeInstant(line.firstOfSeriesAt), 'line.firstOfSeriesAt');
  ensure(isMaybeInstant(line.defectShowedAt), 'line.defectShowedAt');
  const { guaranteeMonthsAgreed: months, repairs } = line;
  ensure(
    months === undefined || (Number.isInteger(months) && months >= 0 && months <= 1200),
    'line.guaranteeMonthsAgreed',
  );
  ensure(
    repairs === undefined || (repairs.length <= 100 && repairs.every(({ doneAt }) => isInstant(doneAt))),
    'line.repairs',
  );
}

const isInstant = (at: number): boolean => at >= FIRST_INSTANT && at < LAST_INSTANT;
const isMaybeInstant = (at: number | undefined): boolean => at === undefined || isInstant(at);
const isAmount = (amount: number): boolean => Number.isSafeInteger(amount) && amount >= 0;
const isCountry = (code: string): boolean => code.length === 2 && isCapital(code, 0) && isCapital(code, 1);

function isCapital(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 65 && code <= 90;
}

function ensure(holds: boolean, fact: string): void {
  if (holds) return;
  throw new ReturnsError('invalid_input', `The law cannot be read from the fact "${fact}"`, {
    description:
      'Give instants as epoch milliseconds between 1970 and 9000, amounts as whole minor units from zero on, and countries as two capital letters.',
    context: { field: fact },
  });
}

function ensureZone(timeZone: string): Zone {
  try {
    return zoneOf(timeZone);
  } catch (cause) {
    throw new ReturnsError('invalid_input', 'The time zone is unknown', {
      description: 'Give an IANA name such as Europe/Paris.',
      context: { field: 'timeZone' },
      cause,
    });
  }
}
