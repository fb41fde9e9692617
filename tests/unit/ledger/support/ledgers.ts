import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Ledger, type LedgerLocation, openLedgerAt, type OpenLedgerOptions } from '../../../../lib/ledger';
import { dropSchema, testServer } from '../../../support/postgres-server';
import { storeUnderTest } from './each-store';

/** The ledgers that one test opened, at a place of its own in the store under test. */
export class Ledgers {
  readonly folder = mkdtempSync(path.join(os.tmpdir(), 'returns-ledger-'));
  /** Where the embedded ledger lies. */
  readonly file = path.join(this.folder, 'ledger.sqlite');
  /** What another process opens to share the ledger of this test. */
  readonly location: LedgerLocation = newLocation(this.file);
  /** The clock of every ledger opened here, in ms; turn it by assigning. */
  now = Date.parse('2026-01-15T10:00:00.000Z');
  private readonly opened: Ledger[] = [];

  /** A connection of its own, as another process would have. */
  async open(options: OpenLedgerOptions & { readonly file?: string } = {}): Promise<Ledger> {
    const { file, ...rest } = options;
    const location: LedgerLocation = file === undefined ? this.location : { kind: 'embedded', file };
    const ledger = await openLedgerAt(location, { clock: () => new Date(this.now), ...rest });
    this.opened.push(ledger);
    return ledger;
  }

  async remove(): Promise<void> {
    await Promise.all(this.opened.map((ledger) => ledger.close()));
    rmSync(this.folder, { recursive: true, force: true });
    if (this.location.kind === 'postgres') await dropSchema(this.location);
  }
}

const newLocation = (file: string): LedgerLocation =>
  storeUnderTest() === 'PostgreSQL'
    ? { ...testServer(), schema: `test_${randomBytes(6).toString('hex')}` }
    : { kind: 'embedded', file };
