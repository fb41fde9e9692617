import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { closeTransports, messageIdFor, sendMail, verifySmtp, type Mail, type Posting } from '../../../lib/mail';
import { emailSchema, isReturnsError } from '../../../lib/returns';
import { freePort } from '../../../sandbox/host/free-port';
import { fc } from '../../support/properties';
import { startMailServer, type MailServer } from './mail-server';

const now = new Date('2026-11-22T10:00:00Z');
const mail: Mail = {
  message: 'refunded',
  subject: 'Votre remboursement de 70,90 € est arrivé, Chloé',
  html: '<p>Déjà remboursé : 70,90 €</p>',
  text: 'Déjà remboursé : 70,90 €',
  locale: 'fr',
};

let server: MailServer;
beforeAll(async () => {
  server = await startMailServer();
});
afterAll(async () => {
  await closeTransports();
  await server.close();
});

const smtp = (change: Partial<Posting['smtp']> = {}): Posting['smtp'] => ({
  host: '127.0.0.1',
  port: server.port,
  secure: false,
  startTls: 'never',
  user: 'shop',
  password: 'correct horse',
  from: 'bonjour@maison-linge.example',
  fromName: 'Maison Linge, & "Fils"',
  timeoutMs: 60_000,
  ...change,
});

const posting = (change: Partial<Posting> = {}): Posting => ({
  smtp: smtp(),
  to: 'chloe@shopper.example',
  mail,
  messageId: messageIdFor('case-1', 'email:refunded', 'bonjour@maison-linge.example'),
  ...change,
});

const failureOf = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!isReturnsError(error)) throw new Error('expected a typed error');
  return error;
};

/** Resolves once a socket of this process is connected to the port, and whoever opened it has been told. */
const nextConnection = (wanted: number): Promise<void> =>
  new Promise((resolve) => {
    const onSocket = (message: unknown): void => {
      const { socket } = message as { socket: Socket };
      socket.once('connect', () => {
        if (socket.remotePort !== wanted) return;
        unsubscribe('net.client.socket', onSocket);
        setImmediate(resolve);
      });
    };
    subscribe('net.client.socket', onSocket);
  });

