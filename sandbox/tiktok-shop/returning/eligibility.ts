import type { Cancellation, Return } from '../model';

export const approveDecisions = [
  'APPROVE_REFUND',
  'APPROVE_RETURN',
  'APPROVE_RECEIVED_PACKAGE',
  'APPROVE_REPLACEMENT',
  'ISSUE_REPLACEMENT_REFUND',
  'OFFER_PARTIAL_REFUND',
] as const;
export type ApproveDecision = (typeof approveDecisions)[number];

export const rejectDecisions = [
  'REJECT_REFUND',
  'REJECT_RETURN',
  'REJECT_RECEIVED_PACKAGE',
  'REJECT_REPLACEMENT',
] as const;
export type RejectDecision = (typeof rejectDecisions)[number];

export const cancelDecisions = ['APPROVE_CANCEL', 'REJECT_CANCEL'] as const;
export type Decision = ApproveDecision | RejectDecision | (typeof cancelDecisions)[number];
export const decisions: readonly Decision[] = [...approveDecisions, ...rejectDecisions, ...cancelDecisions];

const pending: Readonly<Record<Return['type'], readonly Decision[]>> = {
  REFUND: ['APPROVE_REFUND', 'REJECT_REFUND', 'OFFER_PARTIAL_REFUND'],
  RETURN_AND_REFUND: ['APPROVE_RETURN', 'REJECT_RETURN', 'OFFER_PARTIAL_REFUND'],
  REPLACEMENT: ['APPROVE_REPLACEMENT', 'REJECT_REPLACEMENT', 'ISSUE_REPLACEMENT_REFUND'],
};

/** What the seller may decide about a return as it stands. A refund that the platform paid cannot be taken back. */
export function decisionsFor(entry: Return): readonly Decision[] {
  if (entry.arbitration === 'IN_PROGRESS') return [];
  if (entry.status === 'RETURN_OR_REFUND_REQUEST_PENDING' || entry.status === 'REPLACEMENT_REQUEST_PENDING') {
    return pending[entry.type];
  }
  if (entry.status !== 'BUYER_SHIPPED_ITEM') return [];
  return entry.isQuickRefund ? ['APPROVE_RECEIVED_PACKAGE'] : ['APPROVE_RECEIVED_PACKAGE', 'REJECT_RECEIVED_PACKAGE'];
}

export const decisionsForCancellation = (entry: Cancellation): readonly Decision[] =>
  entry.status === 'CANCELLATION_REQUEST_PENDING' ? cancelDecisions : [];

const words: Readonly<Record<Decision, string>> = {
  APPROVE_REFUND: 'approve refund',
  APPROVE_RETURN: 'approve return',
  APPROVE_RECEIVED_PACKAGE: 'approve receive',
  APPROVE_REPLACEMENT: 'approve replacement',
  ISSUE_REPLACEMENT_REFUND: 'issue replacement refund',
  OFFER_PARTIAL_REFUND: 'offer partial refund',
  REJECT_REFUND: 'reject refund',
  REJECT_RETURN: 'reject return',
  REJECT_RECEIVED_PACKAGE: 'reject receive',
  REJECT_REPLACEMENT: 'reject replacement',
  APPROVE_CANCEL: 'approve cancel',
  REJECT_CANCEL: 'reject cancel',
};

/** 25011014 in words, as live answers have it: `status can't reject receive`. */
export const statusRefuses = (decision: Decision): string => `status can't ${words[decision]}`;
export const statusRefusesCode = 25011014;
