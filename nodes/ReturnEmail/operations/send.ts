import type { IExecuteFunctions } from 'n8n-workflow';
import {
  isToShop,
  mailExtraSchema,
  mailMessageSchema,
  messageIdFor,
  renderMail,
  sendMail,
  type MailExtra,
  type MailMessage,
} from '../../../lib/mail';
import { parseWith, type Dossier, type Email } from '../../../lib/returns';
import { asJson, dossierOf, languageOf, performOnce, shopOf } from '../../shared/case-access';
import { caseIdField, languageField, shopField } from '../../shared/fields';
import { itemParameter } from '../../shared/item-parameter';
import type { Operation, OperationResult } from '../../shared/operation';
import { textParameter } from '../../shared/parameters';
import { smtpSettings } from '../../shared/smtp';
import { attachmentsOf } from '../attachments';

export const send: Operation = {
  option: {
    name: 'Send',
    value: 'send',
    action: 'Send return email',
    description: 'Write to the shopper, in their language, once per case and message',
  },
  fields: [
    caseIdField,
    {
      displayName: 'Message',
      name: 'message',
      type: 'options',
      options: [
        { name: 'Alert: A Workflow Failed', value: 'shop_alert', description: 'To the shop' },
        {
          name: 'Alert: A Workflow Gave Up',
          value: 'shop_given_up',
          description: 'To the shop, when an event is not tried any more',
        },
        {
          name: 'Alert: Deadline',
          value: 'shop_deadline',
          description: 'To the shop, before a marketplace decides or pays by itself',
        },
        {
          name: 'Alert: Money Is Owed',
          value: 'shop_money_owed',
          description: 'To the shop, when what an exchange cost less was not paid back',
        },
        {
          name: 'Alert: Refund Failed',
          value: 'shop_refund_failed',
          description: 'To the shop: why, what the shopper knows, and how to pay otherwise',
        },
        {
          name: 'Approved, Goods Are Kept',
          value: 'approved_keep_item',
          description: 'Nothing has to come back; what is paid is paid at once',
        },
        { name: 'Approved, with Label', value: 'approved_with_label' },
        { name: 'Credited', value: 'credited', description: 'Store credit was given' },
        { name: 'Exchanged', value: 'exchanged' },
        { name: 'In Review', value: 'in_review' },
        { name: 'In Transit', value: 'in_transit' },
        {
          name: 'Information Needed',
          value: 'information_needed',
          description: 'The questions of the policy, with a button to a form',
        },
        {
          name: 'Payment Due',
          value: 'payment_due',
          description: 'A dearer exchange, with a button to the page on which to pay the difference',
        },
        { name: 'Received', value: 'received' },
        { name: 'Refunded', value: 'refunded' },
        { name: 'Rejected', value: 'rejected' },
        { name: 'Request Received', value: 'request_received' },
      ],
      default: 'request_received',
    },
    {
      displayName: 'To',
      name: 'to',
      type: 'string',
      default: '',
      placeholder: 'name@email.com',
      description: "Left empty, the shopper's own address; for an alert, the address of the shop",
    },
    languageField,
    {
      displayName: 'Attachments',
      name: 'attachments',
      type: 'string',
      default: '',
      placeholder: 'e.g. slip',
      description: 'Binary fields to attach, comma-separated',
    },
    shopField,
    {
      displayName: 'Options',
      name: 'mailOptions',
      type: 'collection',
      placeholder: 'Add option',
      default: {},
      options: [
        {
          displayName: 'Answer Form URL',
          name: 'answerUrl',
          type: 'string',
          default: '',
          description: 'Where the shopper answers the questions of the policy. Without it they answer by e-mail.',
        },
        {
          displayName: 'Deadline',
          name: 'deadline',
          type: 'json',
          default:
            '={{ { endsAt: $json.deadline?.endsAt, marketplace: "TikTok Shop", awaits: "answer", byDefault: { decision: "approve", hoursBefore: 4 } } }}',
          description:
            'For the alert of that name: when, who, whether an "answer" or an "inspection" is awaited, and what the workflow decides before that',
        },
        {
          displayName: 'Failure',
          name: 'failure',
          type: 'json',
          default: '={{ { message: $json.execution?.error?.message, workflow: $json.workflow?.name } }}',
          description: 'What went wrong, for the alert on a workflow',
        },
        {
          displayName: 'Note',
          name: 'note',
          type: 'string',
          typeOptions: { rows: 2 },
          default: '',
          description: 'A sentence of yours, added to the message',
        },
        {
          displayName: 'Owed',
          name: 'owed',
          type: 'json',
          default: '={{ $json.exchangePayment?.owed }}',
          description:
            'What the shopper has left to pay, for the message that asks for it, or what the shop owes, for the alert on it; minor units and currency: { "amount": 1999, "currency": "EUR" } is 19.99 €',
        },
        {
          displayName: 'Payment Page URL',
          name: 'paymentUrl',
          type: 'string',
          default: '={{ $json.exchangePayment?.paymentUrl }}',
          description: 'Where the shopper pays it. Without it they ask by e-mail.',
        },
        {
          displayName: 'Repeat Key',
          name: 'repeatKey',
          type: 'string',
          default: '',
          description: 'Each message goes out once per case, and once more for every new value of this key',
        },
        {
          displayName: 'Status Page URL',
          name: 'statusUrl',
          type: 'string',
          default: '',
          description: 'Where the shopper follows the case',
        },
      ],
    },
  ],
  async execute(context, itemIndex) {
    const message = parseWith(mailMessageSchema, textParameter(context, 'message', itemIndex), 'the message');
    const dossier = await dossierOf(context, itemIndex);
    const shop = shopOf(context, dossier, itemIndex);
    const options = optionsOf(context, itemIndex);
    const step = ['email', message, options.repeatKey].filter(Boolean).join(':');
    const smtp = smtpSettings(await context.getCredentials('returnsSmtpApi', itemIndex));
    const to = recipientOf(context, message, dossier, shop.email, itemIndex);
    if (to === undefined) return withoutMail(context, itemIndex, step, dossier);
    const attachments = await attachmentsOf(context, itemIndex);

    const performed = await performOnce<Email>(context, itemIndex, step, async (_attempt, current) => {
      const about = current ?? dossier;
      const mail = await renderMail({
        message,
        dossier: about,
        shop,
        locale: languageOf(context, about, itemIndex),
        extra: options.extra,
      });
      const messageId = messageIdFor(about.case.id, step, smtp.from);
      const email = await sendMail({ smtp, to, replyTo: shop.email, mail, attachments, messageId }, new Date());
      return { result: email, commands: [{ type: 'record_email', email }] };
    });
    const email = asJson(performed.result);
    return { chapters: { ...asJson(performed.dossier ?? dossier), email }, result: email };
  },
};

