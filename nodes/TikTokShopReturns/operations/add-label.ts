import { tikTokShop } from '../../shared/shops';
import { caseIdField } from '../../shared/fields';
import type { Operation } from '../../shared/operation';
import { textParameter } from '../../shared/parameters';
import { connectShopOf } from '../../shared/tiktok-shop';
import { fileOf } from '../refusal-fields';
import { returnIdField, returnIdOf } from '../return-fields';
import { writeReturn } from '../write-return';

export const addLabel: Operation = {
  resource: 'return',
  option: {
    name: 'Add Label and Tracking',
    value: 'addLabel',
    action: 'Add label and tracking to return',
    description: 'Hand the shopper a label or QR code of your own, with its tracking number',
  },
  fields: [
    returnIdField,
    caseIdField,
    {
      displayName: 'Label',
      name: 'labelField',
      type: 'string',
      default: 'label',
      description: 'Binary field that holds the label',
    },
    {
      displayName: 'QR Code',
      name: 'qrCodeField',
      type: 'string',
      default: '',
      placeholder: 'e.g. qrCode',
      description: 'Binary field that holds a QR code, instead of the label or beside it',
    },
    {
      displayName: 'Tracking Number',
      name: 'trackingNumber',
      type: 'string',
      default: '={{ $json.label?.trackingNumber }}',
    },
    {
      displayName: 'Carrier ID',
      name: 'carrierId',
      type: 'string',
      default: '={{ $json.tiktokReturn?.carrierId }}',
      description: "TikTok's ID of the carrier; Warehouse: Get Carriers lists them",
    },
  ],
  async execute(context, itemIndex) {
    const returnId = returnIdOf(context, itemIndex);
    const client = await connectShopOf(context, itemIndex);
    const text = (name: string): string => textParameter(context, name, itemIndex);
    const file = async (name: string) => (text(name) === '' ? undefined : fileOf(context, itemIndex, text(name)));
    const [label, qrCode] = [await file('labelField'), await file('qrCodeField')];
    const [trackingNumber, carrierId] = [text('trackingNumber'), text('carrierId')];
    return writeReturn(context, itemIndex, client, 'tiktok:label', async () => {
      await tikTokShop().uploadReturnDocuments(client, {
        returnIds: [returnId],
        label,
        qrCode,
        trackingNumber,
        carrierId,
      });
      return tikTokShop().getReturn(client, returnId);
    });
  },
};
