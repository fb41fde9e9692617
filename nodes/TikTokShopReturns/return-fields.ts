import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { CancellationResult, ReturnResult, TikTokShopClient } from '../../lib/shops/tiktok-shop';
import { asJson } from '../shared/case-access';
import { requiredPicked } from '../shared/parameters';

export const returnIdField: INodeProperties = {
  displayName: 'Return',
  name: 'returnId',
  type: 'resourceLocator',
  required: true,
  default: {
    mode: 'id',
    value: '={{ $json.case?.references?.tiktokReturn ?? $json.tiktokReturn?.id ?? $json.tiktokShop?.returnId }}',
  },
  description: 'The return, refund or replacement in TikTok Shop',
  modes: [
    {
      displayName: 'From List',
      name: 'list',
      type: 'list',
      placeholder: 'Select a return…',
      typeOptions: { searchListMethod: 'searchReturnsToPick', searchable: true },
    },
    { displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 4035318504086604500' },
  ],
};

export const cancelIdField: INodeProperties = {
  displayName: 'Cancellation ID',
  name: 'cancelId',
  type: 'string',
  required: true,
  default:
    '={{ $json.case?.references?.tiktokCancellation ?? $json.tiktokCancellation?.id ?? $json.tiktokShop?.cancelId }}',
  placeholder: 'e.g. 4035227007132340001',
};

export const orderIdField: INodeProperties = {
  displayName: 'Order ID',
  name: 'orderId',
  type: 'string',
  required: true,
  default: '={{ $json.order?.id ?? $json.tiktokShop?.orderId }}',
  placeholder: 'e.g. 576461413038785752',
};

/** Units, one each: TikTok Shop has a line item for every unit. */
export const orderLineIdsField: INodeProperties = {
  displayName: 'Order Line IDs',
  name: 'orderLineIds',
  type: 'string',
  required: true,
  default: '={{ $json.request?.lines?.map((line) => line.orderLineId).join(",") }}',
  placeholder: 'e.g. 576461416728782187,576461416728782188',
  description: 'One for each unit, comma-separated',
};

export const localeField: INodeProperties = {
  displayName: 'Language of the Texts',
  name: 'locale',
  type: 'string',
  default: '',
  placeholder: 'e.g. en-GB',
  description: "Language code for TikTok's own texts; English when empty",
};

export const shipmentFields: INodeProperties[] = [
  {
    displayName: 'Shipment',
    name: 'shipmentType',
    type: 'options',
    options: [
      { name: 'Arranged by the Shopper', value: 'BUYER_ARRANGE' },
      { name: 'By TikTok Shop', value: 'PLATFORM' },
      { name: 'Not Told', value: '' },
    ],
    default: '',
    description: 'How the goods come back',
  },
  {
    displayName: 'Handover',
    name: 'handoverMethod',
    type: 'options',
    options: [
      { name: 'Drop-Off', value: 'DROP_OFF' },
      { name: 'Not Told', value: '' },
      { name: 'Pick-Up', value: 'PICKUP' },
    ],
    default: '',
    displayOptions: { show: { shipmentType: ['PLATFORM'] } },
  },
];

export const returnIdOf = (context: IExecuteFunctions, itemIndex: number): string =>
  requiredPicked(context, 'returnId', 'Return', itemIndex);

/** The names by which a case remembers its return and shop in TikTok Shop. */
export const returnReference = (
  { tiktokReturn }: ReturnResult,
  { shop }: Pick<TikTokShopClient, 'shop'>,
): Record<string, string> => ({
  tiktokReturn: tiktokReturn.id,
  ...(shop?.id !== undefined && { tiktokShop: shop.id }),
});

export const cancellationReference = (
  { tiktokCancellation }: CancellationResult,
  { shop }: Pick<TikTokShopClient, 'shop'>,
): Record<string, string> => ({
  tiktokCancellation: tiktokCancellation.id,
  ...(shop?.id !== undefined && { tiktokShop: shop.id }),
});

export const returnChapters = ({ tiktokReturn, refund }: ReturnResult): IDataObject => ({
  tiktokReturn: asJson(tiktokReturn),
  ...(refund && { refund: asJson(refund) }),
});
