import type { FastifyInstance } from 'fastify';
import type { SandboxContext } from '../../core/context';
import { notFound } from '../errors';
import { createGate } from '../gate';
import type { EasyPostStore } from '../store';
import { accountRoutes } from './account';
import { eventRoutes } from './events';
import { registerFiles } from './files';
import type { Route } from './route';
import { shipmentRoutes } from './shipments';
import { trackerRoutes } from './trackers';
import { webhookRoutes } from './webhooks';

const routes: readonly Route[] = [
  ...accountRoutes,
  ...shipmentRoutes,
  ...trackerRoutes,
  ...webhookRoutes,
  ...eventRoutes,
];

/** The part of EasyPost's API version 2 that a return needs. */
export function registerRoutes(app: FastifyInstance, context: SandboxContext, store: EasyPostStore): void {
  const gate = createGate(context);
  for (const { method, path, status, handle } of routes) {
    const handler = gate((call) => handle({ ...call, context, store }), status);
    app.route({ method, url: `/easypost/v2/${path}`, handler });
  }
  registerFiles(app, context, store);
  app.all(
    '/easypost/*',
    gate(() => {
      throw notFound();
    }),
  );
}
