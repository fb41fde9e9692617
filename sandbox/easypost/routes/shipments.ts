import { z } from 'zod/v4';
import { buyShipment } from '../buy-shipment';
import { createForm } from '../create-form';
import { createShipment } from '../create-shipment';
import { missing } from '../errors';
import { listPage } from '../list';
import type { Shipment } from '../objects';
import { printPostage, readFormat } from '../print-postage';
import { rateShipment } from '../rate-shipment';
import { refundLabel } from '../refund-label';
import { readShipmentRequest } from '../shipment-request';
import { type Asked, found, type Route } from './route';

const rateChoice = z.object({ rate: z.object({ id: z.string() }) });

const shipmentOf = ({ store, id }: Asked): Shipment => found(store.findShipment(id));

/** Buys at once where a service is named. */
async function create({ context, store, body }: Asked): Promise<Shipment> {
  const input = readShipmentRequest(body);
  const shipment = createShipment(context, store, input);
  if (!input.service) return shipment;
  const rate = shipment.rates.find((offered) => offered.service === input.service);
  return buyShipment(context, store, shipment, rate?.id);
}

function list({ store, query }: Asked): object {
  const isAll = query['purchased'] === 'false';
  const asked = [...store.shipments.values()].filter((shipment) => isAll || shipment.postage_label !== null);
  const { page, has_more } = listPage(asked, query);
  return { shipments: page, has_more };
}

function rerate(asked: Asked): Shipment {
  const shipment = shipmentOf(asked);
  return Object.assign(shipment, rateShipment(asked.context, shipment));
}

function buy(asked: Asked): Promise<Shipment> {
  const choice = rateChoice.safeParse(asked.body);
  return buyShipment(asked.context, asked.store, shipmentOf(asked), choice.data?.rate.id);
}

async function convertLabel(asked: Asked): Promise<Shipment> {
  const shipment = shipmentOf(asked);
  const { file_format: format } = asked.query;
  if (format === undefined) throw missing('file_format');
  await printPostage(asked.context, asked.store, shipment, readFormat(format));
  return shipment;
}

const refund = (asked: Asked): Shipment => refundLabel(asked.context, asked.store, shipmentOf(asked));

const makeForm = (asked: Asked): Promise<Shipment> =>
  createForm(asked.context, asked.store, shipmentOf(asked), asked.body);

export const shipmentRoutes: readonly Route[] = [
  { method: 'POST', path: 'shipments', status: 201, handle: create },
  { method: 'GET', path: 'shipments', handle: list },
  { method: 'GET', path: 'shipments/:id', handle: shipmentOf },
  { method: 'POST', path: 'shipments/:id/rerate', handle: rerate },
  { method: 'POST', path: 'shipments/:id/buy', handle: buy },
  { method: 'GET', path: 'shipments/:id/label', handle: convertLabel },
  { method: 'POST', path: 'shipments/:id/refund', handle: refund },
  { method: 'POST', path: 'shipments/:id/forms', status: 201, handle: makeForm },
];
