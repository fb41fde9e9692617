import {
  decide,
  decisionMoves,
  facetStates,
  isClosed,
  isReturnsError,
  isUntouched,
  legalCommands,
  type Command,
  type Dossier,
} from '../../../lib/returns';
import { fc } from '../../support/properties';
import { after, aLabel, anApprovedCase, eur, now, scan, settle } from './dossier';

const inspection = {
  inspectedAt: now,
  lines: [{ orderLineId: 'shirt', quantity: 1, grade: 'new' as const, disposition: 'restock' as const }],
};

/** One of each command. */
const commands: readonly Command[] = [
  { type: 'approve' },
  { type: 'reject' },
  { type: 'put_in_review' },
  { type: 'ask_for_information', question: 'Which size?' },
  { type: 'cancel' },
  { type: 'expire' },
  { type: 'answer', answers: [{ what: 'words', text: 'Blue' }] },
  { type: 'reopen' },
  { type: 'keep_item' },
  { type: 'receive' },
  { type: 'inspect', inspection },
  { type: 'plan_settlement', amount: eur(9000) },
  { type: 'record_label', label: aLabel() },
  scan('in_transit', now),
  { type: 'record_slip', slip: { fileName: 'slip.pdf', pages: 1, withLabel: false } },
  {
    type: 'record_email',
    email: { message: 'received', messageId: '<1@shop>', subject: 'Here', locale: 'en', sentAt: now },
  },
  settle(),
  { type: 'link', references: { shopifyReturn: 'gid://1' } },
  { type: 'fail', code: 'mail_failed', message: 'no' },
  { type: 'note', note: 'hm' },
];

const everyState: readonly Dossier[] = facetStates.decision.flatMap((decision) =>
  facetStates.parcel.flatMap((parcel) =>
    facetStates.settlement.map((settlement) => anApprovedCase({ decision, parcel, settlement })),
  ),
);

/** What the command makes of the case: the types of its events, or its refusal. */
function answer(dossier: Dossier, command: Command): readonly string[] | Error {
  try {
    return decide(dossier, command, now).map(({ type }) => type);
  } catch (error) {
    if (isReturnsError(error)) return error;
    throw error;
  }
}

const told = ({ case: { decision, parcel } }: Dossier, { type }: Command): boolean =>
  (type in decisionMoves && Object.entries(decisionMoves).some(([name, { to }]) => name === type && to === decision)) ||
  (type === 'keep_item' && parcel === 'not_required') ||
  (type === 'receive' && parcel === 'received');

describe.each(commands)('$type, in every state', (command) => {
  it('is legal, or is refused with an error that names the state and what is legal', () => {
    for (const dossier of everyState) {
      const legal = legalCommands(dossier.case);
      const outcome = answer(dossier, command);
      if (outcome instanceof Error) {
        expect(legal).not.toContain(command.type);
        const { decision, parcel, settlement } = dossier.case;
        expect(outcome).toMatchObject({
          code: 'illegal_command',
          retryable: false,
          context: { decision, parcel, settlement, legal },
          description: expect.stringContaining(legal.join(', ')),
        });
      } else if (told(dossier, command)) {
        expect(outcome).toEqual([]);
      } else {
        expect(legal).toContain(command.type);
        expect(outcome.length).toBeGreaterThan(0);
      }
    }
  });
});

it('gives a case up only while the goods are with the shopper and no money has moved', () => {
  for (const dossier of everyState.filter((each) => !isUntouched(each.case))) {
    expect(legalCommands(dossier.case)).not.toContain('cancel');
    expect(legalCommands(dossier.case)).not.toContain('expire');
  }
});

it('is closed only once nothing is owed or awaited', () => {
  const closed = everyState.filter((each) => isClosed(each.case)).map((each) => each.case);
  const states = (facet: 'decision' | 'parcel' | 'settlement'): string[] =>
    [...new Set(closed.map((each) => each[facet]))].toSorted();
  expect(states('decision')).toEqual(['approved', 'cancelled', 'expired', 'rejected']);
  expect(states('parcel')).toEqual(
    facetStates.parcel.filter((state) => !['in_transit', 'out_for_delivery'].includes(state)).toSorted(),
  );
  expect(states('settlement')).toEqual(facetStates.settlement.filter((state) => state !== 'pending').toSorted());
  for (const each of closed.filter(({ decision }) => decision === 'approved')) {
    expect(['refunded', 'partially_refunded', 'exchanged', 'credited']).toContain(each.settlement);
  }
});

it('handles goods and money only after the return was approved', () => {
  for (const dossier of everyState.filter((each) => each.case.decision !== 'approved')) {
    const legal = legalCommands(dossier.case);
    expect(
      ['keep_item', 'receive', 'inspect', 'plan_settlement'].filter((each) => legal.some((is) => is === each)),
    ).toEqual([]);
  }
});

it('changes nothing when anything is said twice in a row', () => {
  const said = fc.constantFrom(...commands.filter(({ type }) => type !== 'note'));
  fc.assert(
    fc.property(fc.constantFrom(...everyState), said, (dossier, command) => {
      const outcome = answer(dossier, command);
      if (outcome instanceof Error) return;
      const once = after(dossier, command);
      // News that the case could not use is noted, not kept: nothing is left to know it by.
      if (once.types.includes('settlement.noted')) return;
      expect(after(once.dossier, command)).toEqual({ dossier: once.dossier, types: [] });
    }),
    { numRuns: 1000 },
  );
});