describe('sendMail', () => {
  it('delivers accents, both bodies, the fixed message id and the sender as they were given', async () => {
    const email = await sendMail(
      posting({ replyTo: 'aide@maison-linge.example', headers: { 'X-Return-Case': 'case-1' } }),
      now,
    );
    expect(emailSchema.parse(email)).toEqual({
      message: 'refunded',
      messageId: '<case-1.email-refunded@maison-linge.example>',
      subject: mail.subject,
      locale: 'fr',
      sentAt: '2026-11-22T10:00:00.000Z',
    });
    const { mail: got, recipients } = server.arrived.at(-1) ?? {};
    expect(recipients).toEqual(['chloe@shopper.example']);
    expect(got).toMatchObject({ subject: mail.subject, messageId: email.messageId, date: now });
    expect(got?.text?.trim()).toBe(mail.text);
    expect(got?.html).toContain('Déjà remboursé');
    expect(got?.from?.value).toEqual([{ address: 'bonjour@maison-linge.example', name: 'Maison Linge, & "Fils"' }]);
    expect(got?.replyTo?.value).toEqual([{ address: 'aide@maison-linge.example', name: '' }]);
    expect(got?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(got?.headers.get('x-return-case')).toBe('case-1');
  });

  it('delivers attachments byte by byte, with their accented names', async () => {
    const content = Buffer.from(Array.from({ length: 5000 }, (_, index) => index % 256));
    const filename = 'Bon de retour – Chloé.pdf';
    await sendMail(posting({ attachments: [{ filename, content, contentType: 'application/pdf' }] }), now);
    const [attachment] = server.arrived.at(-1)?.mail.attachments ?? [];
    expect(attachment).toMatchObject({ filename, contentType: 'application/pdf' });
    expect(attachment?.content.equals(content)).toBe(true);
  });

  it('uses one connection for many mails', async () => {
    const before = server.connections();
    const pooled = smtp({ fromName: 'One connection' });
    for (let index = 0; index < 5; index += 1) await sendMail(posting({ smtp: pooled }), now);
    expect(server.connections() - before).toBe(1);
  });

  it('opens a new connection when the server has hung up in between', async () => {
    await sendMail(posting(), now);
    const before = server.connections();
    await server.hangUp();
    await expect(sendMail(posting(), now)).resolves.toBeDefined();
    expect(server.connections() - before).toBe(1);
  });

  it('writes to several people only when given a list', async () => {
    await sendMail(posting({ to: ['a@shopper.example', 'b@shopper.example'] }), now);
    expect(server.arrived.at(-1)?.recipients).toEqual(['a@shopper.example', 'b@shopper.example']);
    const error = await failureOf(sendMail(posting({ to: 'a@shopper.example, b@shopper.example' }), now));
    expect(error.code).toBe('invalid_input');
  });

  describe('when the server says no', () => {
    it.each([
      ['gone@shopper.example', 'provider_refused', false, 'The mail server refused the mail (550)'],
      ['later@shopper.example', 'provider_unavailable', true, 'The mail server cannot take the mail now (451)'],
      ['heavy@shopper.example', 'provider_refused', false, 'The mail server refused the mail (552)'],
    ])('to %s, the error is %s', async (to, code, retryable, message) => {
      const error = await failureOf(sendMail(posting({ to }), now));
      expect(error).toMatchObject({ code, retryable, message, provider: 'smtp' });
      expect(JSON.stringify([error, error.message, error.stack])).not.toMatch(/@shop|horse/);
      expect(error.cause).toBeUndefined();
    });

    it('to the account, it says what to check', async () => {
      const error = await failureOf(sendMail(posting({ smtp: smtp({ password: 'wrong-secret' }) }), now));
      expect(error).toMatchObject({ code: 'unauthorized', retryable: false });
      expect(error.description).toContain('credential');
      expect(JSON.stringify([error, error.message])).not.toContain('wrong-secret');
    });

    it('to encryption, it refuses to send the password in the clear', async () => {
      const error = await failureOf(sendMail(posting({ smtp: smtp({ startTls: 'required' }) }), now));
      expect(error).toMatchObject({ code: 'provider_refused', retryable: false });
      expect(error.message).toContain('encrypted');
    });

    it('by not being there, the error may be repeated', async () => {
      const error = await failureOf(sendMail(posting({ smtp: smtp({ port: await freePort() }) }), now));
      expect(error).toMatchObject({ code: 'provider_unavailable', retryable: true });
    });

    it('by never answering, the error is a time-out', async () => {
      const mute = createServer();
      await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
      const { port } = mute.address() as AddressInfo;
      const error = await failureOf(sendMail(posting({ smtp: smtp({ port, timeoutMs: 150 }) }), now));
      expect(error).toMatchObject({ code: 'timed_out', retryable: true });
      mute.close();
    });
  });

  describe('header injection', () => {
    const attachment = { filename: 'a.pdf', content: Buffer.from('x'), contentType: 'application/pdf' };
    const fields: [name: string, build: (value: string) => Partial<Posting>][] = [
      ['to', (to) => ({ to })],
      ['a list of recipients', (to) => ({ to: ['a@shopper.example', to] })],
      ['replyTo', (replyTo) => ({ replyTo })],
      ['from', (from) => ({ smtp: smtp({ from }) })],
      ['fromName', (fromName) => ({ smtp: smtp({ fromName }) })],
      ['subject', (subject) => ({ mail: { ...mail, subject } })],
      ['messageId', (messageId) => ({ messageId })],
      ['a header value', (value) => ({ headers: { 'X-Case': value } })],
      ['a header name', (name) => ({ headers: { [name]: 'x' } })],
      ['filename', (filename) => ({ attachments: [{ ...attachment, filename }] })],
      ['contentType', (contentType) => ({ attachments: [{ ...attachment, contentType }] })],
    ];

    it.each(fields)('is refused in %s, whatever surrounds the line break', async (_, build) => {
      const before = server.arrived.length;
      const breaks = fc.constantFrom('\r\n', '\n', '\r', '\0', '\u0085', '\u2028', '\u000b');
      await fc.assert(
        fc.asyncProperty(fc.string(), breaks, fc.string(), async (start, lineBreak, end) => {
          const value = `${start}${lineBreak}Bcc: thief@evil.example${end}`;
          const error = await failureOf(sendMail(posting(build(value)), now));
          expect(error.code).toBe('invalid_input');
          expect(error.message).not.toContain('thief');
        }),
        { numRuns: 40 },
      );
      expect(server.arrived.length).toBe(before);
    });

    it.each(['Bcc', 'to', 'Content-Type', 'DKIM-Signature'])('cannot set the header %s', async (name) => {
      const error = await failureOf(sendMail(posting({ headers: { [name]: 'x' } }), now));
      expect(error.code).toBe('invalid_input');
    });

    it('leaves every harmless subject as it is', async () => {
      const subjects = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).filter((text) => /\S/.test(text));
      await fc.assert(
        fc.asyncProperty(subjects, async (text) => {
          const subject = `a${text.replace(/[\p{Cc}\u2028\u2029]/gu, '')}z`;
          await sendMail(posting({ mail: { ...mail, subject } }), now);
          expect(server.arrived.at(-1)?.mail.subject).toBe(subject);
          expect(server.arrived.at(-1)?.recipients).toEqual(['chloe@shopper.example']);
        }),
        { numRuns: 40 },
      );
    });
  });
});

