import { ReturnsError } from '../../returns';
import type { TikTokReturn } from './types';

export const approvals = [
  'APPROVE_RETURN',
  'APPROVE_REFUND',
  'APPROVE_RECEIVED_PACKAGE',
  'APPROVE_REPLACEMENT',
  'ISSUE_REPLACEMENT_REFUND',
] as const;
export type Approval = (typeof approvals)[number];

export const rejections = ['REJECT_RETURN', 'REJECT_REFUND', 'REJECT_RECEIVED_PACKAGE', 'REJECT_REPLACEMENT'] as const;
export type Rejection = (typeof rejections)[number];

export const partialOffer = 'OFFER_PARTIAL_REFUND';
export type Decision = Approval | Rejection | typeof partialOffer;

/** What the decision is about: the request, the money, the package that came back, the new goods. */
type Subject = 'RETURN' | 'REFUND' | 'RECEIVED_PACKAGE' | 'REPLACEMENT';

const subjectOfAction: Readonly<Record<string, Subject>> = {
  SELLER_RESPOND_RETURN: 'RETURN',
  SELLER_RESPOND_REFUND: 'REFUND',
  SELLER_RESPOND_RECEIVE_PACKAGE: 'RECEIVED_PACKAGE',
  SELLER_RESPOND_REPLACEMENT: 'REPLACEMENT',
};

/**
 * What TikTok Shop waits for the shop to decide: what it says itself, else what type and status mean. Source: Partner
 * Center, "Return, refund and cancel API overview". Undefined when it waits for nothing.
 */
export function subjectOf({
  type,
  status,
  nextActions,
}: Pick<TikTokReturn, 'type' | 'status' | 'nextActions'>): Subject | undefined {
  const asked = nextActions.map(({ action }) => subjectOfAction[action]).find((subject) => subject !== undefined);
  if (asked) return asked;
  if (status === 'BUYER_SHIPPED_ITEM') return 'RECEIVED_PACKAGE';
  if (status === 'REPLACEMENT_REQUEST_PENDING') return 'REPLACEMENT';
  if (status !== 'RETURN_OR_REFUND_REQUEST_PENDING') return undefined;
  if (type === 'REFUND') return 'REFUND';
  return type === 'REPLACEMENT' ? 'REPLACEMENT' : 'RETURN';
}

const approvalOf: Readonly<Record<Subject, Approval>> = {
  RETURN: 'APPROVE_RETURN',
  REFUND: 'APPROVE_REFUND',
  RECEIVED_PACKAGE: 'APPROVE_RECEIVED_PACKAGE',
  REPLACEMENT: 'APPROVE_REPLACEMENT',
};
const rejectionOf: Readonly<Record<Subject, Rejection>> = {
  RETURN: 'REJECT_RETURN',
  REFUND: 'REJECT_REFUND',
  RECEIVED_PACKAGE: 'REJECT_RECEIVED_PACKAGE',
  REPLACEMENT: 'REJECT_REPLACEMENT',
};

/**
 * The approval that TikTok Shop waits for; where it waits for none, the one that the state shows to be given already.
 * @throws ReturnsError `conflict` when there is neither
 */
export const fittingApproval = (value: TikTokReturn): Approval => fitting(value, approvalOf, approvals);

/**
 * The approval of what the shopper asked for, whether it is still to be given or was given before. Said again when the
 * parcel has arrived meanwhile, it pays for nothing that nobody has opened.
 * @throws ReturnsError `conflict` when TikTok Shop neither waits for it nor shows it to be given
 */
export function requestApproval(value: TikTokReturn): Approval {
  const subject = subjectOf(value);
  if (subject !== undefined && subject !== 'RECEIVED_PACKAGE') return approvalOf[subject];
  const decision = approvalOfType[value.type] ?? 'APPROVE_RETURN';
  if (isDecided(decision, value)) return decision;
  throw waitsForNone(value);
}

const approvalOfType: Readonly<Record<string, Approval>> = {
  REFUND: 'APPROVE_REFUND',
  REPLACEMENT: 'APPROVE_REPLACEMENT',
};

