import type { FastifyInstance } from 'fastify';
import type { SandboxContext } from '../core/context';
import type { Simulator } from '../core/simulator';
import { html } from './html';
import { buttonScript, layout } from './layout';
import { readState } from './read-state';
import { tiktokSection } from './tiktok-section';
import {
  faultsSection,
  journalSection,
  mailsSection,
  ordersSection,
  parcelsSection,
  paymentsSection,
  webhooksSection,
} from './sections';

/** Changes whenever the page would show something else. */
function versionOf(context: SandboxContext): string {
  const attempts = context.webhooks.deliveries().map(({ state, attempts: made }) => `${state}${made.length}`);
  const faults = context.faults.all().map(({ id, hits }) => `${id}:${hits}`);
  return [context.journal.entries().length, ...faults, ...attempts].join(' ');
}

/** The page at `/`: the shop floor, with buttons for what people and carriers do. */
export function registerPage(app: FastifyInstance, context: SandboxContext, simulators: readonly Simulator[]): void {
  app.get('/page/version', async (_request, reply) => reply.type('text/plain').send(versionOf(context)));
  app.get('/', async (_request, reply) => {
    const floor = readState(simulators);
    const content = html`${ordersSection(floor.orders)} ${parcelsSection(floor.parcels)}
      ${paymentsSection(floor.payments)} ${tiktokSection(floor.tiktokOrders)}
      <div class="columns">${mailsSection(floor.mails)} ${faultsSection(context, simulators)}</div>
      ${webhooksSection(context)} ${journalSection(context)}`;
    const text = layout({ title: 'Sandbox', path: '/', now: context.clock.iso(), content, script: buttonScript });
    return reply.type('text/html; charset=utf-8').send(text);
  });
}
