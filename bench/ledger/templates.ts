import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { openSqliteLedger } from '../../lib/ledger/sqlite/open-sqlite-ledger';
import type { Command, Resolution } from '../../lib/returns';
import { lifeOfAReturn } from './life';
import { aReturn, byBench } from './returns';

/** What is unlike in each case of one template: in the template's texts it is these words. */
export interface Marks {
  readonly id: string;
  readonly rma: string;
  /** Part of ids, names and addresses. Digits, since the ledger also keeps names in lower case. */
  readonly index: string;
}

/** Every command of a template comes an hour after the one before it. */
const FIRST_INSTANT = Date.parse('2001-01-01T00:00:00.000Z');
const HOUR_MS = 3_600_000;

/** A row of a table with its values by column. */
export interface TemplateRow {
  readonly table: string;
  readonly columns: readonly string[];
  readonly values: readonly SQLInputValue[];
}

/** The rows that one case has in every table, as the ledger wrote them. */
export interface Template {
  readonly name: string;
  readonly channel: string;
  /** How many of 100 cases are like it. */
  readonly share: number;
  readonly marks: Marks;
  readonly rows: readonly TemplateRow[];
}

export interface Templates {
  readonly templates: readonly Template[];
  /** Rows that no case has to itself but that cases point to: their groups. */
  readonly common: readonly TemplateRow[];
}

/** Instant `count` of a template's times, as the ledger writes it. */
export const instantOf = (count: number): string => new Date(FIRST_INSTANT + count * HOUR_MS).toISOString();

const settled = (index: string): Command => ({
  type: 'settle',
  refund: {
    provider: 'stripe',
    id: `re_${index}`,
    status: 'succeeded',
    amount: { amount: 6000, currency: 'EUR' },
    providerStatus: 'succeeded',
    at: instantOf(6),
  },
  references: { stripeRefund: `re_${index}` },
});

const labelled = (index: string): Command => ({
  type: 'record_label',
  label: {
    carrier: 'Colissimo',
    service: 'Return',
    trackingNumber: `8R${index}`,
    url: `https://labels.example/${index}.pdf`,
    format: 'pdf',
    cost: { amount: 690, currency: 'EUR' },
    shipmentId: `shp_${index}`,
    provider: 'easypost',
    createdAt: instantOf(2),
  },
});

/** Steps of a life by their types. */
const life = (...types: readonly Command['type'][]): readonly Command[] =>
  types.flatMap((type) => lifeOfAReturn.find((command) => command.type === type) ?? []);

interface Kind {
  readonly name: string;
  readonly share: number;
  readonly resolution?: Resolution;
  readonly commands: (index: string) => readonly Command[];
}

/** What is in the ledger of a shop after some years: most returns are long done, some are on their way. */
const kinds: readonly Kind[] = [
  {
    name: 'refunded',
    share: 58,
    commands: (index) => [
      ...life('approve'),
      labelled(index),
      ...life('record_parcel', 'receive', 'plan_settlement'),
      settled(index),
    ],
  },
  { name: 'rejected', share: 12, commands: () => [{ type: 'reject', note: 'After the last day' }] },
  {
    name: 'exchange under way',
    share: 6,
    resolution: 'exchange',
    commands: (index) => [...life('approve'), labelled(index)],
  },
  { name: 'cancelled', share: 5, commands: () => [{ type: 'cancel', note: 'The shopper keeps it' }] },
  {
    name: 'in transit',
    share: 5,
    commands: (index) => [...life('approve'), labelled(index), ...life('record_parcel')],
  },
  { name: 'in review', share: 4, commands: () => life('put_in_review') },
  {
    name: 'planned',
    share: 4,
    commands: (index) => [...life('approve'), labelled(index), ...life('receive', 'plan_settlement')],
  },
  { name: 'approved', share: 3, commands: () => life('approve') },
  { name: 'requested', share: 3, commands: () => [] },
];

/** Channels with the share of 100 cases that they bring. */
const channels = { shopify: 60, form: 28, marketplace: 12 } as const;

/** Leads one return of each kind and channel through a real ledger, and reads what that wrote in every table. */
export async function makeTemplates(open: typeof openSqliteLedger, file: string): Promise<Templates> {
  let [instant, id] = [0, ''];
  const ledger = await open({ file, newId: () => id, clock: () => new Date(instantOf(instant)) });
  const made: Omit<Template, 'rows'>[] = [];
  for (const { name, share, resolution = 'refund', commands } of kinds) {
    for (const [channel, ofChannel] of Object.entries(channels)) {
      const number = 7_000_001 + made.length;
      instant = 0;
      id = `case-mark-${number}`;
      const { request, ...content } = aReturn(number, channel, 1);
      const asked = { ...request, resolution, requestedAt: instantOf(0) };
      const { dossier } = await ledger.openCase({ ...content, request: asked }, byBench);
      for (const command of commands(String(number))) {
        instant += 1;
        await ledger.command(id, command, byBench);
      }
      const marks = { id, rma: dossier.case.rma, index: String(number) };
      made.push({ name, channel, share: (share * ofChannel) / 100, marks });
    }
  }
  await ledger.close();
  return readTemplates(file, made);
}

function readTemplates(file: string, made: readonly Omit<Template, 'rows'>[]): Templates {
  const database = new DatabaseSync(file, { readOnly: true });
  const rowsOf = (table: string, condition: string, ...values: SQLInputValue[]): TemplateRow[] =>
    database
      .prepare(`SELECT * FROM ${table} WHERE ${condition}`)
      .all(...values)
      .map((row) => {
        // A place in the log is left to the ledger that the rows go into.
        const { seq: _, ...columns } = row;
        return { table, columns: Object.keys(columns), values: Object.values(columns) };
      });
  try {
    const ofCases = database
      .prepare(
        `SELECT t.name FROM pragma_table_list t JOIN pragma_table_info(t.name) c ON c.name = 'case_id'
         WHERE t.schema = 'main'`,
      )
      .all()
      .map(({ name }) => String(name));
    return {
      common: rowsOf('case_groups', 'TRUE'),
      templates: made.map((template) => {
        const { id } = template.marks;
        const others = ofCases.flatMap((table) => rowsOf(table, 'case_id = ?', id));
        return { ...template, rows: [...rowsOf('cases', 'id = ?', id), ...others] };
      }),
    };
  } finally {
    database.close();
  }
}
