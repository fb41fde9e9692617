import { createHmac } from 'node:crypto';
import { carriers } from '../../../lib/carriers';
import { chooseRate } from '../../../lib/carriers/easypost/choose-rate';
import { readTracking } from '../../../lib/carriers/easypost/track';
import { inchesOf, ouncesOf } from '../../../lib/carriers/units';
import { trackingSchema, trackingStatuses } from '../../../lib/returns';
import { refusalOf } from '../http/refusal';
import { fc } from '../../support/properties';

const now = Date.parse('2026-11-22T10:00:00Z');
const easypost = carriers.easypost.connect({ apiKey: 'EZTKx' }, { now: () => now });

describe('units', () => {
  it.each([
    [28.349523125, 1],
    [600, 21.2],
    [1, 0.1],
    [0, 0.1],
  ])('weighs %d g as %d oz', (grams, ounces) => {
    expect(ouncesOf(grams)).toBe(ounces);
  });

  it.each([
    [2.54, 1],
    [30, 11.9],
  ])('measures %d cm as %d in', (centimetres, inches) => {
    expect(inchesOf(centimetres)).toBe(inches);
  });

  it('never declares less than there is, nor a tenth more', () => {
    fc.assert(
      fc.property(fc.double({ min: 3, max: 50_000, noNaN: true }), (grams) => {
        const back = ouncesOf(grams) * 28.349523125;
        expect(back).toBeGreaterThan(grams - 0.001);
        expect(back).toBeLessThan(grams + 2.84);
      }),
    );
  });
});

describe('the choice of an offer', () => {
  const rate = (carrier: string, service: string, price: string, currency = 'EUR'): object => ({
    id: `rate_${carrier}_${service}`,
    carrier,
    service,
    rate: price,
    currency,
  });
  const rates = [
    rate('Colissimo', 'Return', '6.90'),
    rate('MondialRelay', 'Return', '4.50000'),
    rate('Colissimo', 'Express', '12.00'),
    rate('UPS', 'Ground', '1.00', 'USD'),
    rate('Odd', 'Free', 'call us'),
  ] as Parameters<typeof chooseRate>[0]['rates'];

  it.each([
    [undefined, 'MondialRelay Return'],
    [{}, 'MondialRelay Return'],
    [{ carrier: 'colissimo' }, 'Colissimo Return'],
    [{ service: ' express ' }, 'Colissimo Express'],
    [{ carrier: 'UPS', service: 'Ground' }, 'UPS Ground'],
  ])('for %p is %s', (choice, expected) => {
    const offer = chooseRate({ rates, messages: [] }, choice);
    expect(`${offer.rate.carrier} ${offer.rate.service}`).toBe(expected);
  });

  it('lists what there is when nothing fits', () => {
    expect(refusalOf(() => chooseRate({ rates, messages: [] }, { carrier: 'DHL' }))).toMatchObject({
      code: 'provider_refused',
      message: 'EasyPost offers no DHL for this parcel',
      description: expect.stringContaining('MondialRelay Return 4.50 EUR'),
    });
  });

  it('says what the carriers said when nobody offers anything', () => {
    const messages = [{ carrier: 'Colissimo', message: 'weight is over 30 kg' }];
    expect(refusalOf(() => chooseRate({ rates: [], messages }))).toMatchObject({
      description: expect.stringContaining('Colissimo: weight is over 30 kg'),
    });
  });
});

