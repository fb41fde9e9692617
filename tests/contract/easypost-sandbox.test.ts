import { readFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { inflateSync } from 'node:zlib';
import EasyPostClient from '@easypost/api';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { easyPostKey } from '../../sandbox/accounts';
import { type RunningSandbox, startSandbox } from '../../sandbox/core/server';
import { createEasyPost } from '../../sandbox/easypost';

type Client = InstanceType<typeof EasyPostClient>;
type Shipment = Awaited<ReturnType<Client['Shipment']['buy']>>;

const shopAddress = {
  name: 'Atelier Lune',
  street1: '12 rue des Tournelles',
  city: 'Paris',
  zip: '75004',
  country: 'FR',
  email: 'bonjour@atelier-lune.test',
};
const shopperAddress = {
  name: 'Zoé Martin',
  street1: '8 rue Oberkampf',
  city: 'Paris',
  zip: '75011',
  country: 'FR',
  email: 'zoe@example.test',
};
const returnShipment = {
  from_address: shopAddress,
  to_address: shopperAddress,
  parcel: { length: 10, width: 8, height: 4, weight: 21.2 },
  is_return: true,
  reference: 'RMA-2026-0001',
};

interface Decoded {
  text: string;
  format: string;
}

async function decode(image: Uint8Array | ImageData): Promise<Decoded[]> {
  const found = await readBarcodes(image, { formats: ['Code128', 'QRCode'] });
  return found.map(({ text, format }) => ({ text, format }));
}

/** The filled rectangles of a PDF page, drawn as they stand in its content stream. */
function drawRectangles(pdf: Buffer): ImageData {
  const [width, height, scale] = [864, 1296, 3];
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  const source = pdf.toString('latin1');
  for (const match of source.matchAll(/stream\n([\s\S]*?)\nendstream/g)) {
    const bytes = Buffer.from(match[1] ?? '', 'latin1');
    const content = bytes[0] === 0x78 ? inflateSync(bytes).toString('latin1') : '';
    const toPoints = 288 / 812;
    for (const box of content.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re/g)) {
      const [x = 0, y = 0, w = 0, h = 0] = box.slice(1).map((value) => Math.round(Number(value) * toPoints * scale));
      for (let row = y; row < y + h; row += 1) {
        for (let column = x; column < x + w; column += 1)
          data.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3);
      }
    }
  }
  return { data, width, height, colorSpace: 'srgb' };
}

