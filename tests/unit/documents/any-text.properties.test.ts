import { drawReturnSlip } from '../../../lib/documents';
import { layoutText } from '../../../lib/documents/text/layout';
import { fc } from '../../support/properties';
import { caseLine, slipInput } from './fixtures/dossier';

const anyText = fc.string({
  unit: fc.oneof(fc.string({ unit: 'binary', maxLength: 1 }), fc.string({ unit: 'grapheme', maxLength: 1 })),
  maxLength: 120,
});
const anyUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 80 })
  .map((units) => String.fromCharCode(...units));
const text = fc.oneof(anyText, anyUnits);

describe('any text whatever', () => {
  it('is laid out within its box', () => {
    fc.assert(
      fc.property(
        text,
        fc.integer({ min: 30, max: 400 }),
        fc.integer({ min: 1, max: 4 }),
        fc.boolean(),
        (value, width, maxLines, bold) => {
          const lines = layoutText(value, { size: 10, bold }, { width, maxLines });
          expect(lines.length).toBeLessThanOrEqual(maxLines);
          for (const line of lines) {
            // One sign alone may be wider than a narrow box, as some Arabic ligatures are; nothing can be cut from it.
            const signs = line.runs.reduce((sum, run) => sum + run.clusters.length, 0);
            if (signs > 2) expect(line.width).toBeLessThanOrEqual(width + 10);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('never keeps a slip from being drawn', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, text, async (first, second, third) => {
        const lines = [caseLine({ title: first, variantTitle: second, sku: third })];
        const { bytes } = await drawReturnSlip(
          slipInput({ lines, rma: third, shopper: { name: second, city: first } }),
        );
        expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
      }),
      { numRuns: 60 },
    );
  });
});
