import type { Dossier } from '../../lib/returns';
import { ControlRoom } from '../../sandbox/demo/control-room';
import { ORDER_TO_TRY, placeOrderToTry } from '../../sandbox/demo/look-around';
import { news } from './support/stories';
import { shippedTemplates } from './support/shipped-templates';
import { useWorld } from './support/world';

const world = useWorld();
const { start, current } = shippedTemplates(world);

describe('the order that the demo leaves for whoever looks around', () => {
  it('is found by the form, which offers both items, money and another size', async () => {
    const { name, email } = ORDER_TO_TRY;
    await placeOrderToTry({ control: new ControlRoom(world.sandbox().url) });
    const offered: unknown[] = [];
    const run = await start('02', 'When a shopper comes', [{ orderNumber: name, email }], {
      change: {
        'Wait for the decision': { parameters: { operation: 'get', findBy: 'id', keyValue: '={{ $json.case.id }}' } },
      },
      answers: {
        'Ask for items, reason and wish': (questions) => {
          offered.push(...questions);
          return { items: ['Linen Shirt – M'], reason: 'Too small', wish: 'Exchange for another size or model' };
        },
        'Ask for the new size': () => ({ variant1: 'L' }),
      },
    });
    const page = JSON.stringify(offered);
    for (const choice of ['Linen Shirt – M', 'Leather Belt – 90', 'Get a refund']) expect(page).toContain(choice);
    const opened = run.json('Open the case')[0] as unknown as Dossier;
    expect(opened.case).toMatchObject({ orderName: name, resolution: 'exchange' });

    await start('03', 'When a case is opened', [news('case.opened', opened)]);
    expect((await current(opened)).case.decision).toBe('approved');
  });
});
