import { nameQuery, quote } from './find-order';

/** Shopify names a return after its order: the second one of #1001 is #1001-R2. */
const returnSuffix = /-R\d*$/i;

export const isReturnName = (text: string): boolean => returnSuffix.test(text);

/**
 * Orders by what a person types into a search box: the name of an order or of one of its returns, how a name begins, or
 * anything else that Shopify looks through, such as who has bought it.
 */
export function orderTextQuery(text: string): string {
  const name = text.replace(returnSuffix, '');
  const beginning = /^#?([\w-]+)$/.exec(name)?.[1];
  return [nameQuery(name), ...(beginning === undefined ? [] : [`name:${beginning}*`]), quote(name)].join(' OR ');
}
