import type { FastifyInstance } from 'fastify';
import { z } from 'zod/v4';
import { jsonBody } from '../../core/body';
import type { World } from '../world';
import { aftersalesRoutes } from './aftersales';
import { authorizationRoutes } from './authorization';
import { cancellationRoutes } from './cancellations';
import { eventRoutes } from './events';
import { messageRoutes } from './messages';
import { orderRoutes } from './orders';
import { returnRoutes } from './returns';
import type { ControlRoute } from './route';
import { settingRoutes } from './settings';

const routes: readonly ControlRoute[] = [
  ...orderRoutes,
  ...returnRoutes,
  ...aftersalesRoutes,
  ...cancellationRoutes,
  ...messageRoutes,
  ...settingRoutes,
  ...eventRoutes,
  ...authorizationRoutes,
];

const paramsShape = z.object({ id: z.string().default('') });

/** What buyers, carriers and the platform's own people do: everything that no API call can. */
export function registerControl(app: FastifyInstance, world: World): void {
  for (const { path, status = 200, handle } of routes) {
    app.post(`/control/tiktok-shop/${path}`, async (request, reply) => {
      const { id } = paramsShape.parse(request.params);
      return reply.code(status).send(handle({ world, id, body: jsonBody(request) }));
    });
  }
}
