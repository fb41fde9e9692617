import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod/v4';
import type { Ledger } from '../../../lib/ledger';
import { easyPostKey, mailAccount, shopifyAccount, stripeKey, tiktokShopAccount } from '../../../sandbox/accounts';
import type { Effect } from '../../../sandbox/core/journal';
import type { FaultSpec } from '../../../sandbox/core/faults';
import { startSandbox, type RunningSandbox } from '../../../sandbox/core/server';
import type { CredentialData } from './credentials-helper';
import { packageFolder } from './n8n-nodes';

const mailSchema = z.object({
  id: z.string(),
  to: z.string(),
  subject: z.string(),
  messageId: z.string().optional(),
  attachments: z.array(z.object({ filename: z.string(), contentType: z.string(), size: z.number() })),
});
export type ReceivedMail = z.output<typeof mailSchema>;

/** The nodes' own copy of the ledger, so that tests and nodes share one connection. */
const { sharedLedger, verifyLedger } = jest.requireActual<typeof import('../../../lib/ledger')>(
  join(packageFolder, 'dist', 'lib', 'ledger'),
);

/** The providers, their credentials and a fresh ledger, for the tests of one file. */
export interface World {
  sandbox(): RunningSandbox;
  credentials(): CredentialData;
  /** The ledger of the test, read past the nodes. */
  ledger(): Promise<Ledger>;
  /** What really happened at a provider. */
  effects(provider: string, effect: string): readonly Effect[];
  /** Calls a provider had, by method and the end of the path. */
  mails(to?: string): Promise<ReceivedMail[]>;
  mailText(id: string): Promise<string>;
  mailHtml(id: string): Promise<string>;
  control(path: string, body?: object): Promise<IDataObject>;
  fault(fault: FaultSpec): void;
  /** From here to the end of the test the nodes cannot open the ledger. */
  loseLedger(): void;
}

/** Starts the sandbox once per file; each test begins with an empty world and an empty ledger. */
export function useWorld(): World {
  const folder = mkdtempSync(join(tmpdir(), 'returns-workflows-'));
  let running: RunningSandbox | undefined;
  let files = 0;

  const ledgerFile = (): string => join(folder, `ledger-${files}.sqlite`);
  const sandbox = (): RunningSandbox => {
    if (running === undefined) throw new Error('the sandbox is not started');
    return running;
  };
  const get = async (path: string): Promise<unknown> => (await fetch(`${sandbox().url}${path}`)).json();

  beforeAll(async () => {
    running = await startSandbox();
  });
  beforeEach(async () => {
    await sandbox().context.webhooks.idle();
    await control(sandbox(), '/control/reset', {});
    files += 1;
    process.env['N8N_RETURNS_LEDGER_FILE'] = ledgerFile();
  });
  // Whatever a story did: every case it left must be the fold of its events.
  afterEach(async () => {
    if (!existsSync(ledgerFile())) return;
    const ledger = await sharedLedger({ kind: 'embedded', file: ledgerFile() });
    const { faults } = await verifyLedger(ledger);
    await ledger.close();
    expect(faults).toEqual([]);
  });
  afterAll(async () => {
    delete process.env['N8N_RETURNS_LEDGER_FILE'];
    await running?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  return {
    sandbox,
    credentials: () => credentialsFor(sandbox()),
    ledger: () => sharedLedger({ kind: 'embedded', file: ledgerFile() }),
    effects: (provider, effect) => sandbox().context.journal.entries({ provider, effect }),
    mails: async (to) =>
      z.array(mailSchema).parse(await get(`/control/mail${to === undefined ? '' : `?to=${encodeURIComponent(to)}`}`)),
    mailText: async (id) => z.object({ text: z.string() }).parse(await get(`/control/mail/${id}`)).text,
    mailHtml: async (id) => z.object({ html: z.string() }).parse(await get(`/control/mail/${id}`)).html,
    control: (path, body = {}) => control(sandbox(), `/control/${path}`, body),
    fault: (fault) => {
      sandbox().context.faults.add(fault);
    },
    loseLedger() {
      // No file can be opened below a file.
      process.env['N8N_RETURNS_LEDGER_FILE'] = join(__filename, 'ledger.sqlite');
    },
  };
}

async function control(sandbox: RunningSandbox, path: string, body: object): Promise<IDataObject> {
  const answer = await fetch(`${sandbox.url}${path}`, { method: 'POST', body: JSON.stringify(body) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text}`);
  return JSON.parse(text) as IDataObject;
}

/** The credentials that open the sandbox's providers. */
export function credentialsFor({ url, smtpPort }: Pick<RunningSandbox, 'url' | 'smtpPort'>): CredentialData {
  const { user, password } = mailAccount;
  return {
    returnsEasyPostApi: { apiKey: easyPostKey, environment: 'custom', baseUrl: `${url}/easypost` },
    returnsStripeApi: { secretKey: stripeKey, environment: 'custom', baseUrl: `${url}/stripe` },
    returnsShopifyApi: {
      ...shopifyAccount,
      apiVersion: '2026-10',
      environment: 'custom',
      baseUrl: `${url}/shopify/${shopifyAccount.shop}`,
    },
    returnsTikTokShopApi: {
      appKey: tiktokShopAccount.appKey,
      appSecret: tiktokShopAccount.appSecret,
      accessToken: tiktokShopAccount.accessToken,
      refreshToken: tiktokShopAccount.refreshToken,
      environment: 'custom',
      baseUrl: `${url}/tiktok-shop`,
    },
    returnsSmtpApi: {
      host: '127.0.0.1',
      port: smtpPort,
      secure: false,
      startTls: 'never',
      user,
      password,
      fromName: 'Atelier Lune',
      fromEmail: 'returns@atelier-lune.test',
    },
    smtp: { host: '127.0.0.1', port: smtpPort, secure: false, user, password },
  };
}
