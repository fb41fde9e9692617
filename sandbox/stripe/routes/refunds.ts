import type { Effect } from '../gate';
import { listPage } from '../list';
import type { Refund } from '../objects';
import { refundPayment } from '../refund-payment';
import { readMetadata, readRefundRequest } from '../refund-request';
import { cancelRefund } from '../settle-refund';
import { type Asked, found, isAsked, read, type Route, write } from './route';

const refundOf = ({ store, id }: Asked): Refund => found(store.refunds, 'refund', 'refund', id);

function list({ store, form }: Asked): object {
  const asked = [...store.refunds.values()].filter(
    (refund) => isAsked(form, 'payment_intent', refund.payment_intent) && isAsked(form, 'charge', refund.charge),
  );
  return listPage(asked, form, '/v1/refunds');
}

function create({ context, store, call }: Asked): Effect {
  const request = readRefundRequest(call.form);
  return () => refundPayment(context, store, request, call);
}

function cancel(asked: Asked): Effect {
  const refund = refundOf(asked);
  return () => cancelRefund(asked.context, asked.store, refund, asked.call);
}

function update(asked: Asked): Effect {
  const refund = refundOf(asked);
  const metadata = readMetadata(asked.form);
  return () => {
    Object.assign(refund.metadata, metadata);
    return refund;
  };
}

export const refundRoutes: readonly Route[] = [
  read('refunds/:id', refundOf),
  read('refunds', list),
  write('refunds', create),
  write('refunds/:id/cancel', cancel),
  write('refunds/:id', update),
];
