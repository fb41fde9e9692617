import { labelFile } from '../../../lib/carriers/label-file';
import { parcelWeight } from '../../../lib/carriers/parcel';
import type { OrderLine } from '../../../lib/returns';

const eur = (amount: number) => ({ amount, currency: 'EUR' });
const line = (id: string, weightGrams?: number): OrderLine => ({
  ...{ id, title: id, tags: [], quantity: 3, returnableQuantity: 3, paid: eur(1000), tax: eur(0) },
  ...(weightGrams !== undefined && { weightGrams }),
});
const asked = (orderLineId: string, quantity: number) => ({ orderLineId, quantity, reason: 'too_small' as const });

describe('the weight of a parcel', () => {
  const order = { lines: [line('tee', 180), line('mug'), line('card', 0)] };

  it.each([
    ['each unit by its weight in the shop, with 150 g of packaging', [asked('tee', 2)], 150 + 2 * 180],
    ['a unit that nobody has weighed as 500 g', [asked('tee', 1), asked('mug', 2)], 150 + 180 + 2 * 500],
    ['a line that the order does not have as 500 g a unit', [asked('gone', 1)], 150 + 500],
    ['a unit that weighs nothing as nothing', [asked('card', 3)], 150],
  ])('counts %s', (_what, lines, grams) => {
    expect(parcelWeight({ order, request: { lines } })).toBe(grams);
  });

  it('is that of one unit nobody has weighed where the goods are not known', () => {
    expect(parcelWeight(undefined)).toBe(650);
  });
});

it.each([
  ['pdf', 'application/pdf'],
  ['png', 'image/png'],
  ['zpl', 'application/zpl'],
] as const)('names the file of a %s label after its tracking number', (format, mimeType) => {
  expect(labelFile({ trackingNumber: '8R1', format })).toEqual({ fileName: `return-label-8R1.${format}`, mimeType });
});