describe('the EasyPost simulator, driven by the @easypost/api package', () => {
  let sandbox: RunningSandbox;
  let client: Client;

  const control = async (path: string, body: unknown = {}): Promise<unknown> => {
    const response = await fetch(`${sandbox.url}/control/${path}`, { method: 'POST', body: JSON.stringify(body) });
    if (!response.ok) throw new Error(await response.text());
    return response.json();
  };
  const fetchBytes = async (url: string | null | undefined): Promise<Buffer> => {
    const response = await fetch(url ?? '');
    expect(response.status).toBe(200);
    return Buffer.from(await response.arrayBuffer());
  };
  const buyCheapest = async (changes: object = {}): Promise<Shipment> => {
    const shipment = await client.Shipment.create({ ...returnShipment, ...changes });
    return client.Shipment.buy(shipment.id, shipment.lowestRate());
  };

  beforeAll(async () => {
    const wasm = readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm'));
    await prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer }, fireImmediately: true });
  });
  beforeEach(async () => {
    sandbox = await startSandbox({ seed: 5, simulators: [createEasyPost] });
    client = new EasyPostClient(easyPostKey, { baseUrl: `${sandbox.url}/easypost/v2/` });
  });
  afterEach(() => sandbox.stop());

  it('lets only its own key in', async () => {
    await expect(client.User.retrieveMe()).resolves.toMatchObject({ object: 'User', name: 'Atelier Lune' });
    const stranger = new EasyPostClient('EZTKwrong', { baseUrl: `${sandbox.url}/easypost/v2/` });
    await expect(stranger.User.retrieveMe()).rejects.toMatchObject({ statusCode: 401, code: 'UNAUTHORIZED' });
  });

  it('rates a return within France with several carriers, money as text', async () => {
    const shipment = await client.Shipment.create(returnShipment);
    expect(shipment).toMatchObject({
      object: 'Shipment',
      is_return: true,
      reference: 'RMA-2026-0001',
      tracking_code: null,
    });
    expect(shipment.rates.map(({ carrier, rate, currency }) => [carrier, rate, currency])).toEqual([
      ['Colissimo', '5.95', 'EUR'],
      ['MondialRelay', '4.40', 'EUR'],
      ['DPDFR', '5.10', 'EUR'],
      ['Chronopost', '12.90', 'EUR'],
    ]);
    expect(shipment.messages).toContainEqual(expect.objectContaining({ carrier: 'USPS', type: 'rate_error' }));
    expect(shipment.lowestRate().carrier).toBe('MondialRelay');
  });

  it('says which fields of a shipment are missing or make no sense', async () => {
    await expect(client.Shipment.create({})).rejects.toMatchObject({
      statusCode: 422,
      code: 'SHIPMENT.INVALID_PARAMS',
    });
    const wrong = {
      ...returnShipment,
      to_address: { ...shopperAddress, street1: '', country: 'ZZ' },
      parcel: { weight: 0 },
    };
    await expect(client.Shipment.create(wrong)).rejects.toMatchObject({
      statusCode: 422,
      errors: [
        { field: 'to_address.street1', message: 'cannot be blank' },
        { field: 'to_address.country' },
        { field: 'parcel.weight', message: 'must be greater than 0' },
      ],
    });
    expect(sandbox.context.journal.entries({ effect: 'shipment.created' })).toEqual([]);
  });

  it('offers nothing for a parcel that is too heavy or lacks its customs papers, and says why', async () => {
    const heavy = await client.Shipment.create({ ...returnShipment, parcel: { weight: 2000 } });
    expect(heavy.rates).toEqual([]);
    expect(heavy.messages.map(({ message }) => message)).toContain('Weight exceeds the maximum of 30 kg.');
    const swiss = await client.Shipment.create({ ...returnShipment, to_address: { ...shopperAddress, country: 'CH' } });
    expect(swiss.rates).toEqual([]);
    expect(swiss.messages.map(({ message }) => message)).toContain(
      'customs_info is required for international shipments.',
    );
  });

  it('buys once: a second purchase is refused, also after the first answer was lost', async () => {
    const shipment = await client.Shipment.create(returnShipment);
    await control('faults', { provider: 'easypost', kind: 'lost-answer', count: 1, match: { path: 'buy$' } });
    await expect(client.Shipment.buy(shipment.id, shipment.lowestRate())).rejects.toThrow();
    await expect(client.Shipment.buy(shipment.id, shipment.lowestRate())).rejects.toMatchObject({
      statusCode: 422,
      code: 'SHIPMENT.POSTAGE.EXISTS',
      message: 'Postage already exists for this shipment.',
    });
    const found = await client.Shipment.retrieve('RMA-2026-0001');
    expect(found).toMatchObject({ id: shipment.id, status: 'pre_transit', selected_rate: { carrier: 'MondialRelay' } });
    expect(sandbox.context.journal.entries({ effect: 'label.bought' })).toHaveLength(1);
  });

  it('lists what was bought, newest first', async () => {
    await client.Shipment.create(returnShipment);
    const first = await buyCheapest();
    const second = await buyCheapest({ reference: 'RMA-2026-0002' });
    const { shipments, has_more } = await client.Shipment.all({ page_size: 5 });
    expect([shipments.map(({ id }) => id), has_more]).toEqual([[second.id, first.id], false]);
    expect((await client.Shipment.all({ page_size: 1 })).has_more).toBe(true);
    expect((await client.Shipment.all({ purchased: false })).shipments).toHaveLength(3);
  });

  it('prints a PNG label whose barcode scans as the tracking code', async () => {
    const shipment = await buyCheapest();
    expect(shipment.postage_label).toMatchObject({ label_file_type: 'image/png', label_size: '4x6' });
    const png = await fetchBytes(shipment.postage_label.label_url);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([812, 1218]);
    expect(await decode(new Uint8Array(png))).toEqual([{ text: shipment.tracking_code, format: 'Code128' }]);
  });

  it('prints the label as PDF of 4 by 6 inches, in any script, with the same bars', async () => {
    const bought = await buyCheapest({
      to_address: { ...shopperAddress, name: '山田太郎' },
      options: { label_format: 'PDF' },
    });
    const pdf = await fetchBytes(bought.postage_label.label_url);
    expect(pdf.toString('latin1')).toMatch(/^%PDF[\s\S]*MediaBox \[0 0 288 432\]/);
    expect(await decode(drawRectangles(pdf))).toEqual([{ text: bought.tracking_code, format: 'Code128' }]);
  });

  it('converts a label to ZPL, with what its own font cannot write as a picture', async () => {
    const bought = await buyCheapest({ to_address: { ...shopperAddress, name: 'محمد علي' } });
    const converted = await client.Shipment.convertLabelFormat(bought.id, 'ZPL');
    const zpl = (await fetchBytes(converted.postage_label.label_zpl_url)).toString('utf8');
    expect(zpl).toMatch(/^\^XA\n\^CI28/);
    expect(zpl).toContain(`^BCN,214,N,N,N,A^FD${bought.tracking_code}^FS`);
    expect(zpl).toContain('^FH_^FD8 rue Oberkampf^FS');
    expect(zpl).toContain('^FDRMA-2026-0001^FS');
    expect(zpl).toContain('^GFA,');
    await expect(
      client.makeApiCall('get', `shipments/${bought.id}/label`, { file_format: 'GIF' }),
    ).rejects.toMatchObject({ statusCode: 422 });
  });

  it('prints the shopper as sender of a return, though the addresses were not swapped', async () => {
    const bought = await buyCheapest();
    const converted = await client.Shipment.convertLabelFormat(bought.id, 'ZPL');
    const zpl = (await fetchBytes(converted.postage_label.label_zpl_url)).toString('utf8');
    expect(zpl.indexOf('Zoé Martin')).toBeLessThan(zpl.indexOf('Atelier Lune'));
  });

  it('gives a QR code that scans, in place of a printed label', async () => {
    const bought = await buyCheapest();
    const shipment = await client.Shipment.generateForm(bought.id, 'label_qr_code');
    expect(shipment.forms).toMatchObject([{ form_type: 'label_qr_code', object: 'Form' }]);
    const png = await fetchBytes(shipment.forms[0]?.form_url);
    expect(await decode(new Uint8Array(png))).toEqual([{ text: bought.tracking_code, format: 'QRCode' }]);
    const withSlip = await client.Shipment.generateForm(bought.id, 'return_packing_slip', { barcode: 'RMA-2026-0001' });
    expect((await fetchBytes(withSlip.forms[1]?.form_url)).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('gives postage back until the parcel is scanned', async () => {
    const unused = await buyCheapest();
    expect((await client.Shipment.refund(unused.id)).refund_status).toBe('submitted');
    await control('clock', { advanceMs: 25 * 3_600_000 });
    expect((await client.Shipment.retrieve(unused.id)).refund_status).toBe('refunded');
    const scanned = await buyCheapest();
    await control(`easypost/trackers/${scanned.tracking_code}/status`, { status: 'in_transit' });
    await expect(client.Shipment.refund(scanned.id)).rejects.toMatchObject({ code: 'SHIPMENT.REFUND.UNAVAILABLE' });
  });

  it('answers 429 and 500 in its own words', async () => {
    await control('faults', { provider: 'easypost', kind: 'rate-limit', count: 1 });
    await expect(client.User.retrieveMe()).rejects.toMatchObject({ statusCode: 429, code: 'RATE_LIMITED' });
    await control('faults', { provider: 'easypost', kind: 'server-error', count: 1 });
    await expect(client.User.retrieveMe()).rejects.toMatchObject({ statusCode: 500 });
  });

  describe('trackers and webhooks', () => {
    const secret = 'sécret';
    let receiver: http.Server;
    let received: { body: Buffer; headers: http.IncomingHttpHeaders }[];

    beforeEach(async () => {
      received = [];
      receiver = http.createServer((request, response) => {
        const chunks: Buffer[] = [];
        request.on('data', (chunk: Buffer) => chunks.push(chunk));
        request.on('end', () => {
          received.push({ body: Buffer.concat(chunks), headers: request.headers });
          response.end();
        });
      });
      await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    });
    afterEach(() => {
      receiver.closeAllConnections();
      receiver.close();
    });

    const url = (): string => `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
    const verified = (index: number): unknown => {
      const { body, headers } = received[index] ?? { body: Buffer.alloc(0), headers: {} };
      return client.Utils.validateWebhook(body, headers, secret);
    };

    it('follow a parcel from label to door, each step signed', async () => {
      await client.Webhook.create({
        url: url(),
        webhook_secret: secret,
        custom_headers: [{ name: 'x-shop', value: 'lune' }],
      });
      const bought = await buyCheapest({ parcel: { weight: 17 } });
      for (const status of ['in_transit', 'out_for_delivery', 'delivered']) {
        await control(`easypost/trackers/${bought.tracking_code}/status`, {
          status,
          location: { city: 'Lyon', country: 'FR' },
        });
        await sandbox.context.webhooks.idle();
      }
      const events = received.map((_entry, index) => verified(index));
      expect(events).toMatchObject([
        { description: 'tracker.created', result: { status: 'pre_transit' } },
        {
          description: 'tracker.updated',
          previous_attributes: { status: 'pre_transit' },
          result: { status: 'in_transit', weight: 17 },
        },
        { description: 'tracker.updated', result: { status: 'out_for_delivery' } },
        { description: 'tracker.updated', result: { status: 'delivered', finalized: true, is_return: true } },
      ]);
      expect(received[1]?.headers['x-shop']).toBe('lune');
      const { trackers } = await client.Tracker.all({ tracking_code: bought.tracking_code });
      expect(trackers[0]?.tracking_details.map(({ status }) => status)).toEqual([
        'pre_transit',
        'in_transit',
        'out_for_delivery',
        'delivered',
      ]);
      expect((await client.Shipment.retrieve(bought.id)).status).toBe('delivered');
    });

    it('do not verify with another secret, or with changed bytes', async () => {
      await client.Webhook.create({ url: url(), webhook_secret: secret });
      await client.Tracker.create({ tracking_code: 'EZ2000000002' });
      await sandbox.context.webhooks.idle();
      const { body, headers } = received[0] ?? { body: Buffer.alloc(0), headers: {} };
      expect(() => client.Utils.validateWebhook(body, headers, 'other')).toThrow();
      const changed = Buffer.from(body.toString('utf8').replace('in_transit', 'delivered'), 'utf8');
      expect(() => client.Utils.validateWebhook(changed, headers, secret)).toThrow();
    });

    it('answer the same tracker for the same code', async () => {
      const first = await client.Tracker.create({ tracking_code: 'EZ1000000001' });
      expect(first.status).toBe('pre_transit');
      expect((await client.Tracker.create({ tracking_code: 'EZ1000000001' })).id).toBe(first.id);
      expect((await client.Tracker.retrieve(first.id)).tracking_code).toBe('EZ1000000001');
      await expect(client.Tracker.retrieve('trk_unknown')).rejects.toMatchObject({
        statusCode: 404,
        code: 'NOT_FOUND',
      });
    });

    it('can be listed, changed and taken away', async () => {
      const webhook = await client.Webhook.create({ url: url() });
      await client.Webhook.update(webhook.id, { webhook_secret: secret });
      expect((await client.Webhook.all()).webhooks).toMatchObject([{ id: webhook.id, url: url(), disabled_at: null }]);
      expect(JSON.stringify(await client.Webhook.all())).not.toContain(secret);
      await client.makeApiCall('del', `webhooks/${webhook.id}`);
      await client.Tracker.create({ tracking_code: 'EZ2000000002' });
      await sandbox.context.webhooks.idle();
      expect(received).toEqual([]);
      await expect(client.Webhook.create({ url: 'nowhere' })).rejects.toMatchObject({ code: 'WEBHOOK.INVALID' });
    });
  });
});