describe('tracking', () => {
  const tracker = { id: 'trk_1', tracking_code: 'EZ1', carrier: 'Colissimo', updated_at: '2026-11-20T08:00:00Z' };

  it.each([
    ['pre_transit', 'label_created', 'pre_transit'],
    ['in_transit', 'arrived_at_facility', 'in_transit'],
    ['in_transit', 'delivery_exception', 'attempt_failed'],
    ['in_transit', 'lost', 'exception'],
    ['out_for_delivery', null, 'out_for_delivery'],
    ['available_for_pickup', null, 'available_for_pickup'],
    ['delivered', 'arrived_at_destination', 'delivered'],
    ['return_to_sender', 'return', 'returned_to_sender'],
    ['failure', 'damaged', 'exception'],
    ['cancelled', null, 'cancelled'],
    ['error', null, 'exception'],
    ['unknown', null, 'unknown'],
    ['teleported', null, 'unknown'],
    [null, null, 'unknown'],
  ])('reads %s with %s as %s', (status, detail, expected) => {
    const tracking = readTracking({ ...tracker, status, status_detail: detail }, now);
    expect(tracking.status).toBe(expected);
    expect(tracking.carrierStatus).toBe([status ?? 'unknown', detail].filter(Boolean).join('/'));
  });

  it.each([
    ['DPDFR', 'DPD'],
    ['MondialRelay', 'Mondial Relay'],
    ['DHLExpress', 'DHL Express'],
    ['Colissimo', undefined],
    ['constructor', undefined],
  ])('knows what people call %s: %s, and keeps the word of EasyPost', (carrier, carrierName) => {
    const tracking = readTracking({ ...tracker, carrier, status: 'in_transit' }, now);
    expect([tracking.carrier, tracking.carrierName]).toEqual([carrier, carrierName]);
  });

  it("takes time, place and words from the carrier's newest scan, in whatever order they come", () => {
    const details = [
      { datetime: '2026-11-19T12:00:00Z', message: 'In transit', tracking_location: { city: 'Lyon', country: 'FR' } },
      { datetime: '2026-11-18T12:00:00Z', message: 'Label created' },
      { datetime: null, message: 'No time' },
    ];
    const tracking = readTracking({ ...tracker, status: 'in_transit', tracking_details: details }, now);
    expect(tracking).toMatchObject({ at: '2026-11-19T12:00:00.000Z', message: 'In transit', location: 'Lyon, FR' });
  });

  it('always makes a chapter of a known status', () => {
    const text = fc.option(fc.string());
    const details = fc.array(fc.record({ datetime: text, message: text, status_detail: text }));
    fc.assert(
      fc.property(text, text, text, details, (status, detail, updated, scans) => {
        const value = { ...tracker, status, status_detail: detail, updated_at: updated, tracking_details: scans };
        const tracking = trackingSchema.parse(readTracking(value, now));
        expect(trackingStatuses).toContain(tracking.status);
      }),
    );
  });
});

describe("EasyPost's webhooks", () => {
  // "é" as one character or as two: EasyPost signs with the decomposed one.
  const secret = 'caf\u00e9';
  const sign = (body: Uint8Array | string): string =>
    `hmac-sha256-hex=${createHmac('sha256', 'cafe\u0301').update(body).digest('hex')}`;
  const verify = (body: Uint8Array | string, header: string | undefined, key = secret): void => {
    easypost.verifyWebhook(Buffer.from(body), { 'X-Hmac-Signature': header }, key);
  };
  const refused = { code: 'signature_invalid', provider: 'easypost' };

  it('are taken when signed over these very bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (body, other) => {
        expect(() => {
          verify(body, sign(body));
        }).not.toThrow();
        if (Buffer.compare(body, other) !== 0) {
          expect(
            refusalOf(() => {
              verify(other, sign(body));
            }),
          ).toMatchObject(refused);
        }
      }),
    );
  });

  it.each([
    ['no signature', undefined],
    ['a bare one', sign('{}').slice(16)],
    ['a cut one', sign('{}').slice(0, -1)],
    ['a lengthened one', `${sign('{}')}0`],
    ['one of another algorithm', sign('{}').replace('sha256', 'sha1')],
    ['two', `${sign('{}')},${sign('{}')}`],
  ])('are refused with %s', (_what, header) => {
    expect(
      refusalOf(() => {
        verify('{}', header);
      }),
    ).toMatchObject(refused);
  });

  it('are refused while no secret is set', () => {
    const header = `hmac-sha256-hex=${createHmac('sha256', '').update('{}').digest('hex')}`;
    expect(
      refusalOf(() => {
        verify('{}', header, '');
      }),
    ).toMatchObject(refused);
  });

  const result = { id: 'trk_1', tracking_code: 'EZ1', carrier: 'UPS', status: 'delivered', shipment_id: 'shp_1' };

  it('tell of a parcel', () => {
    const event = { id: 'evt_1', object: 'Event', description: 'tracker.updated', result };
    expect(easypost.parseWebhook(event)).toMatchObject({
      eventId: 'evt_1',
      type: 'tracker.updated',
      trackerId: 'trk_1',
      shipmentId: 'shp_1',
      tracking: { trackingNumber: 'EZ1', status: 'delivered', provider: 'easypost' },
    });
  });

  it('are left aside when they are about something else, refused when they cannot be read', () => {
    expect(easypost.parseWebhook({ id: 'evt_1', description: 'batch.created', result: {} })).toBeUndefined();
    for (const body of [{}, 'text', { id: 'evt_1', description: 'tracker.updated', result: {} }]) {
      expect(refusalOf(() => easypost.parseWebhook(body))).toMatchObject({ code: 'unexpected_answer' });
    }
  });
});
