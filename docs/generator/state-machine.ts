import { commandSchema, facetStates } from '../../lib/returns';
import { decisionMoves, parcelMoves, settlementMoves, type Move } from '../../lib/returns/state-machine';
import { code, table } from './markdown';

type Moves = Readonly<Record<string, Move<string>>>;

const facets = [
  { name: 'Decision', states: facetStates.decision, moves: decisionMoves, start: 'requested', by: 'Command' },
  { name: 'Parcel', states: facetStates.parcel, moves: parcelMoves, start: 'none', by: 'News' },
  { name: 'Settlement', states: facetStates.settlement, moves: settlementMoves, start: 'none', by: 'News' },
] as const;

/** A diagram and a table per facet, and every command there is. */
export function stateMachineBlocks(): Record<string, string> {
  const sections = facets.map(({ name, states, moves, start, by }) =>
    [
      `## ${name}`,
      `States: ${states.map(code).join(', ')}. A case begins as ${code(start)}.`,
      diagram(moves, start),
      table(
        [by, 'From', 'To', 'Event'],
        Object.entries<Move<string>>(moves).map(([key, { from, to, event }]) => [
          code(key),
          from.map(code).join(', '),
          code(to),
          code(event),
        ]),
      ),
    ].join('\n\n'),
  );
  return { machine: sections.join('\n\n'), commands: commands() };
}

function diagram(moves: Moves, start: string): string {
  const arrows = Object.entries(moves).flatMap(([name, { from, to }]) =>
    from.map((state) => `  ${state} --> ${to}${name === to ? '' : `: ${name}`}`),
  );
  return ['```mermaid', 'stateDiagram-v2', `  [*] --> ${start}`, ...arrows, '```'].join('\n');
}

function commands(): string {
  const rows = commandSchema.unwrap().options.map(({ shape }) => {
    const parts = Object.keys(shape).filter((key) => key !== 'type');
    return [code(shape.type.value), parts.map(code).join(', ')];
  });
  return table(['Command', 'Carries'], rows);
}
