import type { LawReference } from '../../returns';
import type { Statement } from '../law';

/** A statement of law as it stands on a decision. */
export const lawReference = ({ ruleId, jurisdiction, article, source }: Statement): LawReference => ({
  ruleId,
  jurisdiction,
  article,
  source,
});
