import type { IRun } from 'n8n-workflow';
import { z } from 'zod/v4';
import { decideNode } from './workflows';

const itemSchema = z.object({
  request: z.looseObject({ externalId: z.string() }),
  order: z.looseObject({ id: z.string() }),
  decision: z.looseObject({ outcome: z.string(), evaluatedAt: z.string() }),
});
type Answer = z.output<typeof itemSchema>;

/** What a run has decided, by the marketplace's number of the return. */
export function answersOf({ data }: IRun): ReadonlyMap<string, Answer> {
  const outputs = (data.resultData.runData[decideNode] ?? []).flatMap(({ data: given }) => given?.['main'] ?? []);
  const answers = outputs.flatMap((items) => (items ?? []).map(({ json }) => itemSchema.parse(json)));
  return new Map(answers.map((answer) => [answer.request.externalId, answer]));
}

/** How many returns each outcome has. */
export function outcomesOf(answers: ReadonlyMap<string, Answer>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { decision } of answers.values()) counts[decision.outcome] = (counts[decision.outcome] ?? 0) + 1;
  return counts;
}

/**
 * Both sides have read the same request and order of every return and decided the same, apart from the moment.
 * @throws Error naming the first return that differs
 */
export function ensureSame(
  ours: ReadonlyMap<string, Answer>,
  theirs: ReadonlyMap<string, Answer>,
  count: number,
): void {
  if (ours.size !== count || theirs.size !== count) {
    throw new Error(`${count} returns wait; ours decided ${ours.size}, the peer ${theirs.size}`);
  }
  for (const [id, own] of ours) {
    const other = theirs.get(id);
    const part = parts.find((name) => other === undefined || comparable(own, name) !== comparable(other, name));
    if (part === undefined) continue;
    const told = [own, other].map((answer) => answer && comparable(answer, part));
    throw new Error(`the ${part} of return ${id} differs:\n${told.join('\n')}`);
  }
}

const parts = ['request', 'order', 'decision'] as const;

/** The moment is also in the texts of the decision, and in the time that is left to answer. */
const comparable = (answer: Answer, part: (typeof parts)[number]): string =>
  JSON.stringify(answer[part])
    .replaceAll(answer.decision.evaluatedAt, 'now')
    .replaceAll(/"clock\.hoursToRespond":-?[\d.]+/g, '"clock.hoursToRespond":"until then"');
