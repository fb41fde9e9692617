import { asJson } from '../../shared/case-access';
import { requiredCaseIdField } from '../../shared/fields';
import { causeOf, openLedger } from '../../shared/ledger-access';
import type { Operation } from '../../shared/operation';
import { requiredText } from '../../shared/parameters';
import { requiredCaseId } from '../../shared/picked-case';

export const erase: Operation = {
  resource: 'personalData',
  option: {
    name: 'Erase',
    value: 'erase',
    action: 'Erase personal data of case',
    description: 'Take the person out of a closed case for good; its figures stay',
  },
  fields: [
    requiredCaseIdField,
    {
      displayName: 'Reason',
      name: 'reason',
      type: 'string',
      required: true,
      default: '',
      placeholder: 'e.g. The shopper asked for it',
      description: 'Why, kept in the timeline of the case. Write no name in it.',
    },
  ],
  async execute(context, itemIndex) {
    const ledger = await openLedger(context);
    const caseId = await requiredCaseId(context, itemIndex);
    const reason = requiredText(context, 'reason', 'Reason', itemIndex);
    const dossier = await ledger.erase(caseId, reason, causeOf(context));
    return { chapters: asJson(dossier), result: asJson(dossier.case) };
  },
};
