import { z } from 'zod/v4';
import { commandSchema } from '../../../lib/returns';
import { asJson } from '../../shared/case-access';
import { causeOf, openLedger } from '../../shared/ledger-access';
import type { Operation } from '../../shared/operation';
import { optionalChapterParameter, optionalJsonParameter, requiredPicked, requiredText } from '../../shared/parameters';
import { requiredCaseId } from '../../shared/picked-case';
import { stepFields } from '../step-fields';

export const settleStep: Operation = {
  resource: 'step',
  option: {
    name: 'Settle by Hand',
    value: 'settle',
    action: 'Settle step by hand',
    description: 'Take a step for done that a person did outside: no run does it again',
  },
  fields: [
    ...stepFields,
    {
      displayName: 'Options',
      name: 'settleOptions',
      type: 'collection',
      placeholder: 'Add option',
      default: {},
      options: [
        {
          displayName: 'News',
          name: 'news',
          type: 'json',
          default: '[{ "type": "note", "note": "Paid by bank transfer" }]',
          description: 'Commands that tell the case what was done, as the step would have',
        },
        {
          displayName: 'Result',
          name: 'result',
          type: 'json',
          default: '{ "status": "succeeded" }',
          description: 'What the node gets in place of the result of a run of its own',
        },
      ],
    },
  ],
  async execute(context, itemIndex) {
    const ledger = await openLedger(context);
    const caseId = await requiredCaseId(context, itemIndex);
    const name = requiredPicked(context, 'step', 'Step', itemIndex);
    const result = optionalJsonParameter(context, 'settleOptions.result', 'Result', itemIndex);
    const commands = optionalChapterParameter(context, 'settleOptions.news', 'News', z.array(commandSchema), itemIndex);
    const outcome = await ledger.settleStep(
      caseId,
      name,
      {
        reason: requiredText(context, 'reason', 'Reason', itemIndex),
        ...(result !== undefined && { result }),
        ...(commands && { commands }),
      },
      causeOf(context),
    );
    const step = { step: name, status: 'done', settled: outcome.performed };
    return { chapters: { ...asJson(outcome.dossier), step }, result: step };
  },
};
