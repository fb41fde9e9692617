import type { Exclusion } from '../../../document/exclusions';
import { isLegalGround } from '../../../engine/legal-ground';
import { factsOf } from '../../../render/words/clauses';

/** Whether an exclusion can refuse what the law grants: by a ground of law, and not by what a score says. */
export const hasLegalGround = ({ ground, when }: Exclusion): boolean =>
  isLegalGround(ground) && !factsOf(when).some((fact) => fact.startsWith('risk.'));
