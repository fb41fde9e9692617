import nodemailer, { type Transporter } from 'nodemailer';
import { mailAccount } from '../../../sandbox/accounts';
import { type RunningSandbox, startSandbox } from '../../../sandbox/core/server';

interface Listed {
  id: string;
  subject: string;
  to: string;
  attachments: { filename: string; contentType: string }[];
}

describe('the mail server', () => {
  let sandbox: RunningSandbox;

  const transport = (user = mailAccount.user, pass: string = mailAccount.password): Transporter =>
    nodemailer.createTransport({
      host: '127.0.0.1',
      port: sandbox.smtpPort,
      auth: { user, pass },
      socketTimeout: 2000,
    });
  const message = {
    from: 'Atelier Lune <bonjour@atelier-lune.test>',
    to: 'Zoé Martin <zoe@example.test>',
    subject: 'Votre retour est accepté',
    text: 'Bonjour Zoé',
    html: '<p>Bonjour <b>Zoé</b></p><img src="cid:logo">',
    attachments: [
      { filename: 'étiquette.pdf', content: Buffer.from('%PDF-1.4'), contentType: 'application/pdf' },
      { filename: 'logo.png', cid: 'logo', content: Buffer.from('picture'), contentType: 'image/png' },
    ],
  };
  const get = (path: string): Promise<Response> => fetch(sandbox.url + path);
  const mails = async (): Promise<Listed[]> => (await (await get('/control/mail')).json()) as Listed[];
  const fault = (kind: 'smtp-reject' | 'smtp-tempfail' | 'lost-answer'): void => {
    sandbox.context.faults.add({ provider: 'mail', kind, count: 1 });
  };

  beforeEach(async () => {
    sandbox = await startSandbox({ seed: 3, simulators: [] });
  });
  afterEach(() => sandbox.stop());

  it('keeps what it takes, with its attachments', async () => {
    await transport().sendMail(message);
    const [mail] = await mails();
    expect(mail).toMatchObject({
      subject: 'Votre retour est accepté',
      to: '"Zoé Martin" <zoe@example.test>',
      attachments: [
        { filename: 'logo.png', contentType: 'image/png' },
        { filename: 'étiquette.pdf', contentType: 'application/pdf' },
      ],
    });
    const detail = await (await get(`/control/mail/${mail?.id ?? ''}`)).json();
    expect(detail).toMatchObject({ text: 'Bonjour Zoé', envelope: { to: ['zoe@example.test'] } });
    const attachment = await get(`/control/mail/${mail?.id ?? ''}/attachments/1`);
    expect(attachment.headers.get('content-type')).toBe('application/pdf');
    expect(await attachment.text()).toBe('%PDF-1.4');
  });

  it('refuses a wrong password and a sender without one', async () => {
    await expect(transport(mailAccount.user, 'wrong').sendMail(message)).rejects.toMatchObject({ responseCode: 535 });
    const anonymous = nodemailer.createTransport({ host: '127.0.0.1', port: sandbox.smtpPort });
    await expect(anonymous.sendMail(message)).rejects.toMatchObject({ responseCode: 530 });
    expect(await mails()).toEqual([]);
  });

  it('refuses a recipient who does not exist', async () => {
    await expect(transport().sendMail({ ...message, to: 'bounce@example.test' })).rejects.toMatchObject({
      responseCode: 550,
    });
  });

  it('refuses for good or for now when told to', async () => {
    fault('smtp-reject');
    await expect(transport().sendMail(message)).rejects.toMatchObject({ responseCode: 550 });
    fault('smtp-tempfail');
    await expect(transport().sendMail(message)).rejects.toMatchObject({ responseCode: 451 });
    expect(sandbox.context.journal.entries({ effect: 'mail.accepted' })).toEqual([]);
  });

  it('takes a message and hangs up before it says so', async () => {
    fault('lost-answer');
    await expect(transport().sendMail(message)).rejects.toThrow();
    expect(await mails()).toHaveLength(1);
    expect(sandbox.context.journal.entries({ effect: 'mail.accepted' })).toHaveLength(1);
  });

  it('shows a message as its reader sees it, and lets nothing in it run', async () => {
    await transport().sendMail({ ...message, subject: '<script>alert(1)</script>' });
    const id = (await mails())[0]?.id ?? '';
    expect(await (await get('/mailbox')).text()).toContain('&#60;script&#62;');
    expect(await (await get(`/mailbox/${id}`)).text()).toContain('sandbox="allow-popups');
    expect(await (await get(`/mailbox/${id}?view=text`)).text()).toContain('Bonjour Zoé');
    const shown = await get(`/mailbox/${id}/html`);
    expect(shown.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await shown.text()).toContain(`<img src="/mailbox/${id}/attachments/0">`);
  });
});
