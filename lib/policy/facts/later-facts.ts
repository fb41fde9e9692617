import { grades, trackingStatuses } from '../../returns';
import { lawAt } from '../law/law-at';
import { withdrawalRefundDay } from '../law/refunds';
import { flag, number, text, texts, type Subject } from './fact';
import { instantOf } from './times';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

function inspected({
  input,
  asked,
}: Subject): NonNullable<Subject['input']['inspection']>['lines'][number] | undefined {
  return input.inspection?.lines.find(({ orderLineId }) => orderLineId === asked.orderLineId);
}

const weekdayOf = (day: number): string => weekdays[(((day + 3) % 7) + 7) % 7] ?? 'monday';

const clockOf = ({ input, requestedAt }: Subject): number =>
  input.asOf === undefined ? requestedAt : instantOf(input.asOf, 'asOf');

const read = (iso: string | undefined, what: string): number | undefined =>
  iso === undefined ? undefined : instantOf(iso, what);

/** Days until a withdrawal has to be paid back, below 0 when that day has passed. */
function daysToRefundDeadline(s: Subject): number | undefined {
  const { request, order, inspection } = s.input;
  const { country, region } = order.shippingAddress ?? {};
  const law = lawAt(country, region, s.dayOf(instantOf(order.placedAt, 'order.placedAt')));
  const due = withdrawalRefundDay(law, s, {
    requestedAt: s.requestedAt,
    dispatchProofAt: read(request.dispatchProofAt, 'request.dispatchProofAt'),
    goodsReceivedAt: read(request.goodsReceivedAt ?? inspection?.inspectedAt, 'request.goodsReceivedAt'),
  });
  return due && due.lastDay - s.dayOf(clockOf(s));
}

/** What becomes known on the way back, at the bench, and by the clock. */
export const laterFacts = {
  'shipment.status': text('request', 'Where the parcel back is', ({ input }) => input.tracking?.status, {
    values: trackingStatuses,
  }),
  'shipment.carrier': text('request', 'Who carries it', ({ input }) => input.tracking?.carrier),
  'shipment.daysWithoutScan': number('request', 'Days since its last scan', (s) =>
    s.input.tracking === undefined
      ? undefined
      : Math.max(0, Math.floor((clockOf(s) - instantOf(s.input.tracking.at, 'tracking.at')) / DAY_MS)),
  ),
  'inspection.grade': text('line', 'What the inspection found', (s) => inspected(s)?.grade, { values: grades }),
  'inspection.disposition': text('line', 'What becomes of the goods', (s) => inspected(s)?.disposition),
  'inspection.missingParts': flag('line', 'Whether parts are missing', (s) => inspected(s)?.missingParts),
  'inspection.wrongItem': flag('line', 'Whether something else was in the box', (s) => {
    const found = inspected(s);
    return found && found.grade === 'wrong_item';
  }),
  'inspection.damagedBy': text('line', 'Who damaged it', (s) => inspected(s)?.damagedBy, {
    values: ['shopper', 'carrier', 'shop'],
  }),
  'inspection.photos': number('line', 'Photos of the inspection', (s) => inspected(s)?.photos),
  'risk.score': number('request', 'Risk score, 0 to 100', ({ input }) => input.risk?.score),
  'risk.level': text('request', 'Risk level', ({ input }) => input.risk?.level, { values: ['low', 'medium', 'high'] }),
  'clock.weekday': text('request', 'Weekday of the request', (s) => weekdayOf(s.dayOf(s.requestedAt)), {
    values: weekdays,
  }),
  'clock.workingDay': flag('request', 'Whether the shop works on that day', (s) =>
    s.isWorkingDay(s.dayOf(s.requestedAt)),
  ),
  'clock.seasons': texts('request', 'Seasons of this policy on that day', (s) => s.seasonsOf(s.dayOf(s.requestedAt))),
  'clock.hoursToRespond': number('request', 'Hours until the marketplace decides', (s) =>
    s.input.request.respondBy === undefined
      ? undefined
      : (instantOf(s.input.request.respondBy, 'request.respondBy') - clockOf(s)) / HOUR_MS,
  ),
  'clock.daysToRefundDeadline': number(
    'request',
    'Days until a withdrawal has to be paid back by law; not known where no law has set a day yet',
    daysToRefundDeadline,
  ),
};
