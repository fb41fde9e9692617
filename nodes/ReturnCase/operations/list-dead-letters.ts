import { asJson } from '../../shared/case-access';
import { caseIdField, limitField } from '../../shared/fields';
import { openLedger } from '../../shared/ledger-access';
import type { Operation } from '../../shared/operation';
import { pickedParameter } from '../../shared/parameters';
import { pickedCaseId } from '../../shared/picked-case';
import { consumerField } from '../consumer-field';

const MOST = 1000;

export const listDeadLetters: Operation = {
  resource: 'deadLetter',
  option: {
    name: 'Get Many',
    value: 'getAll',
    action: 'Get many dead letters',
    description: 'List the events that a workflow has given up, with the case and the reason',
  },
  fields: [
    { ...caseIdField, default: { mode: 'list', value: '' }, description: 'Only those of one case' },
    {
      ...consumerField,
      required: false,
      default: { mode: 'list', value: '' },
      description: 'Only those of one trigger',
    },
    { ...limitField, typeOptions: { minValue: 1, maxValue: MOST }, displayOptions: {} },
  ],
  async execute(context, itemIndex) {
    const caseId = await pickedCaseId(context, itemIndex);
    const consumer = pickedParameter(context, 'consumer', itemIndex);
    const limit = Math.min(Number(context.getNodeParameter('limit', itemIndex, 50)), MOST);
    const found = await (
      await openLedger(context)
    ).deadLetters({
      limit,
      ...(caseId !== undefined && { caseId }),
      ...(consumer !== '' && { consumer }),
    });
    return found.map(({ event, dossier, consumer: by, attempt, error, givenUpAt }) => {
      const chapter = { consumer: by, seq: event.seq, type: event.type, attempts: attempt, error, givenUpAt };
      return { chapters: { ...asJson(dossier), deadLetter: chapter }, result: { ...chapter, rma: dossier.case.rma } };
    });
  },
};
