import type { Deadline } from '../calendar/zone';
import type { Right } from '../law';
import { isShopAtFault } from './find-line';
import type { Judgement } from './judge';

/** The last instant to ask for the return of a line: the policy's, or the law's where that is later. */
export function windowEndOf({ lines, law }: Judgement, index: number): Deadline | undefined {
  const line = lines[index];
  if (line === undefined) return undefined;
  const rights = law.ofLine(index);
  let end = line.findings.window?.end;
  if (rights === undefined) return end;
  const { withdrawal, undisclosedPolicy, marketplace } = rights;
  const counts = (right: Right): boolean => right.status !== 'excepted' && right.status !== 'none';
  const candidates: Right[] = [withdrawal, undisclosedPolicy];
  if (!marketplace.forDefectsOnly || isShopAtFault(line.findings.entry)) candidates.push(marketplace);
  for (const right of candidates) {
    if (counts(right) && right.endsAt !== undefined && (end === undefined || right.endsAt.at > end.at))
      end = right.endsAt;
  }
  return end;
}

/** The first window to end of those lines that are not refused; of all lines when they are. */
export function firstWindowEnd(judgement: Judgement): Deadline | undefined {
  const ends = judgement.lines.flatMap(({ outcome }, index) => {
    const end = windowEndOf(judgement, index);
    return end === undefined ? [] : [{ outcome, end }];
  });
  const live = ends.filter(({ outcome }) => outcome !== 'reject');
  return (live.length > 0 ? live : ends)
    .map(({ end }) => end)
    .reduce<Deadline | undefined>((first, end) => (first === undefined || end.at < first.at ? end : first), undefined);
}
