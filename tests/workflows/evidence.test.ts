import type { IBinaryKeyData } from 'n8n-workflow';
import type { Dossier } from '../../lib/returns';
import { runNode, type NodeRun } from './support/run-node';
import type { Run } from './support/run-workflow';
import { openCase, stripeOrder, teeRequest } from './support/stories';
import { useWorld } from './support/world';

const world = useWorld();

const photo: IBinaryKeyData = {
  data: { data: Buffer.from('a torn seam').toString('base64'), mimeType: 'image/jpeg', fileName: 'seam.jpg' },
};

const evidence = (
  operation: string,
  item: object,
  parameters: NodeRun['parameters'] = {},
  binary: IBinaryKeyData = photo,
): Promise<Run> =>
  runNode({
    type: 'returnCase',
    parameters: { resource: 'evidence', operation, ...parameters },
    items: [item],
    binary,
    credentials: {},
  });

const open = async (): Promise<Dossier> => openCase(await world.ledger(), stripeOrder('pi_1'), teeRequest());

it('keeps a photo with the case, lists it, and gives it back byte for byte', async () => {
  const dossier = await open();
  const attached = await evidence('attach', dossier, { orderLineId: 'line-tee', evidenceNote: 'On the left side' });
  expect(attached.json('node')).toMatchObject([
    {
      case: { version: 2, evidence: [{ name: 'seam.jpg' }] },
      evidence: {
        name: 'seam.jpg',
        mimeType: 'image/jpeg',
        size: 11,
        orderLineId: 'line-tee',
        note: 'On the left side',
      },
    },
  ]);
  expect(attached.items('node')[0]?.binary).toHaveProperty('data');

  const [listed] = (await evidence('getAll', dossier)).json('node');
  const downloaded = await evidence('download', listed ?? {}, { binaryPropertyName: 'seam' }, {});
  const file = downloaded.items('node')[0]?.binary?.['seam'];
  expect(file).toMatchObject({ fileName: 'seam.jpg', mimeType: 'image/jpeg' });
  expect(Buffer.from(String(file?.data), 'base64').toString()).toBe('a torn seam');
});

it('keeps the same photo once, under the name that is given', async () => {
  const dossier = await open();
  const once = await evidence('attach', dossier, { fileName: 'front.jpg', outputMode: 'result' });
  const twice = await evidence('attach', dossier, { outputMode: 'result' });
  expect(once.json('node')).toMatchObject([{ name: 'front.jpg', attached: true }]);
  expect(twice.json('node')).toMatchObject([{ name: 'front.jpg', attached: false }]);
  expect((await evidence('getAll', dossier)).json('node')).toHaveLength(1);
});

it('says what is missing, and attaches nothing', async () => {
  const dossier = await open();
  const noFile = await evidence('attach', dossier, { binaryPropertyName: 'photo' });
  expect(noFile.error?.message).toContain('photo');
  const noLine = await evidence('attach', dossier, { orderLineId: 'line-7' });
  expect(noLine.error).toMatchObject({ description: expect.stringContaining('[invalid_input]') });
  const nothing = await evidence('download', dossier, { evidenceId: 'none' });
  expect(nothing.error).toMatchObject({ description: expect.stringContaining('[not_found]') });
  expect((await evidence('getAll', dossier)).json('node')).toEqual([]);
});

it('refuses a file that is too large', async () => {
  const dossier = await open();
  const large = { data: { data: Buffer.alloc(10 * 1024 * 1024 + 1).toString('base64'), mimeType: 'image/png' } };
  const run = await evidence('attach', dossier, {}, large);
  expect(run.error).toMatchObject({ description: expect.stringContaining('[invalid_input]') });
});
