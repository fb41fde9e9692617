import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { INode } from 'n8n-workflow';
import { parseLedgerUrl, type LedgerLocation, type LedgerTls } from '../../lib/ledger';
import { ReturnsError } from '../../lib/returns';
import { queueMode, setting, word } from './environment';

/** Every node that opens the ledger may have this credential, and does without it where the environment says enough. */
const CREDENTIAL = 'returnsLedgerApi';
const DEFAULT_PORT = 5432;

/** As much of a node's context as says where its ledger is. */
export interface LedgerContext {
  getNode(): INode;
  getCredentials(type: string): Promise<object>;
}

/**
 * Where the ledger of a node is: what its credential says; without one `N8N_RETURNS_LEDGER_URL`, else
 * `N8N_RETURNS_LEDGER_FILE`, else the file in n8n's own folder.
 * @throws ReturnsError `invalid_input` when that cannot be a place, or not with several n8n processes
 */
export async function ledgerLocation(context: LedgerContext): Promise<LedgerLocation> {
  const { credentials = {} } = context.getNode();
  // Asked for a credential that the node does not have, n8n throws.
  const stored = CREDENTIAL in credentials ? await context.getCredentials(CREDENTIAL) : undefined;
  return ensureShareable(stored === undefined ? environmentLocation() : storedLocation(stored));
}

/** What a credential says, saved or not. @throws ReturnsError as `ledgerLocation` */
export const credentialLocation = (stored: object): LedgerLocation => ensureShareable(storedLocation(stored));

function storedLocation(stored: object): LedgerLocation {
  const values: Readonly<Record<string, unknown>> = { ...stored };
  const text = (name: string): string => String(values[name] ?? '').trim();
  if (values['store'] === 'embedded') return { kind: 'embedded', file: text('file') || defaultFile() };
  for (const [name, label] of [
    ['host', 'Host'],
    ['database', 'Database'],
    ['user', 'User'],
  ] as const) {
    if (text(name) === '') throw incomplete(label);
  }
  const port = Number(text('port') || DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw incomplete('Port');
  const schema = text('schema');
  return {
    kind: 'postgres',
    host: text('host'),
    port,
    database: text('database'),
    user: text('user'),
    password: String(values['password'] ?? ''),
    ...(schema !== '' && { schema }),
    ssl: tlsOf(text('tls'), text('ca')),
  };
}

function tlsOf(mode: string, ca: string): LedgerTls {
  if (mode === 'disable' || mode === 'require') return { mode };
  return { mode: 'verify', ...(ca !== '' && { ca }) };
}

const incomplete = (label: string): ReturnsError =>
  new ReturnsError('invalid_input', `The credential of the returns ledger has no valid ${label}`, {
    description: `Open the credential and correct "${label}".`,
  });

function environmentLocation(): LedgerLocation {
  const url = ledgerUrl();
  return url === undefined ? { kind: 'embedded', file: defaultFile() } : parseLedgerUrl(url);
}

const defaultFile = (): string =>
  setting('N8N_RETURNS_LEDGER_FILE') ??
  join(setting('N8N_USER_FOLDER') ?? homedir(), '.n8n', 'returns', 'ledger.sqlite');

/** Also the content of the file that `N8N_RETURNS_LEDGER_URL_FILE` names, as n8n reads its own: so container secrets come. */
function ledgerUrl(): string | undefined {
  const file = setting('N8N_RETURNS_LEDGER_URL_FILE');
  const url = setting('N8N_RETURNS_LEDGER_URL');
  if (url !== undefined || file === undefined) return url;
  const content = contentOf(file)?.trim();
  if (content !== undefined) return content || undefined;
  throw new ReturnsError('invalid_input', 'The file that N8N_RETURNS_LEDGER_URL_FILE names cannot be read', {
    description: 'Let the user that runs n8n read it, or set N8N_RETURNS_LEDGER_URL itself.',
  });
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** A file on one machine cannot serve several of them, and n8n does not say whether its processes share one. */
function ensureShareable(location: LedgerLocation): LedgerLocation {
  if (location.kind !== 'embedded') return location;
  const several = severalProcesses();
  if (several === undefined) return location;
  // What to do is in the message as well: when a workflow cannot be activated, n8n shows nothing else.
  const message = `The embedded returns ledger cannot be used with ${several}: keep it in PostgreSQL (N8N_RETURNS_LEDGER_URL)`;
  throw new ReturnsError('invalid_input', message, {
    description:
      'Its file is on one machine, and the processes of n8n may be on several. Keep the ledger in PostgreSQL: set ' +
      'N8N_RETURNS_LEDGER_URL=postgres://user:password@host:5432/database for the main processes, the webhook ' +
      'processes and the workers alike, or choose a credential "Returns Ledger API" with the store PostgreSQL in ' +
      'every node of this package.',
  });
}

function severalProcesses(): string | undefined {
  const queue = queueMode();
  if (queue !== undefined) return `the queue mode of n8n (${queue})`;
  return ['true', '1'].includes(word('N8N_MULTI_MAIN_SETUP_ENABLED'))
    ? 'several main processes of n8n (N8N_MULTI_MAIN_SETUP_ENABLED=true)'
    : undefined;
}
