import type { FastifyInstance } from 'fastify';
import { z } from 'zod/v4';
import { shop } from '../accounts';
import type { SandboxContext } from '../core/context';
import { buyShipment } from './buy-shipment';
import { carriers } from './carriers';
import { createForm } from './create-form';
import { createShipment } from './create-shipment';
import { missing, notFound } from './errors';
import { createGate, type EasyPostCall } from './gate';
import { listPage } from './list';
import { type Shipment, userId } from './objects';
import { printPostage, readFormat } from './print-postage';
import { rateShipment } from './rate-shipment';
import { refundLabel } from './refund-label';
import { readShipmentRequest, type ShipmentInput } from './shipment-request';
import type { EasyPostStore } from './store';
import { trackPage } from './track-page';
import { birthStatus, createTracker } from './trackers';
import { createWebhook, updateWebhook } from './webhooks';

const rateChoice = z.object({ rate: z.object({ id: z.string() }) });
const trackerShape = z.object({
  tracker: z.object({ tracking_code: z.string().min(1), carrier: z.string().nullish() }),
});

/** The part of EasyPost's API version 2 that a return needs. */
export function registerRoutes(app: FastifyInstance, context: SandboxContext, store: EasyPostStore): void {
  const gate = createGate(context);
  const base = '/easypost/v2';
  const found = <T>(value: T | undefined): T => {
    if (value === undefined) throw notFound();
    return value;
  };
  const shipmentOf = ({ id }: EasyPostCall): Shipment => found(store.findShipment(id));

  const buyAtOnce = async (shipment: Shipment, input: ShipmentInput): Promise<Shipment> => {
    if (!input.service) return shipment;
    const rate = shipment.rates.find((offered) => offered.service === input.service);
    return buyShipment(context, store, shipment, rate?.id);
  };

  app.get(
    `${base}/users`,
    gate(() => ({
      id: userId,
      object: 'User',
      parent_id: null,
      name: shop.name,
      phone_number: shop.phone,
      verified: true,
      created_at: '2024-02-02T20:19:29Z',
      balance: '100.00000',
      email: shop.email,
      children: [],
    })),
  );
  app.get(
    `${base}/carrier_accounts`,
    gate(() =>
      carriers.map((carrier) => ({
        id: carrier.accountId,
        object: 'CarrierAccount',
        type: `${carrier.name}Account`,
        readable: carrier.name,
        description: `${carrier.name} of the sandbox`,
        reference: null,
        billing_type: 'easypost',
      })),
    ),
  );

  app.post(
    `${base}/shipments`,
    gate(({ body }) => {
      const input = readShipmentRequest(body);
      return buyAtOnce(createShipment(context, store, input), input);
    }, 201),
  );
  app.get(
    `${base}/shipments`,
    gate(({ query }) => {
      const isAll = query['purchased'] === 'false';
      const asked = [...store.shipments.values()].filter((shipment) => isAll || shipment.postage_label !== null);
      const { page, has_more } = listPage(asked, query);
      return { shipments: page, has_more };
    }),
  );
  app.get(`${base}/shipments/:id`, gate(shipmentOf));
  app.post(
    `${base}/shipments/:id/rerate`,
    gate((call) => {
      const shipment = shipmentOf(call);
      return Object.assign(shipment, rateShipment(context, shipment));
    }),
  );
  app.post(
    `${base}/shipments/:id/buy`,
    gate((call) => {
      const choice = rateChoice.safeParse(call.body);
      return buyShipment(context, store, shipmentOf(call), choice.data?.rate.id);
    }),
  );
  app.get(
    `${base}/shipments/:id/label`,
    gate(async (call) => {
      const shipment = shipmentOf(call);
      const { file_format: format } = call.query;
      if (format === undefined) throw missing('file_format');
      await printPostage(context, store, shipment, readFormat(format));
      return shipment;
    }),
  );
  app.post(
    `${base}/shipments/:id/refund`,
    gate((call) => refundLabel(context, store, shipmentOf(call))),
  );
  app.post(
    `${base}/shipments/:id/forms`,
    gate((call) => createForm(context, store, shipmentOf(call), call.body), 201),
  );

  app.post(
    `${base}/trackers`,
    gate(({ body }) => {
      const read = trackerShape.safeParse(body);
      if (!read.success) throw missing('tracker.tracking_code');
      const { tracking_code: trackingCode, carrier } = read.data.tracker;
      const existing = store.findTracker(trackingCode);
      if (existing !== undefined && (!carrier || carrier === existing.carrier)) return existing;
      return createTracker(context, store, {
        trackingCode,
        carrier: carrier ?? 'USPS',
        status: birthStatus(trackingCode),
        shipmentId: null,
        isReturn: false,
        deliveryDays: null,
      });
    }),
  );
  app.get(
    `${base}/trackers`,
    gate(({ query }) => {
      const { tracking_code: code, carrier } = query;
      const asked = [...store.trackers.values()].filter(
        (tracker) =>
          (code === undefined || tracker.tracking_code === code) &&
          (carrier === undefined || tracker.carrier === carrier),
      );
      const { page, has_more } = listPage(asked, query);
      return { trackers: page, has_more };
    }),
  );
  app.get(
    `${base}/trackers/:id`,
    gate(({ id }) => found(store.trackers.get(id) ?? store.findTracker(id))),
  );
  app.delete(
    `${base}/trackers/:id`,
    gate(({ id }) => {
      found(store.trackers.get(id));
      store.trackers.delete(id);
      return { success: true };
    }),
  );

  app.post(
    `${base}/webhooks`,
    gate(({ body }) => createWebhook(context, store, body), 201),
  );
  app.get(
    `${base}/webhooks`,
    gate(() => ({ webhooks: [...store.webhooks.values()] })),
  );
  app.get(
    `${base}/webhooks/:id`,
    gate(({ id }) => found(store.webhooks.get(id))),
  );
  app.route({
    method: ['PATCH', 'PUT'],
    url: `${base}/webhooks/:id`,
    handler: gate(({ id, body }) => updateWebhook(store, found(store.webhooks.get(id)), body), 201),
  });
  app.delete(
    `${base}/webhooks/:id`,
    gate(({ id }) => {
      found(store.webhooks.get(id));
      store.webhooks.delete(id);
      store.secrets.delete(id);
      return {};
    }),
  );

  app.get(
    `${base}/events`,
    gate(({ query }) => {
      const { page, has_more } = listPage(store.events.values(), query);
      return { events: page.map(({ result: _result, ...event }) => event), has_more };
    }),
  );
  app.get(
    `${base}/events/:id`,
    gate(({ id }) => {
      const { result: _result, ...event } = found(store.events.get(id));
      return event;
    }),
  );

  for (const folder of ['labels', 'forms']) {
    app.get<{ Params: { file: string } }>(`/easypost/${folder}/:file`, async (request, reply) => {
      const file = store.files.get(request.params.file);
      if (file === undefined) return reply.code(404).type('text/plain').send('Not found');
      return reply.type(file.mediaType).send(file.bytes);
    });
  }
  app.get<{ Params: { code: string } }>('/easypost/track/:code', async (request, reply) => {
    const tracker = store.findTracker(request.params.code);
    if (tracker === undefined) return reply.code(404).type('text/plain').send('Not found');
    return reply.type('text/html; charset=utf-8').send(trackPage(tracker, context.clock.iso()));
  });
  app.all(
    '/easypost/*',
    gate(() => {
      throw notFound();
    }),
  );
}
