import type { LegalFactName, LegalLine, WithdrawalGround } from './facts';
import type { Enacted, Law } from './law-at';
import type { Statement } from './rights';
import type { WithdrawalExceptionRule } from './rules';
import { nothing } from './standing';

interface NoException {
  readonly status: 'no_exception';
  readonly needs: readonly [];
  readonly statements: readonly Statement[];
}

interface Exception {
  readonly status: 'excepted' | 'undecided';
  readonly ground: WithdrawalGround;
  readonly needs: readonly LegalFactName[];
  /** That the shop told of the exception before the order, where nobody knows. */
  readonly assumed: readonly LegalFactName[];
  readonly statements: readonly Statement[];
}

export type ExceptionVerdict = NoException | Exception;

const isUndecided = (verdict: ExceptionVerdict): verdict is Exception => verdict.status === 'undecided';

const noException: ExceptionVerdict = { status: 'no_exception', needs: [], statements: [] };

/**
 * Whether the law takes a line out of withdrawal. The surest exception of several decides: one that holds, then one that
 * is for a person whatever else comes to be known, then all that turn on a fact together.
 * Goods of which the shop did not say so before the order are for a person: what follows from that silence is disputed.
 */
export function judgeExceptions(law: Law, line: LegalLine): ExceptionVerdict {
  if (line.grounds === undefined || line.grounds.length === 0) return noException;
  const verdicts = line.grounds.map((ground) => judgeGround(law, line, ground));
  return (
    verdicts.find(({ status }) => status === 'excepted') ??
    verdicts.find(({ status, needs }) => status === 'undecided' && needs.length === 0) ??
    togetherUndecided(verdicts) ??
    verdicts[0] ??
    noException
  );
}

function togetherUndecided(verdicts: readonly ExceptionVerdict[]): ExceptionVerdict | undefined {
  const [first, ...others] = verdicts.filter(isUndecided);
  if (first === undefined || others.length === 0) return first;
  return {
    ...first,
    needs: [...new Set([first, ...others].flatMap(({ needs }) => needs))].sort(),
    statements: [...new Set([first, ...others].flatMap(({ statements }) => statements))],
  };
}

function judgeGround(law: Law, line: LegalLine, ground: WithdrawalGround): ExceptionVerdict {
  const rule = law.exceptions.get(ground);
  if (rule === undefined) return noException;
  const met = conditionOf(rule, line);
  if (met.holds === false) return { status: 'no_exception', needs: [], statements: rule.saying };
  if (met.holds === undefined)
    return { status: 'undecided', ground, needs: met.needs, assumed: nothing, statements: rule.saying };
  if (line.exceptionInfoGiven === false) {
    return {
      status: 'undecided',
      ground,
      needs: nothing,
      assumed: nothing,
      statements: [...(law.exceptionInformation?.saying ?? nothing), rule.says],
    };
  }
  const assumed = line.exceptionInfoGiven === undefined ? infoAssumed : nothing;
  return { status: 'excepted', ground, needs: nothing, assumed, statements: rule.saying };
}

const infoAssumed: readonly LegalFactName[] = ['line.exceptionInfoGiven'];

interface Condition {
  readonly holds: boolean | undefined;
  readonly needs: readonly LegalFactName[];
}

function conditionOf({ onlyWhen }: Enacted<WithdrawalExceptionRule>, line: LegalLine): Condition {
  if (onlyWhen === undefined) return { holds: true, needs: [] };
  if (onlyWhen === 'digital_consent') return { holds: line.digitalConsentGiven, needs: ['line.digitalConsentGiven'] };
  const { seal = 'unknown' } = line;
  return { holds: seal === 'unknown' ? undefined : seal === 'unsealed', needs: ['line.seal'] };
}
