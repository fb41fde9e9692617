import { asJson } from '../../shared/case-access';
import { openLedger } from '../../shared/ledger-access';
import type { Operation } from '../../shared/operation';
import { requiredText } from '../../shared/parameters';

export const exportPerson: Operation = {
  resource: 'personalData',
  option: {
    name: 'Export',
    value: 'export',
    action: 'Export personal data of person',
    description: 'Get everything that the ledger holds about one person, as JSON',
  },
  fields: [
    {
      displayName: 'Email',
      name: 'email',
      type: 'string',
      required: true,
      default: '={{ $json.order?.customer?.email }}',
      placeholder: 'e.g. name@email.com',
      description: 'As the shopper gave it with an order',
    },
    {
      displayName: 'With Files',
      name: 'withFiles',
      type: 'boolean',
      default: true,
      description: 'Whether the content of attached files is part of the answer, in Base64',
    },
  ],
  async execute(context, itemIndex) {
    const email = requiredText(context, 'email', 'Email', itemIndex);
    const withEvidence = context.getNodeParameter('withFiles', itemIndex, true) === true;
    const person = asJson(await (await openLedger(context)).exportPerson({ email, withEvidence }));
    return { chapters: { person }, result: person };
  },
};
