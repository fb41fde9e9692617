import type { Deadline } from '../calendar/zone';
import { isProtected } from '../law';
import type { Judgement } from './judge';
import { firstWindowEnd } from './window-end';

/** Where no law says how long a shopper has to send goods back: as long as the law of the EU gives, and not less. */
const DAYS_WITHOUT_LAW = 14;

/**
 * The last instant to send the goods back: the end of the window, or what the law of the shopper gives after the
 * request where that is later, so that who asks on the last day can still send. Undefined where nothing ends, where the
 * request is refused, and where the goods are kept.
 */
export function sendByOf(judgement: Judgement, isKept: boolean): Deadline | undefined {
  const end = firstWindowEnd(judgement);
  if (end === undefined || judgement.outcome === 'reject' || isKept) return undefined;
  const least = daysToSend(judgement);
  return least.at > end.at ? least : end;
}

/** The law of withdrawal sets a day for what is withdrawn from alone: faulty goods have none. */
function daysToSend({ compiled: { calendar }, findings, law, lines }: Judgement): Deadline {
  const withdraws = lines.some(({ outcome }, index) => {
    const rights = law.ofLine(index);
    return outcome !== 'reject' && rights !== undefined && isProtected(rights.withdrawal);
  });
  const byLaw = withdraws ? law.rights.sendBack : undefined;
  return byLaw?.endsAt ?? calendar.endOf(calendar.dayOf(findings.times.requestedAt) + DAYS_WITHOUT_LAW);
}