interface MailOptions {
  readonly repeatKey: string | undefined;
  readonly extra: MailExtra;
}

function optionsOf(context: IExecuteFunctions, itemIndex: number): MailOptions {
  const { repeatKey, ...extra } = itemParameter(context, 'mailOptions', itemIndex, {}) as Record<string, unknown>;
  const given = Object.fromEntries(Object.entries(extra).filter(([, value]) => value !== '' && value !== undefined));
  return {
    repeatKey: repeatKey === undefined || repeatKey === '' ? undefined : String(repeatKey),
    extra: parseWith(mailExtraSchema, given, 'the options of the message'),
  };
}

/** Undefined where the shopper has no address: marketplaces keep it to themselves. */
function recipientOf(
  context: IExecuteFunctions,
  message: MailMessage,
  dossier: Dossier,
  shopEmail: string,
  itemIndex: number,
): string | undefined {
  const to = textParameter(context, 'to', itemIndex);
  if (to !== '') return to;
  return isToShop(message) ? shopEmail : dossier.order.customer.email;
}

/**
 * A return does not stop because its shopper cannot be written to: the timeline says so, once, and the item goes on. The
 * step has another name than the mail's, which can still go out once an address is known.
 */
async function withoutMail(
  context: IExecuteFunctions,
  itemIndex: number,
  step: string,
  known: Dossier,
): Promise<OperationResult> {
  const note = `No mail "${step.slice('email:'.length)}" was sent: the shopper has no e-mail address`;
  const { result, dossier } = await performOnce<{ readonly sent: false }>(context, itemIndex, `no-${step}`, () =>
    Promise.resolve({ result: { sent: false }, commands: [{ type: 'note', note }] }),
  );
  return { chapters: asJson(dossier ?? known), result };
}
