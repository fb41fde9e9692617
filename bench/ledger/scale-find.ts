import type { CaseFilter, Ledger, Page } from '../../lib/ledger';
import { measureIfPossible } from '../measuring/cannot-measure';
import { judge, type Result } from '../measuring/result';
import { takeTurns, timePerPiece } from '../measuring/rounds';
import { contestOfScale, inTurn, ledgersOfScale, slowdownOf, type FilledLedger, type Names } from './scale';

const ROUNDS = 11;
const ROUND_MS = 25;
const PAGE = 20;

const contest = contestOfScale('ledger.scale.find', 'ms/find');

/** One way to find cases; answers how many it found. */
type Find = (ledger: Ledger, wanted: Names) => Promise<number>;

const page =
  (filter: CaseFilter, more: Partial<Page> = {}): Find =>
  async (ledger) =>
    (await ledger.findCases(filter, { limit: PAGE, ...more })).items.length;

const secondPage =
  (filter: CaseFilter): Find =>
  async (ledger) => {
    const { next } = await ledger.findCases(filter, { limit: PAGE });
    return page(filter, next === undefined ? {} : { cursor: next })(ledger, unnamed);
  };

const unnamed: Names = {
  id: '',
  rma: '',
  channel: '',
  externalId: '',
  orderName: '',
  reference: { name: '', value: '' },
};

const one =
  (read: (ledger: Ledger, wanted: Names) => Promise<unknown>): Find =>
  async (ledger, wanted) => {
    await read(ledger, wanted);
    return 1;
  };

/** Each finds as many cases among a million as among a thousand, or the two could not be compared. */
const finds: Readonly<Record<string, Find>> = {
  'one by id': one((ledger, { id }) => ledger.getCase({ id })),
  'one by RMA number': one((ledger, { rma }) => ledger.getCase({ rma })),
  'one by order name': one((ledger, { orderName }) => ledger.getCase({ orderName })),
  'one by external id': one((ledger, { channel, externalId }) => ledger.getCase({ channel, externalId })),
  'one by reference': one((ledger, { reference }) => ledger.getCase({ reference })),
  'timeline of one': one((ledger, { id }) => ledger.timeline(id)),
  newest: page({}),
  'newest, second page': secondPage({}),
  'longest unchanged': page({}, { sort: { by: 'change', direction: 'asc' } }),
  'last opened': page({}, { sort: { by: 'opening', direction: 'desc' } }),
  'in review': page({ decision: ['in_review'] }),
  'in transit or received': page({ parcel: ['in_transit', 'received'] }),
  'planned, longest unchanged': page({ settlement: ['planned'] }, { sort: { by: 'change', direction: 'asc' } }),
  'approved of a channel': page({ decision: ['approved'], channel: 'shopify' }),
  'of a channel': page({ channel: 'marketplace' }),
  'of a channel, second page': secondPage({ channel: 'marketplace' }),
  'of a resolution': page({ resolution: 'exchange' }),
  'changed in two months': page({ updatedFrom: '2025-03-01T00:00:00Z', updatedUntil: '2025-05-01T00:00:00Z' }),
  'opened in two months, refunded': page({
    settlement: ['refunded'],
    openedFrom: '2025-03-01T00:00:00Z',
    openedUntil: '2025-05-01T00:00:00Z',
  }),
  'beginning of a number': page({ text: 'rma-2025' }),
};

/** The latency of each way to find cases among a million, beside the same among a thousand; the worst of them counts. */
export const measure = (): Promise<Result> =>
  measureIfPossible(contest, async () => {
    const { small, large, largeGigabytes } = await ledgersOfScale();
    const results: (Result & { readonly name: string })[] = [];
    for (const [name, find] of Object.entries(finds)) {
      results.push({ name, ...(await compare(name, find, small, large)) });
    }
    const worst = results.reduce((one, other) => (other.ratio < one.ratio ? other : one));
    const each = results.map((result) => [
      result.name,
      { ms: result.ours, msOfThousand: result.theirs, slowdown: slowdownOf(result) },
    ]);
    return { ...worst, slowdown: slowdownOf(worst), largeGigabytes, finds: Object.fromEntries(each) as object };
  });

async function compare(name: string, find: Find, small: FilledLedger, large: FilledLedger): Promise<Result> {
  await ensureAlike(name, find, small, large);
  const calls = await callsFor(find, small);
  const rounds = await takeTurns(ROUNDS, findsOn(large, find, calls), findsOn(small, find, calls));
  return judge(contest, rounds);
}

async function ensureAlike(name: string, find: Find, small: FilledLedger, large: FilledLedger): Promise<void> {
  const count = ({ ledger, cases }: FilledLedger): Promise<number> => find(ledger, cases[0] ?? unnamed);
  const [few, many] = [await count(small), await count(large)];
  if (few === many && few > 0) return;
  throw new Error(`"${name}" finds ${few} cases among a thousand and ${many} among a million`);
}

/** So many calls that a round takes long enough to be timed. */
async function callsFor(find: Find, { ledger, cases }: FilledLedger): Promise<number> {
  const next = inTurn(cases);
  const milliseconds = await timePerPiece(async () => {
    for (let count = 0; count < 20; count += 1) await find(ledger, next());
  }, 20);
  return Math.max(10, Math.ceil(ROUND_MS / milliseconds));
}

function findsOn({ ledger, cases }: FilledLedger, find: Find, calls: number): () => Promise<number> {
  const next = inTurn(cases);
  return () =>
    timePerPiece(async () => {
      for (let count = 0; count < calls; count += 1) await find(ledger, next());
    }, calls);
}