describe('messageIdFor', () => {
  it('is the same for the same step, and safe whatever the case is called', () => {
    expect(messageIdFor('case 1>\r\n', 'email:a', 'a@shop.example')).toBe('<case-1---.email-a@shop.example>');
  });
});

describe('verifySmtp', () => {
  afterEach(() => jest.useRealTimers());

  it('accepts an account that works', async () => {
    await expect(verifySmtp(smtp())).resolves.toBeUndefined();
  });

  const ports = 'Port 465 goes with SSL/TLS on; port 587 goes with SSL/TLS off';

  it('names the encryption setting for SSL/TLS on a port that greets in plain text', async () => {
    const error = await failureOf(verifySmtp(smtp({ secure: true })));
    expect(error).toMatchObject({ code: 'provider_refused', description: expect.stringMatching(/Turn SSL\/TLS off/) });
    expect(error.description).toContain(ports);
  });

  it('names the encryption setting for no SSL/TLS on a port that waits for it', async () => {
    const silent = createServer();
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    // The clock stands until the connection is made: what is late is the greeting, however slow the machine.
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
    const connected = nextConnection(port);
    const failure = failureOf(verifySmtp(smtp({ port })));
    await connected;
    jest.advanceTimersByTime(60_000);
    const error = await failure;
    silent.close();
    expect(error).toMatchObject({ code: 'timed_out', description: expect.stringMatching(/turn SSL\/TLS on/) });
    expect(error.description).toContain(ports);
  });

  it.each([
    ['Host', { host: ' ' }, 'enter the name of the mail server'],
    ['Port', { port: 0 }, 'enter the port'],
    ['Sender Address', { from: '' }, 'enter the address that mail comes from'],
    ['Sender Address', { from: 'nonsense' }, 'it is no e-mail address'],
  ])('asks for a right "%s" before it asks the server (%j)', async (label, change, said) => {
    const before = server.connections();
    for (const attempt of [verifySmtp(smtp(change)), sendMail(posting({ smtp: smtp(change) }), now)]) {
      const error = await failureOf(attempt);
      expect(error).toMatchObject({ code: 'invalid_input', description: expect.stringContaining(`"${label}"`) });
      expect(error.message).toContain(`"${label}": ${said}`);
    }
    expect(server.connections()).toBe(before);
  });

  it('says that the account is wrong', async () => {
    expect((await failureOf(verifySmtp(smtp({ password: 'wrong' })))).code).toBe('unauthorized');
  });
});
