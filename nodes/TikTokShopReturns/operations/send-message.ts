import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { isToShop, mailMessageSchema, mailMessages, renderChat } from '../../../lib/mail';
import type { Attempt } from '../../../lib/ledger';
import type { MessageContent, SentMessage } from '../../../lib/shops/tiktok-shop';
import { tikTokShop } from '../../shared/shops';
import { parseWith, type Dossier } from '../../../lib/returns';
import { asJson, dossierOf, languageOf, performOnce, shopOf } from '../../shared/case-access';
import { caseIdField, languageField, titleOptions } from '../../shared/fields';
import type { Operation } from '../../shared/operation';
import { requiredText, textParameter } from '../../shared/parameters';
import { connectShopOf } from '../../shared/tiktok-shop';
import { orderIdField } from '../return-fields';

const shownFor = (field: INodeProperties, ...kinds: string[]): INodeProperties => ({
  ...field,
  displayOptions: { show: { content: kinds } },
});

export const sendMessage: Operation = {
  resource: 'message',
  option: {
    name: 'Send',
    value: 'send',
    action: 'Send message to shopper',
    description:
      'Write to the shopper in the chat of TikTok Shop, which hides e-mail addresses; once per case and message',
  },
  fields: [
    caseIdField,
    {
      displayName: 'Buyer User ID',
      name: 'buyerUserId',
      type: 'string',
      required: true,
      default: '={{ $json.tiktokOrder?.buyerUserId ?? $json.order?.customer?.id }}',
    },
    {
      displayName: 'Content',
      name: 'content',
      type: 'options',
      options: [
        {
          name: 'Letter of the Case',
          value: 'letter',
          description: 'What the shopper would get by mail, as a chat says it, in their language',
        },
        { name: 'Logistics Card', value: 'LOGISTICS_CARD' },
        { name: 'Order Card', value: 'ORDER_CARD' },
        { name: 'Return Card', value: 'RETURN_REFUND_CARD' },
        { name: 'Text of Your Own', value: 'TEXT' },
      ],
      default: 'TEXT',
    },
    shownFor(
      {
        displayName: 'Text',
        name: 'text',
        type: 'string',
        typeOptions: { rows: 4 },
        required: true,
        default: '',
        description: 'Up to 2000 characters',
      },
      'TEXT',
    ),
    shownFor(
      {
        displayName: 'Letter',
        name: 'letter',
        type: 'options',
        options: titleOptions(mailMessages.filter((name) => !isToShop(name)).toSorted()),
        default: 'request_received',
      },
      'letter',
    ),
    shownFor(languageField, 'letter'),
    shownFor(orderIdField, 'ORDER_CARD', 'RETURN_REFUND_CARD', 'LOGISTICS_CARD'),
    shownFor(
      {
        displayName: 'SKU ID',
        name: 'skuId',
        type: 'string',
        required: true,
        default: '={{ $json.tiktokReturn?.units?.[0]?.skuId }}',
      },
      'RETURN_REFUND_CARD',
    ),
    shownFor(
      {
        displayName: 'Package ID',
        name: 'packageId',
        type: 'string',
        default: '={{ $json.tiktokOrder?.units?.[0]?.packageId }}',
      },
      'LOGISTICS_CARD',
    ),
    {
      displayName: 'Repeat Key',
      name: 'repeatKey',
      type: 'string',
      default: '',
      description:
        'Each message goes out once per case, and once more for every new value of this key. Give each text of your own a key.',
    },
  ],
  async execute(context, itemIndex) {
    const client = await connectShopOf(context, itemIndex);
    const buyerUserId = requiredText(context, 'buyerUserId', 'Buyer User ID', itemIndex);
    const kind = textParameter(context, 'content', itemIndex);
    const letter = kind === 'letter' ? textParameter(context, 'letter', itemIndex) : kind.toLowerCase();
    const repeatKey = textParameter(context, 'repeatKey', itemIndex);
    const step = ['tiktok:message', letter, repeatKey].filter(Boolean).join(':');
    const { result, dossier } = await performOnce<SentMessage>(context, itemIndex, step, async (attempt, current) => ({
      result: await tikTokShop().sendMessage(client, {
        buyerUserId,
        attempt,
        content: await sameContent(context, itemIndex, attempt, () => contentOf(context, itemIndex, kind, current)),
      }),
    }));
    return {
      chapters: { ...(dossier && asJson(dossier)), tiktokMessage: asJson(result) },
      result: asJson(result),
    };
  },
};

/**
 * What the first attempt said: a repeat is known again in the chat by its words, and the case may have moved on since.
 * A message that TikTok Shop has refused is written anew, under the new key that it then gets.
 */
async function sameContent(
  context: IExecuteFunctions,
  itemIndex: number,
  { idempotencyKey }: Attempt,
  write: () => Promise<MessageContent>,
): Promise<MessageContent> {
  const step = `tiktok:words:${idempotencyKey}`;
  const { result } = await performOnce<MessageContent>(context, itemIndex, step, async () => ({
    result: await write(),
  }));
  return result;
}

async function contentOf(
  context: IExecuteFunctions,
  itemIndex: number,
  kind: string,
  current: Dossier | undefined,
): Promise<MessageContent> {
  const required = (name: string, label: string): string => requiredText(context, name, label, itemIndex);
  switch (kind) {
    case 'letter':
      return { type: 'TEXT', text: await letterText(context, itemIndex, current) };
    case 'ORDER_CARD':
      return { type: 'ORDER_CARD', orderId: required('orderId', 'Order ID') };
    case 'RETURN_REFUND_CARD':
      return {
        type: 'RETURN_REFUND_CARD',
        orderId: required('orderId', 'Order ID'),
        skuId: required('skuId', 'SKU ID'),
      };
    case 'LOGISTICS_CARD': {
      const packageId = textParameter(context, 'packageId', itemIndex);
      return {
        type: 'LOGISTICS_CARD',
        orderId: required('orderId', 'Order ID'),
        ...(packageId !== '' && { packageId }),
      };
    }
    default:
      return { type: 'TEXT', text: required('text', 'Text') };
  }
}

/** The letter as a chat says it, cut at the end of a line where it is longer than a message may be. */
async function letterText(
  context: IExecuteFunctions,
  itemIndex: number,
  current: Dossier | undefined,
): Promise<string> {
  const dossier = current ?? (await dossierOf(context, itemIndex));
  const whole = await renderChat({
    message: parseWith(mailMessageSchema, textParameter(context, 'letter', itemIndex), 'the letter'),
    dossier,
    shop: shopOf(context, dossier, itemIndex),
    locale: languageOf(context, dossier, itemIndex),
  });
  if (whole.length <= tikTokShop().longestText) return whole;
  const cut = whole.slice(0, tikTokShop().longestText);
  return cut.slice(0, Math.max(cut.lastIndexOf('\n'), 1)).trim();
}
