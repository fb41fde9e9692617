import type { ReturnResult, ShopifyClient } from '../../../lib/shops/shopify';
import { shopify } from '../../shared/shops';
import { asJson } from '../../shared/case-access';
import { caseIdField } from '../../shared/fields';
import type { Operation } from '../../shared/operation';
import { connectShopify } from '../../shared/shopify';
import { returnChapters, returnIdField, returnIdOf, returnReference } from '../return-fields';
import { writeReturn } from '../write-return';

export const cancel: Operation = {
  resource: 'return',
  option: {
    name: 'Cancel',
    value: 'cancel',
    action: 'Cancel return',
    description: 'Call a return off before goods or money have moved; the shopper keeps the goods',
  },
  fields: [returnIdField, caseIdField],
  async execute(context, itemIndex) {
    const returnId = returnIdOf(context, itemIndex);
    const { output } = await writeReturn(context, itemIndex, 'shopify:cancel', (client) =>
      shopify().cancelReturn(client, { returnId }),
    );
    return output;
  },
};

/** A return may be closed and reopened again and again, so these are no steps of a case; the return is looked at first. */
const moving = (
  option: Operation['option'],
  move: (client: ShopifyClient, input: { returnId: string }) => Promise<ReturnResult>,
): Operation => ({
  resource: 'return',
  option,
  fields: [returnIdField],
  async execute(context, itemIndex) {
    const returnId = returnIdOf(context, itemIndex);
    const moved = await move(await connectShopify(context, itemIndex), { returnId });
    return {
      chapters: { references: returnReference(moved), ...returnChapters(moved) },
      result: asJson(moved.shopifyReturn),
    };
  },
});

export const close = moving(
  {
    name: 'Close',
    value: 'close',
    action: 'Close return',
    description: 'End a return that nothing more is expected of; one that is closed stays as it is',
  },
  (...of) => shopify().closeReturn(...of),
);

export const reopen = moving(
  {
    name: 'Reopen',
    value: 'reopen',
    action: 'Reopen return',
    description: 'Open a closed return again, for goods that come late',
  },
  (...of) => shopify().reopenReturn(...of),
);
