import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod/v4';
import type { SandboxContext } from '../core/context';
import { detailOf, type Mailbox, type StoredMail, summaryOf } from './mailbox';
import { mailboxPage, mailPage, messageDocument, views } from './pages';

const listQuery = z.object({ to: z.string().optional(), subject: z.string().optional() });
const viewQuery = z.object({ view: z.enum(views).catch('html') });

/** Nothing in a mail runs; it may show pictures and its own styles. */
const messagePolicy =
  "default-src 'none'; img-src http: https: data:; style-src 'unsafe-inline'; font-src http: https: data:";

/** `inline; filename*=…` for any file name. */
function disposition(kind: 'inline' | 'attachment', filename: string): string {
  return `${kind}; filename*=UTF-8''${encodeURIComponent(filename)}`;
}

/** The mailbox for people under /mailbox and for tests under /control/mail. */
export function registerRoutes(app: FastifyInstance, context: SandboxContext, mailbox: Mailbox): void {
  const mailOf = (request: FastifyRequest): StoredMail | undefined =>
    mailbox.find(z.object({ id: z.string() }).parse(request.params).id);
  const page = (reply: FastifyReply, text: string): FastifyReply => reply.type('text/html; charset=utf-8').send(text);
  const noMail = (reply: FastifyReply): FastifyReply => reply.code(404).send({ error: 'no such mail' });

  app.get('/control/mail', (request) => {
    const { to, subject } = listQuery.parse(request.query);
    const includes = (text: string, part: string | undefined): boolean =>
      part === undefined || text.toLowerCase().includes(part.toLowerCase());
    return mailbox
      .all()
      .filter((mail) => includes(mail.envelope.to.join(','), to) && includes(mail.parsed.subject ?? '', subject))
      .map(summaryOf);
  });
  app.delete('/control/mail', () => {
    mailbox.clear();
    return { ok: true };
  });
  app.get('/control/mail/:id', async (request, reply) => {
    const mail = mailOf(request);
    return mail === undefined ? noMail(reply) : reply.send(detailOf(mail));
  });
  app.get('/control/mail/:id/raw', async (request, reply) => {
    const mail = mailOf(request);
    return mail === undefined ? noMail(reply) : reply.type('message/rfc822').send(mail.raw);
  });

  app.get('/mailbox', async (_request, reply) => page(reply, mailboxPage(mailbox.all(), context.clock.iso())));
  app.get('/mailbox/:id', async (request, reply) => {
    const mail = mailOf(request);
    if (mail === undefined) return noMail(reply);
    return page(reply, mailPage(mail, viewQuery.parse(request.query).view, context.clock.iso()));
  });
  app.get('/mailbox/:id/html', async (request, reply) => {
    const mail = mailOf(request);
    if (mail === undefined) return noMail(reply);
    reply.header('content-security-policy', messagePolicy);
    return page(reply, messageDocument(mail));
  });
  const sendAttachment = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const { index } = z.object({ index: z.coerce.number() }).parse(request.params);
    const attachment = mailOf(request)?.parsed.attachments[index];
    if (attachment === undefined) return noMail(reply);
    const { download } = z.object({ download: z.string().optional() }).parse(request.query);
    const filename = attachment.filename ?? `attachment-${index + 1}`;
    return reply
      .header('content-disposition', disposition(download === undefined ? 'inline' : 'attachment', filename))
      .header('x-content-type-options', 'nosniff')
      .type(attachment.contentType)
      .send(attachment.content);
  };
  app.get('/mailbox/:id/attachments/:index', sendAttachment);
  app.get('/control/mail/:id/attachments/:index', sendAttachment);
}
