import http from 'node:http';
import { carriers, type CarrierAdapter, type ReturnLabelInput } from '../../lib/carriers';
import { labelSchema, trackingSchema } from '../../lib/returns';
import { easyPostKey } from '../../sandbox/accounts';
import { type RunningSandbox, startSandbox } from '../../sandbox/core/server';
import { until } from '../support/until';

const input: ReturnLabelInput = {
  from: {
    name: 'Camille Dupont',
    line1: '4 rue Oberkampf',
    city: 'Paris',
    postalCode: '75011',
    country: 'FR',
    email: 'camille@example.test',
    phone: '+33612345678',
  },
  to: { name: 'Atelier Lune', line1: '12 rue des Tournelles', city: 'Paris', postalCode: '75004', country: 'FR' },
  parcel: { weightGrams: 600, lengthCm: 30, widthCm: 20, heightCm: 10 },
  format: 'pdf',
  reference: 'RMA-2026-000001',
};
const first = { idempotencyKey: 'case-1.label', mayHaveHappened: false };
const again = { ...first, mayHaveHappened: true };

describe('the EasyPost client against the simulator', () => {
  let sandbox: RunningSandbox;
  let easypost: CarrierAdapter;

  const control = async (path: string, body?: unknown): Promise<unknown> => {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const response = await fetch(`${sandbox.url}/control/${path}`, init);
    if (!response.ok) throw new Error(await response.text());
    return response.json();
  };
  const fault = (spec: object): Promise<unknown> => control('faults', { provider: 'easypost', ...spec });
  const sold = async (): Promise<unknown> => control('journal?provider=easypost&effect=label.bought');
  const connect = (apiKey: string): CarrierAdapter =>
    carriers.easypost.connect(
      { apiKey, baseUrl: `${sandbox.url}/easypost` },
      { sleep: () => Promise.resolve(), random: () => 0 },
    );

  beforeEach(async () => {
    sandbox = await startSandbox({ seed: 5 });
    easypost = connect(easyPostKey);
  });
  afterEach(() => sandbox.stop());

  it('buys the cheapest return label and fetches its file', async () => {
    const { label, file } = await easypost.createReturnLabel(input, first);
    expect(labelSchema.parse(label)).toEqual(label);
    expect(label).toMatchObject({ provider: 'easypost', format: 'pdf', shipmentId: expect.stringMatching(/^shp_/) });
    expect(Buffer.from(file).subarray(0, 5).toString('latin1')).toBe('%PDF-');
    await expect(easypost.downloadLabel(label)).resolves.toEqual(file);
    expect(await sold()).toHaveLength(1);
  });

  it.each(['png', 'zpl'] as const)('prints %s', async (format) => {
    const { label, file } = await easypost.createReturnLabel({ ...input, format }, first);
    expect(label.format).toBe(format);
    expect(file.length).toBeGreaterThan(100);
  });

  it('lists the offers when the service that is named is not among them', async () => {
    const choice = { ...input, service: { service: 'Teleport' } };
    await expect(easypost.createReturnLabel(choice, first)).rejects.toMatchObject({
      code: 'provider_refused',
      provider: 'easypost',
      message: expect.stringContaining('Teleport'),
      description: expect.stringContaining('Choose one of the services on offer'),
      context: { offers: expect.arrayContaining([expect.stringMatching(/^\S+ .*\d EUR$/)]) },
    });
    expect(await sold()).toHaveLength(0);
  });

  it.each([
    ['the shipment was created', '/shipments$'],
    ['the label was bought', '/buy$'],
  ])('buys once when the answer is lost after %s', async (_when, path) => {
    await fault({ kind: 'lost-answer', count: 1, match: { method: 'POST', path } });
    await expect(easypost.createReturnLabel(input, first)).rejects.toMatchObject({
      retryable: true,
      context: { mayHaveHappened: true },
    });
    const { label } = await easypost.createReturnLabel(input, again);
    expect(label.trackingNumber).not.toBe('');
    expect(await sold()).toHaveLength(1);
  });

  it('buys once when the file could not be fetched', async () => {
    await fault({ kind: 'server-error', count: 10, match: { method: 'GET' } });
    await expect(easypost.createReturnLabel(input, first)).rejects.toMatchObject({
      retryable: true,
      description: expect.stringContaining('will not be bought again'),
      context: { mayHaveHappened: true },
    });
    await fetch(`${sandbox.url}/control/faults`, { method: 'DELETE' });
    await easypost.createReturnLabel(input, again);
    expect(await sold()).toHaveLength(1);
  });

  it('creates a label when the earlier attempt never reached EasyPost', async () => {
    await expect(easypost.createReturnLabel(input, again)).resolves.toMatchObject({ label: { provider: 'easypost' } });
  });

  it('names the carrier of a label as people do', async () => {
    const service = { carrier: 'MondialRelay' };
    const { label } = await easypost.createReturnLabel({ ...input, service }, first);
    expect(label).toMatchObject({ carrier: 'MondialRelay', carrierName: 'Mondial Relay' });
  });

  it('waits out a rate limit', async () => {
    await fault({ kind: 'rate-limit', count: 2, retryAfterSeconds: 0 });
    await expect(easypost.createReturnLabel(input, first)).resolves.toMatchObject({ label: { provider: 'easypost' } });
  });

  it('tracks a parcel by its tracker and by its number', async () => {
    const { label } = await easypost.createReturnLabel(input, first);
    const before = await easypost.track({ trackerId: label.trackerId ?? '' });
    expect(trackingSchema.parse(before)).toEqual(before);
    expect(before.status).toBe('pre_transit');
    const location = { city: 'Paris', country: 'FR' };
    await control(`easypost/trackers/${label.trackingNumber}/status`, { status: 'in_transit', location });
    await expect(easypost.track({ trackingNumber: label.trackingNumber })).resolves.toMatchObject({
      status: 'in_transit',
      location: 'Paris, FR',
      carrier: label.carrier,
    });
    await expect(easypost.track({ trackerId: 'trk_unknown' })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('receives signed news of a parcel', async () => {
    const received: { headers: http.IncomingHttpHeaders; body: Buffer }[] = [];
    const server = http.createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        received.push({ headers: request.headers, body: Buffer.concat(chunks) });
        response.end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}/webhook`;

    const { id, secret: former } = await easypost.subscribe(url);
    const { id: kept, secret } = await easypost.subscribe(url);
    expect(kept).toBe(id);
    expect(secret).not.toBe(former);
    await expect(easypost.listWebhooks()).resolves.toEqual([{ id, url }]);
    const { label } = await easypost.createReturnLabel(input, first);
    await control(`easypost/trackers/${label.trackingNumber}/status`, { status: 'delivered' });
    await until(() => received.length === 2);
    server.close();

    for (const { headers, body } of received) easypost.verifyWebhook(body, headers, secret);
    const events = received.map(({ body }) => easypost.parseWebhook(JSON.parse(body.toString('utf8'))));
    expect(events).toContainEqual(
      expect.objectContaining({
        eventId: expect.stringMatching(/^evt_/),
        tracking: expect.objectContaining({ status: 'delivered', trackingNumber: label.trackingNumber }),
        shipmentId: label.shipmentId,
      }),
    );
    await easypost.unsubscribe(id);
    await easypost.unsubscribe(id);
    await expect(easypost.listWebhooks()).resolves.toEqual([]);
  });

  it('tests the key, and never shows a wrong one', async () => {
    await expect(easypost.test()).resolves.toBeUndefined();
    const error: unknown = await connect('EZTKwrongwrong')
      .test()
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'unauthorized', provider: 'easypost' });
    expect(JSON.stringify(error) + String(error)).not.toMatch(/wrongwrong|RVpUS/);
  });
});
