import { asJson } from '../../shared/case-access';
import { requiredCaseIdField } from '../../shared/fields';
import { openLedger } from '../../shared/ledger-access';
import type { Operation } from '../../shared/operation';
import { requiredCaseId } from '../../shared/picked-case';

export const listEvidence: Operation = {
  resource: 'evidence',
  option: {
    name: 'Get Many',
    value: 'getAll',
    action: 'Get many evidence files',
    description: 'List what is attached to a case, the oldest first, without its content',
  },
  fields: [requiredCaseIdField],
  async execute(context, itemIndex) {
    const ledger = await openLedger(context);
    const found = await ledger.evidence(await requiredCaseId(context, itemIndex));
    return found.map((evidence) => ({ chapters: { evidence: asJson(evidence) }, result: asJson(evidence) }));
  },
};
