import { asJson } from '../../shared/case-access';
import { requiredCaseIdField } from '../../shared/fields';
import { openLedger } from '../../shared/ledger-access';
import type { Operation } from '../../shared/operation';
import { requiredCaseId } from '../../shared/picked-case';

export const timeline: Operation = {
  resource: 'case',
  option: {
    name: 'Timeline',
    value: 'timeline',
    action: 'Get return case timeline',
    description: 'Read everything that happened to a case, oldest first, with its outside effects',
  },
  fields: [requiredCaseIdField],
  async execute(context, itemIndex) {
    const ledger = await openLedger(context);
    const caseId = await requiredCaseId(context, itemIndex);
    const [events, steps] = [await ledger.timeline(caseId), await ledger.steps(caseId)];
    const chapter = { events: events.map((event) => asJson(event)), steps: steps.map((step) => asJson(step)) };
    return { chapters: { timeline: chapter }, result: chapter };
  },
};
