import { z } from 'zod/v4';
import { shopify, type Shopify } from '../../shared/shops';
import { asJson } from '../../shared/case-access';
import type { Operation } from '../../shared/operation';
import { chapterParameter, requiredText } from '../../shared/parameters';
import { connectShopify } from '../../shared/shopify';
import { orderIdField, orderIdOf } from '../line-fields';

/** What is written onto an order. Each looks first, or may come twice, so none is a step of a case. */

const tagsOf = (text: string): string[] => [...new Set(text.split(',').map((part) => part.trim()))].filter(Boolean);

const tagging = (option: Operation['option'], change: () => Shopify['addTags']): Operation => ({
  resource: 'order',
  option,
  fields: [
    orderIdField,
    {
      displayName: 'Tags',
      name: 'tags',
      type: 'string',
      required: true,
      default: '',
      placeholder: 'e.g. returned, vip',
      description: 'Separated by commas',
    },
  ],
  async execute(context, itemIndex) {
    const orderId = orderIdOf(context, itemIndex);
    const tags = tagsOf(requiredText(context, 'tags', 'Tags', itemIndex));
    await change()(await connectShopify(context, itemIndex), { orderId, tags });
    return { chapters: {}, result: { orderId, tags } };
  },
});

export const addTags = tagging(
  { name: 'Add Tags', value: 'addTags', action: 'Add tags to order', description: 'Tag an order for staff and flows' },
  () => shopify().addTags,
);

export const removeTags = tagging(
  {
    name: 'Remove Tags',
    value: 'removeTags',
    action: 'Remove tags from order',
    description: 'Take tags off an order; those that it has not are no matter',
  },
  () => shopify().removeTags,
);

export const addNote: Operation = {
  resource: 'order',
  option: {
    name: 'Add Note',
    value: 'addNote',
    action: 'Add note to order',
    description: 'Add a line to the note that the staff sees; Shopify notes it in the timeline of the order',
  },
  fields: [
    orderIdField,
    {
      displayName: 'Note',
      name: 'note',
      type: 'string',
      required: true,
      default: '={{ $json.case?.rma }}',
      placeholder: 'e.g. RMA-2026-000042: received, shelf B',
    },
  ],
  async execute(context, itemIndex) {
    const orderId = orderIdOf(context, itemIndex);
    const text = requiredText(context, 'note', 'Note', itemIndex);
    const result = asJson(await shopify().addNote(await connectShopify(context, itemIndex), { orderId, text }));
    return { chapters: { orderNote: result }, result };
  },
};

const metafieldsSchema = z
  .array(
    z.object({
      namespace: z.string().min(1),
      key: z.string().min(1),
      type: z.string().min(1).default('single_line_text_field'),
      value: z.union([z.string(), z.number(), z.boolean()]).transform(String),
    }),
  )
  .min(1);

export const setMetafields: Operation = {
  resource: 'order',
  option: {
    name: 'Set Metafields',
    value: 'setMetafields',
    action: 'Set metafields of order',
    description: 'Write metafields of an order, unless somebody else has changed them in between',
  },
  fields: [
    orderIdField,
    {
      displayName: 'Metafields',
      name: 'metafields',
      type: 'json',
      required: true,
      default: '={{ [{ namespace: "returns", key: "rma", value: $json.case?.rma }] }}',
      description: 'Namespace, key, type (single_line_text_field unless told) and value of each',
    },
  ],
  async execute(context, itemIndex) {
    const orderId = orderIdOf(context, itemIndex);
    const metafields = chapterParameter(context, 'metafields', 'Metafields', metafieldsSchema, itemIndex);
    const written = await shopify().setMetafields(await connectShopify(context, itemIndex), { orderId, metafields });
    const result = { metafields: written.map((field) => asJson(field)) };
    return { chapters: result, result: { ...result, orderId } };
  },
};
