import type { IExecuteFunctions, INodeParameters } from 'n8n-workflow';
import { itemParameter } from '../../nodes/shared/item-parameter';
import { nodeInRun } from './support/node-context';

const item = {
  case: { id: 'case-1', lines: [{ id: 'line-1' }], planned: null },
  order: { shippingAddress: { name: 'Zoë', line1: '8 rue Oberkampf' }, placedAt: new Date('2026-11-22T09:00:00Z') },
  number: 7,
  yes: true,
  empty: '',
};

async function contextWith(parameters: INodeParameters): Promise<IExecuteFunctions> {
  const { context } = await nodeInRun('returnEmail', parameters, [{ json: item }, { json: {} }]);
  return context;
}

const locator = (mode: string, value: string): INodeParameters[string] => ({ __rl: true, mode, value });

/** Read without n8n: the first item has it, and nothing but plain JSON is on the way. */
const readHere: readonly INodeParameters[string][] = [
  'approved_with_label',
  '',
  42,
  false,
  '={{ $json.case.id }}',
  '={{$json.case.id}}',
  '={{ $json.case?.id }}',
  '={{ $json.case?.lines }}',
  '={{ $json.order?.shippingAddress }}',
  '={{ $json.number }}',
  '={{ $json.yes }}',
  '={{ $json.empty }}',
  locator('id', '={{ $json.case?.id }}'),
  locator('rma', 'RMA-2026-000001'),
  {},
  { weightGrams: 500, carrier: 'Colissimo' },
];

/** Left to n8n: more than a way into the item, or a way to something that is not there or not plain. */
const leftToN8n: readonly INodeParameters[string][] = [
  '={{ $json.case.planned }}',
  '={{ $json.absent?.id }}',
  '={{ $json.case.lines[0].id }}',
  '={{ $json.case.id.length }}',
  '={{ $json["case"].id }}',
  '={{ $json.case.id + "!" }}',
  '={{ $json.case.id ?? "none" }}',
  '=Case {{ $json.case.id }}',
  '= {{ $json.case.id }}',
  '={{ $json.case.id }} ',
  '={{ $json }}',
  '={{ $itemIndex }}',
  '={{ $json.order.placedAt }}',
  '={{ $json.order }}',
  locator('list', '={{ $json.absent }}'),
  { note: '={{ $json.case.id }}' },
  { shop: locator('id', 'one') },
];

describe('a parameter of an item', () => {
  it.each(readHere)('%j is what n8n gives, and n8n need not evaluate it', async (raw) => {
    const context = await contextWith({ field: raw });
    const given: unknown = context.getNodeParameter('field', 0, '');
    const asked = jest.spyOn(context, 'getNodeParameter');
    expect(itemParameter(context, 'field', 0, '')).toEqual(given);
    expect(asked.mock.calls.filter(([, , , options]) => options?.rawExpressions !== true)).toEqual([]);
  });

  it.each(leftToN8n)('%j is left to n8n', async (raw) => {
    const context = await contextWith({ field: raw });
    const given: unknown = context.getNodeParameter('field', 0, '');
    const asked = jest.spyOn(context, 'getNodeParameter');
    expect(itemParameter(context, 'field', 0, '')).toEqual(given);
    expect(asked).toHaveBeenCalledWith('field', 0, '');
  });

  it.each(['={{ $json.constructor }}', '={{ $json.case.constructor.name }}', '={{ $json.__proto__ }}'])(
    '%j, which leads out of the item, is refused as n8n refuses it',
    async (raw) => {
      const context = await contextWith({ field: raw });
      const outcome = (read: () => unknown): unknown => {
        try {
          return read();
        } catch (error) {
          return error instanceof Error ? error.message : error;
        }
      };
      const ofN8n = outcome(() => context.getNodeParameter('field', 0, ''));
      expect(outcome(() => itemParameter(context, 'field', 0, ''))).toEqual(ofN8n);
    },
  );

  it('is that of its own item, also where only another one has it', async () => {
    const context = await contextWith({ field: '={{ $json.case?.id }}' });
    expect(itemParameter(context, 'field', 0, '')).toBe('case-1');
    expect(itemParameter(context, 'field', 1, '')).toEqual(context.getNodeParameter('field', 1, ''));
  });

  it('is the fallback where the node does not have it', async () => {
    expect(itemParameter(await contextWith({}), 'field', 0, 'fallback')).toBe('fallback');
  });
});
