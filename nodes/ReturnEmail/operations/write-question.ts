import { questionExtraSchema, questionMessageSchema, renderQuestion } from '../../../lib/mail';
import { parseWith } from '../../../lib/returns';
import { asJson, dossierOf, languageOf, shopOf } from '../../shared/case-access';
import { caseIdField, languageField, shopField } from '../../shared/fields';
import type { Operation } from '../../shared/operation';
import { textParameter } from '../../shared/parameters';

export const writeQuestion: Operation = {
  option: {
    name: 'Write Question',
    value: 'writeQuestion',
    action: 'Write question to the shop',
    description: 'Subject, text and words of the buttons for a node that sends a message and waits for the answer',
  },
  fields: [
    { ...caseIdField, description: 'The return case that a person is asked about' },
    {
      displayName: 'Message',
      name: 'message',
      type: 'options',
      options: [
        {
          name: 'Approve or Reject',
          value: 'shop_review',
          description: 'For a case in review: all that a decision needs, and what the law says',
        },
        {
          name: 'Give Credit for What Came Back',
          value: 'shop_credit_received',
          description: 'After an inspection that was not as expected',
        },
        {
          name: 'Pay Back What Came Back',
          value: 'shop_pay_received',
          description: 'After an inspection that was not as expected',
        },
        {
          name: 'Send a Cheaper Exchange',
          value: 'shop_exchange_difference',
          description: 'After an inspection that was not as expected: the difference is paid back with it',
        },
      ],
      default: 'shop_review',
    },
    {
      ...languageField,
      options: (languageField.options ?? []).filter((option) => !('value' in option && option.value === 'shopper')),
      default: 'en',
      description: 'The one that your team reads',
    },
    shopField,
    {
      displayName: 'Note',
      name: 'note',
      type: 'string',
      typeOptions: { rows: 2 },
      default: '',
      description: 'A sentence of yours, added to the question',
    },
  ],
  async execute(context, itemIndex) {
    const message = parseWith(questionMessageSchema, textParameter(context, 'message', itemIndex), 'the message');
    const dossier = await dossierOf(context, itemIndex);
    const note = textParameter(context, 'note', itemIndex);
    const question = await renderQuestion({
      message,
      dossier,
      shop: shopOf(context, dossier, itemIndex),
      locale: languageOf(context, dossier, itemIndex),
      extra: parseWith(questionExtraSchema, note === '' ? {} : { note }, 'the note'),
    });
    return { chapters: { ...asJson(dossier), question: asJson(question) }, result: asJson(question) };
  },
};
