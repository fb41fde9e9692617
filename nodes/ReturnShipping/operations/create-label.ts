import type { IExecuteFunctions } from 'n8n-workflow';
import type { CarrierAdapter, Parcel, ReturnLabel, ServiceChoice } from '../../../lib/carriers';
import { labelFile } from '../../../lib/carriers/label-file';
import { parcelWeight, type Goods } from '../../../lib/carriers/parcel';
import { addressSchema, orderSchema, requestSchema, type Label } from '../../../lib/returns';
import { asJson, performOnce } from '../../shared/case-access';
import { carrierFamily } from '../../shared/carriers';
import { caseIdField } from '../../shared/fields';
import { itemParameter } from '../../shared/item-parameter';
import type { Operation } from '../../shared/operation';
import { chapterParameter, textParameter } from '../../shared/parameters';
import { carrierField } from '../carrier-field';

export const createLabel: Operation = {
  option: {
    name: 'Create Return Label',
    value: 'createLabel',
    action: 'Create return label',
    description: 'Buy a prepaid label from the shopper to the shop, once per case',
  },
  fields: [
    carrierField,
    caseIdField,
    {
      displayName: 'Ship From',
      name: 'shipFrom',
      type: 'json',
      required: true,
      default: '={{ $json.order?.shippingAddress }}',
      description: "The shopper's address",
    },
    {
      displayName: 'Ship To',
      name: 'shipTo',
      type: 'json',
      required: true,
      default: '={{ $json.shop?.returnAddress }}',
      description: 'Where the goods come back to',
    },
    {
      displayName: 'Reference',
      name: 'reference',
      type: 'string',
      default: '={{ $json.case?.rma }}',
      description: 'Printed on the label',
    },
    {
      displayName: 'Format',
      name: 'format',
      type: 'options',
      options: [
        { name: 'PDF', value: 'pdf' },
        { name: 'PNG', value: 'png' },
        { name: 'ZPL', value: 'zpl' },
      ],
      default: 'pdf',
    },
    {
      displayName: 'Put Label in Field',
      name: 'binaryField',
      type: 'string',
      required: true,
      default: 'label',
      description: 'The binary field that receives the file',
    },
    {
      displayName: 'Options',
      name: 'labelOptions',
      type: 'collection',
      placeholder: 'Add option',
      default: {},
      options: [
        {
          displayName: 'Carrier',
          name: 'carrier',
          type: 'string',
          default: '',
          placeholder: 'e.g. Colissimo',
          description: 'Only offers of this carrier. The cheapest one is bought.',
        },
        { displayName: 'Height (Cm)', name: 'heightCm', type: 'number', default: 10 },
        { displayName: 'Length (Cm)', name: 'lengthCm', type: 'number', default: 30 },
        {
          displayName: 'Service',
          name: 'service',
          type: 'string',
          default: '',
          description: 'Only offers of this service, by the name the carrier gives it',
        },
        {
          displayName: 'Weight (Grams)',
          name: 'weightGrams',
          type: 'number',
          typeOptions: { minValue: 1 },
          default: 1000,
          description: 'Of the whole parcel. Without it, the weights of the items in the shop are added up.',
        },
        { displayName: 'Width (Cm)', name: 'widthCm', type: 'number', default: 20 },
      ],
    },
  ],
  async execute(context, itemIndex) {
    const from = chapterParameter(context, 'shipFrom', 'Ship From', addressSchema, itemIndex);
    const to = chapterParameter(context, 'shipTo', 'Ship To', addressSchema, itemIndex);
    const format = textParameter(context, 'format', itemIndex) as Label['format'];
    const carrier = await carrierFamily.connect(context, textParameter(context, 'carrier', itemIndex), itemIndex);
    const input = {
      from,
      to,
      format,
      parcel: parcelOf(context, itemIndex),
      service: serviceOf(context, itemIndex),
      reference: textParameter(context, 'reference', itemIndex),
    };

    let bought: ReturnLabel | undefined;
    const { result: label, dossier } = await performOnce<Label>(context, itemIndex, 'label', async (attempt) => {
      bought = await carrier.createReturnLabel(input, attempt);
      return { result: bought.label, commands: [{ type: 'record_label', label: bought.label }] };
    });
    const binary = await binaryOf(context, carrier, label, bought);
    return {
      chapters: { ...(dossier && asJson(dossier)), label: asJson(label) },
      result: asJson(label),
      binary: { [textParameter(context, 'binaryField', itemIndex) || 'label']: binary },
    };
  },
};

/** The file itself is not kept in the ledger: a repeat fetches it from the carrier again. */
async function binaryOf(
  context: IExecuteFunctions,
  carrier: CarrierAdapter,
  label: Label,
  bought: ReturnLabel | undefined,
) {
  const file = bought?.file ?? (await carrier.downloadLabel(label));
  const { fileName, mimeType } = labelFile(label);
  return context.helpers.prepareBinaryData(Buffer.from(file), fileName, mimeType);
}

interface LabelOptions {
  carrier?: string;
  service?: string;
  weightGrams?: number;
  lengthCm?: number;
  widthCm?: number;
  heightCm?: number;
}

const optionsOf = (context: IExecuteFunctions, itemIndex: number): LabelOptions =>
  itemParameter(context, 'labelOptions', itemIndex, {}) as LabelOptions;

function serviceOf(context: IExecuteFunctions, itemIndex: number): ServiceChoice {
  const { carrier, service } = optionsOf(context, itemIndex);
  return { ...(carrier && { carrier }), ...(service && { service }) };
}

function parcelOf(context: IExecuteFunctions, itemIndex: number): Parcel {
  const { weightGrams, lengthCm, widthCm, heightCm } = optionsOf(context, itemIndex);
  return {
    weightGrams: weightGrams ?? parcelWeight(goodsOf(context, itemIndex)),
    ...(lengthCm && { lengthCm }),
    ...(widthCm && { widthCm }),
    ...(heightCm && { heightCm }),
  };
}

function goodsOf(context: IExecuteFunctions, itemIndex: number): Goods | undefined {
  const { order, request } = context.getInputData()[itemIndex]?.json ?? {};
  const known = orderSchema.safeParse(order);
  const asked = requestSchema.safeParse(request);
  return known.success && asked.success ? { order: known.data, request: asked.data } : undefined;
}