/** The same for a refusal. */
export const fittingRejection = (value: TikTokReturn): Rejection => fitting(value, rejectionOf, rejections);

function fitting<D extends Decision>(
  value: TikTokReturn,
  bySubject: Readonly<Record<Subject, D>>,
  all: readonly D[],
): D {
  if (subjectOf(value) !== undefined) return bySubject[ensureSubject(value)];
  const given = all.filter((decision) => effects[decision].includes(value.status));
  // Money for goods and money alone end in the same state: the type tells which it was.
  const [only] = given.length > 1 ? given.filter((decision) => suits(decision, value)) : given;
  return only ?? bySubject[ensureSubject(value)];
}

const suits = (decision: Decision, { type }: TikTokReturn): boolean =>
  type === 'REFUND'
    ? decision.endsWith('_REFUND')
    : !decision.endsWith('_REFUND') && decision !== 'APPROVE_REPLACEMENT';

function ensureSubject(value: TikTokReturn): Subject {
  const subject = subjectOf(value);
  if (subject) return subject;
  throw waitsForNone(value);
}

const waitsForNone = ({ id, status }: TikTokReturn): ReturnsError =>
  new ReturnsError('conflict', `TikTok Shop waits for no such decision on return ${id}: it is ${status}`, {
    provider: 'tiktok_shop',
    description: 'It was decided by the platform, by a person or by another workflow, or it is the shopper’s turn.',
  });

/** The states that a decision leads to. A return that is in one of them has been decided so. */
const effects: Readonly<Record<Decision, readonly string[]>> = {
  APPROVE_RETURN: ['AWAITING_BUYER_SHIP', 'BUYER_SHIPPED_ITEM'],
  APPROVE_REFUND: ['RETURN_OR_REFUND_REQUEST_SUCCESS', 'RETURN_OR_REFUND_REQUEST_COMPLETE'],
  APPROVE_RECEIVED_PACKAGE: ['RETURN_OR_REFUND_REQUEST_SUCCESS', 'RETURN_OR_REFUND_REQUEST_COMPLETE'],
  APPROVE_REPLACEMENT: ['REPLACEMENT_REQUEST_COMPLETE', 'AWAITING_BUYER_SHIP', 'BUYER_SHIPPED_ITEM'],
  ISSUE_REPLACEMENT_REFUND: ['REPLACEMENT_REQUEST_REFUND_SUCCESS', 'RETURN_OR_REFUND_REQUEST_COMPLETE'],
  REJECT_RETURN: ['REFUND_OR_RETURN_REQUEST_REJECT'],
  REJECT_REFUND: ['REFUND_OR_RETURN_REQUEST_REJECT'],
  REJECT_RECEIVED_PACKAGE: ['REJECT_RECEIVE_PACKAGE'],
  REJECT_REPLACEMENT: ['REPLACEMENT_REQUEST_REJECT', 'REFUND_OR_RETURN_REQUEST_REJECT'],
  OFFER_PARTIAL_REFUND: ['AWAITING_BUYER_RESPONSE'],
};

/** The states that come later: the request of a return in one of them was granted before. */
const later: Partial<Record<Decision, readonly string[]>> = {
  APPROVE_RETURN: [...effects.APPROVE_RECEIVED_PACKAGE, ...effects.REJECT_RECEIVED_PACKAGE],
};

/**
 * Whether a return shows that a decision was made.
 * @param keepsItem a return that the shopper need not send is paid at once: one whose goods are awaited was decided otherwise
 */
export function isDecided(decision: Decision, { status }: Pick<TikTokReturn, 'status'>, keepsItem = false): boolean {
  if (decision === 'APPROVE_RETURN' && keepsItem) return effects.APPROVE_REFUND.includes(status);
  return [...effects[decision], ...(later[decision] ?? [])].includes(status);
}

/** Decisions by which TikTok Shop pays the shopper, for good. */
export const paysOut = (decision: Decision, keepsItem = false): boolean =>
  ['APPROVE_REFUND', 'APPROVE_RECEIVED_PACKAGE', 'ISSUE_REPLACEMENT_REFUND'].includes(decision) ||
  (decision === 'APPROVE_RETURN' && keepsItem);
