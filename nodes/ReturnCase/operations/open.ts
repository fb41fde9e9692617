import { caseSchema, orderSchema, requestSchema, shopSchema } from '../../../lib/returns';
import { asJson } from '../../shared/case-access';
import { causeOf, openLedger } from '../../shared/ledger-access';
import { orderField, requestField } from '../../shared/fields';
import type { Operation } from '../../shared/operation';
import { chapterParameter, optionalChapterParameter } from '../../shared/parameters';

export const open: Operation = {
  resource: 'case',
  option: {
    name: 'Open',
    value: 'open',
    action: 'Open return case',
    description: 'Open a case for a request; the same request never opens two',
  },
  fields: [
    requestField,
    orderField,
    {
      displayName: 'Shop',
      name: 'shop',
      type: 'json',
      default: '={{ $json.shop }}',
      description:
        'Name, e-mail and return address of the shop. Kept with the case, so that labels, slips and mails need no set-up of their own.',
    },
    {
      displayName: 'References',
      name: 'references',
      type: 'json',
      default: '={{ $json.references }}',
      description: 'IDs that the case has at providers, by name; cases can be found by them',
    },
  ],
  async execute(context, itemIndex) {
    const request = chapterParameter(context, 'request', 'Request', requestSchema, itemIndex);
    const order = chapterParameter(context, 'order', 'Order', orderSchema, itemIndex);
    const shop = optionalChapterParameter(context, 'shop', 'Shop', shopSchema, itemIndex);
    const references = optionalChapterParameter(
      context,
      'references',
      'References',
      caseSchema.unwrap().shape.references,
      itemIndex,
    );
    const ledger = await openLedger(context);
    const { dossier, opened } = await ledger.openCase(
      { request, order, ...(shop && { shop }), ...(references && { references }) },
      causeOf(context),
    );
    return { chapters: asJson(dossier), result: { ...asJson(dossier.case), opened } };
  },
};
