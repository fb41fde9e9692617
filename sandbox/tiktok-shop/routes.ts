import type { FastifyInstance } from 'fastify';
import { endpoints } from './endpoints';
import { methodUnknown, pathUnknown, versionUnknown } from './errors';
import { errorEnvelope, gate } from './gate';
import { providerName } from './names';
import type { World } from './world';

/** A published path with its version, as the router takes it. */
const routeOf = (path: string, version: string): string =>
  `/${providerName}${path.replace('{version}', version).replaceAll(/\{(\w+)\}/g, ':$1')}`;

/** The version in a path that is served in other versions only. */
function otherVersion(path: string): string | undefined {
  for (const endpoint of endpoints) {
    const pattern = endpoint.path.replace('{version}', '(\\d{6})').replaceAll(/\{\w+\}/g, '[^/]+');
    const version = new RegExp(`^${pattern}$`).exec(path)?.[1];
    if (version !== undefined) return version;
  }
  return undefined;
}

export function registerRoutes(app: FastifyInstance, world: World): void {
  const methods = new Map<string, Set<string>>();
  for (const endpoint of endpoints) {
    for (const version of endpoint.versions) {
      const url = routeOf(endpoint.path, version);
      methods.set(url, (methods.get(url) ?? new Set()).add(endpoint.method));
      app.route({ method: endpoint.method, url, handler: gate(world, endpoint, version) });
    }
  }
  for (const [url, served] of methods) {
    const others = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'].filter((method) => !served.has(method));
    app.route({
      method: others,
      url,
      handler: async (_request, reply) => {
        const error = methodUnknown();
        await reply.code(error.status).send(errorEnvelope(world, error));
      },
    });
  }
  // What was uploaded, as the addresses in answers name it.
  app.get(`/${providerName}/files/*`, async (request, reply) => {
    const uri = (request.url.split('?')[0] ?? '').slice(`/${providerName}/files/`.length);
    const image = world.images.get(uri);
    if (image === undefined) return reply.code(404).send();
    return reply.type(image.mediaType).send(image.bytes);
  });
  app.all(`/${providerName}/*`, async (request, reply) => {
    const path = (request.url.split('?')[0] ?? '').slice(providerName.length + 1);
    const version = otherVersion(path);
    const error = version === undefined ? pathUnknown() : versionUnknown(version);
    await reply.code(error.status).send(errorEnvelope(world, error));
  });
}
