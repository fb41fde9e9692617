import { Random } from '../../../sandbox/core/random';
import { carriers, isCustomsBorder } from '../../../sandbox/easypost/carriers';
import { drawLabel, labelWidth, type LabelContent } from '../../../sandbox/easypost/label/drawing';
import { isLatinFontEnough, textOutline } from '../../../sandbox/easypost/label/outline';
import { isCountry } from '../../../sandbox/easypost/shipment-request';

const address = {
  name: 'Zoé',
  company: null,
  street1: '8 rue A',
  street2: null,
  city: 'Paris',
  state: null,
  zip: '75011',
  country: 'FR',
};

function contentWith(changes: Partial<LabelContent>): LabelContent {
  return {
    carrier: 'Colissimo',
    service: 'Return',
    isReturn: true,
    sender: address,
    recipient: address,
    weight: 35.274,
    date: '2026-11-22',
    references: ['RMA-1'],
    trackingCode: '8R12345678901',
    ...changes,
  };
}

describe('a label', () => {
  const texts = (content: LabelContent): string[] =>
    drawLabel(content).flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));

  it('says carrier, service, both addresses, weight, reference and tracking code', () => {
    const said = texts(contentWith({}));
    for (const text of [
      'COLISSIMO',
      'Return',
      'RETURN',
      'Zoé',
      '75011 Paris',
      'FRANCE',
      '1.00 kg (35.3 oz)',
      'RMA-1',
      '8R12345678901',
    ]) {
      expect(said).toContain(text);
    }
  });

  it('keeps every line and every bar on the paper, however long', () => {
    const long = contentWith({ sender: { ...address, name: 'M'.repeat(90) }, trackingCode: '9400100208271094511512' });
    for (const mark of drawLabel(long)) {
      const width =
        mark.kind === 'text'
          ? textOutline(mark.text, mark.size, mark.isBold).width
          : mark.kind === 'box'
            ? mark.width
            : mark.widths.reduce((sum, bar) => sum + bar, 0) * mark.module;
      expect(mark.x + width).toBeLessThanOrEqual(labelWidth);
    }
  });

  it('has an outline for every letter of any script, written in the order of the eye', () => {
    expect(isLatinFontEnough('Žižková Ольга Ελένη')).toBe(true);
    expect(isLatinFontEnough('山田')).toBe(false);
    expect(textOutline('山田', 40, false).polygons.length).toBeGreaterThan(4);
    expect(textOutline('אב', 40, false)).toEqual(textOutline('\u05d0\u05d1', 40, false));
    expect(textOutline('אב', 40, false)).not.toEqual(textOutline('בא', 40, false));
  });
});

describe('carriers', () => {
  it('give tracking codes of their own form', () => {
    const forms: Record<string, RegExp> = {
      Colissimo: /^8R\d{11}$/,
      MondialRelay: /^\d{8}$/,
      DPDFR: /^\d{14}$/,
      Chronopost: /^XR\d{9}FR$/,
      USPS: /^94\d{20}$/,
      DHLExpress: /^\d{10}$/,
    };
    const random = new Random(1);
    for (const { name, trackingCode } of carriers) expect(trackingCode(random)).toMatch(forms[name] ?? /^$/);
  });

  it('know where goods cross a customs border', () => {
    expect(isCustomsBorder({ from: 'FR', to: 'DE' })).toBe(false);
    expect(isCustomsBorder({ from: 'CH', to: 'FR' })).toBe(true);
    expect(isCustomsBorder({ from: 'US', to: 'US' })).toBe(false);
    expect([isCountry('FR'), isCountry('ZZ'), isCountry('France')]).toEqual([true, false, false]);
  });
});
