import type { LabelFile, SlipInput } from '../../lib/documents';
import { returnReasons } from '../../lib/returns';
import { printLabel, type LabelFormat } from '../../sandbox/easypost/label/print';
import { caseLine, slipInput } from '../../tests/unit/documents/fixtures/dossier';

/** How many labels there are; documents take them by turns. */
const LABELS = 20;

/**
 * A slip of three lines. Each has a number, names and texts of its own, as in a shop: with repeated ones our cache of
 * barcodes would spare us what the peer has to do.
 */
export const slipCase = (index: number): SlipInput =>
  slipInput({
    rma: `RMA-2026-${String(100_000 + index).padStart(7, '0')}`,
    shopper: { name: `Zoë Łukasiewicz ${index}`, line1: `${index + 1} Żurawia Street` },
    windowEndsAt: '2026-12-20T22:59:59.999Z',
    lines: ['Linen shirt', 'Wool trousers', 'Silk scarf'].map((title, line) =>
      caseLine({
        orderLineId: `line-${line}`,
        title: `${title} no. ${index}`,
        sku: `SKU-${index}-${line}`,
        reason: returnReasons[(index + line) % returnReasons.length] ?? 'other',
      }),
    ),
  });

const address = (name: string, street1: string, zip: string, city: string, country: string) => ({
  name,
  company: null,
  street1,
  street2: null,
  city,
  state: null,
  zip,
  country,
});

/** Labels of 4 by 6 inches, as a carrier sends them. */
export function labelCases(format: Extract<LabelFormat, 'PDF' | 'PNG'>): Promise<LabelFile[]> {
  return Promise.all(
    Array.from({ length: LABELS }, async (_, index) => {
      const bytes = await printLabel(
        {
          carrier: 'Colissimo',
          service: 'Return',
          isReturn: true,
          sender: address(`Zoë Łukasiewicz ${index}`, '8 Żurawia Street', '00-503', 'Warszawa', 'PL'),
          recipient: address('Atelier Lune', '12 rue des Tanneurs', '69002', 'Lyon', 'FR'),
          weight: 16,
          date: '2026-11-20',
          references: [`RMA-${index}`],
          trackingCode: `8R${String(40_000_000_000 + index)}`,
        },
        format,
      );
      return { bytes, format: format === 'PDF' ? 'pdf' : 'png' } as const;
    }),
  );
}

/** The label for the document of this number. */
export function labelFor(labels: readonly LabelFile[], index: number): LabelFile {
  const label = labels[index % labels.length];
  if (label === undefined) throw new RangeError('there are no labels');
  return label;
}
