import type { FastifyInstance } from 'fastify';
import type { SandboxContext } from '../../core/context';
import type { EasyPostStore } from '../store';
import { trackPage } from '../track-page';

/** What answers name by its address, for anybody: labels, forms, and the page that tells where a parcel is. */
export function registerFiles(app: FastifyInstance, context: SandboxContext, store: EasyPostStore): void {
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
}
