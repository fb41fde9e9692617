import { asJson } from '../../shared/case-access';
import { causeOf, openLedger } from '../../shared/ledger-access';
import type { Operation } from '../../shared/operation';
import { requiredPicked, requiredText } from '../../shared/parameters';
import { requiredCaseId } from '../../shared/picked-case';
import { stepFields } from '../step-fields';

export const retryStep: Operation = {
  resource: 'step',
  option: {
    name: 'Retry',
    value: 'retry',
    action: 'Retry step',
    description: 'Open a failed step again, so that the next run of its node tries it',
  },
  fields: stepFields,
  async execute(context, itemIndex) {
    const ledger = await openLedger(context);
    const caseId = await requiredCaseId(context, itemIndex);
    const name = requiredPicked(context, 'step', 'Step', itemIndex);
    const reason = requiredText(context, 'reason', 'Reason', itemIndex);
    const step = asJson(await ledger.retryStep(caseId, name, reason, causeOf(context)));
    return { chapters: { step }, result: step };
  },
};
