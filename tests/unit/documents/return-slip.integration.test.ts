import { drawReturnSlip, renderReturnSlip } from '../../../lib/documents';
import { textsFor, type DocumentTexts } from '../../../lib/documents/texts';
import { locales, resolutions, returnReasons } from '../../../lib/returns';
import { caseLine, slipInput } from './fixtures/dossier';
import { readPdfs, squeezed } from './fixtures/read-pdf';

const longestReasons = (texts: DocumentTexts['reasons']) =>
  returnReasons.toSorted((one, other) => texts[other].length - texts[one].length).slice(0, 2);

describe('the return slip', () => {
  it('says in English what comes back, why, from whom and to whom', async () => {
    const lines = [
      caseLine(),
      caseLine({
        title: 'Wool scarf',
        variantTitle: 'Ochre',
        sku: 'WOOL-OCH',
        reason: 'damaged_in_transit',
        approved: 2,
      }),
    ];
    const [slip] = readPdfs(await renderReturnSlip(slipInput({ lines, windowEndsAt: '2026-12-10T22:59:59Z' })));
    const text = slip?.pages[0]?.text;
    for (const part of ['RMA-2026-000042', '#1001', 'Linen shirt', 'Natural / S', 'LIN-SHIRT-S', 'Too small']) {
      expect(text).toContain(part);
    }
    for (const part of ['Wool scarf', 'WOOL-OCH', 'Damaged on the way', 'Zoë Łukasiewicz', '12 rue des Tanneurs']) {
      expect(text).toContain(part);
    }
    expect(text).toContain('10 December 2026');
    expect(text).toContain('Cut here');
    expect(slip).toMatchObject({ title: 'Return slip RMA-2026-000042', language: 'en-GB' });
  });

  it.each([
    ['fr', 'fr-FR', 'Bon de retour', ['Non conforme à la', '1er décembre 2026', 'Et ensuite ?', 'Pologne']],
    ['de', 'de-DE', 'Rücksendeschein', ['Entspricht nicht der', '1. Dezember 2026', 'So geht es weiter', 'Polen']],
    ['es', 'es-ES', 'Hoja de devolución', ['No coincide con la', '1 de diciembre de', 'Próximos pasos', 'Polonia']],
    ['it', 'it-IT', 'Modulo di reso', ['Non conforme alla', '1º dicembre 2026', 'I prossimi passi', 'Polonia']],
  ] as const)('says it in %s to a shopper of that language', async (locale, language, title, parts) => {
    const lines = [caseLine({ reason: 'not_as_described' })];
    const input = slipInput({ lines, input: { locale } });
    const [slip] = readPdfs(
      await renderReturnSlip({
        ...input,
        dossier: { ...input.dossier, request: { ...input.dossier.request, requestedAt: '2026-12-01T09:30:00Z' } },
      }),
    );
    for (const part of parts) expect(slip?.pages[0]?.text).toContain(part);
    expect(slip).toMatchObject({ title: `${title} RMA-2026-000042`, language });
    expect(slip?.pages).toHaveLength(1);
  });

  it.each(locales)(
    'fits on one page in %s: a deadline, two lines with the longest reasons, every wish',
    async (locale) => {
      const { reasons, columns, stub, cutHere, packing, next } = textsFor(locale);
      const lines = longestReasons(reasons).map((reason) => caseLine({ reason }));
      const wishes = [
        ...resolutions.map((resolution) => ({ pageSize: 'A4' as const, resolution })),
        { pageSize: 'Letter' as const, resolution: 'refund' as const },
      ];
      const files = wishes.map(({ pageSize, resolution }) => {
        const input = slipInput({ lines, input: { locale, pageSize }, windowEndsAt: '2026-12-30T22:59:59Z' });
        const dossier = { ...input.dossier, case: { ...input.dossier.case, resolution } };
        return renderReturnSlip({ ...input, dossier });
      });
      for (const [index, { pages }] of readPdfs(...(await Promise.all(files))).entries()) {
        const text = squeezed(pages[0]?.text ?? '');
        const told = next.byResolution[wishes[index]?.resolution ?? 'refund'];
        expect(pages).toHaveLength(1);
        expect(text).not.toContain('…');
        for (const words of [...Object.values(columns), ...packing.steps, told, stub, cutHere]) {
          expect(text).toContain(squeezed(words));
        }
      }
    },
  );

  it('carries the return number as a QR code and as Code 128, above and below the cut', async () => {
    const [a4, letter] = readPdfs(
      await renderReturnSlip(slipInput()),
      await renderReturnSlip(slipInput({ input: { pageSize: 'Letter' } })),
    );
    const codes = ['Code128 RMA-2026-000042', 'Code128 RMA-2026-000042', 'QRCode RMA-2026-000042'];
    expect(a4?.pages[0]?.codes.toSorted()).toEqual(codes);
    expect(letter?.pages[0]?.codes.toSorted()).toEqual(codes);
    expect(letter?.pages[0]).toMatchObject({ width: 612, height: 792 });
  });

  it('leaves a return number that is no Code 128 to the QR code', async () => {
    const [slip] = readPdfs(await renderReturnSlip(slipInput({ rma: 'Rücksendung № 7' })));
    expect(new Set(slip?.pages[0]?.codes)).toEqual(new Set(['QRCode Rücksendung № 7']));
  });

  it('is the same file for the same case', async () => {
    const first = await renderReturnSlip(slipInput());
    expect(Buffer.from(await renderReturnSlip(slipInput())).equals(first)).toBe(true);
    const later = await renderReturnSlip(slipInput({ input: { createdAt: '2026-11-21T08:00:00Z' } }));
    expect(readPdfs(later)[0]?.created).toBe('D:20261121080000Z');
  });

  it('goes on over pages for fifty lines, repeating the return number and counting the pages', async () => {
    const lines = Array.from({ length: 50 }, (_, index) => caseLine({ title: `Item number ${index + 1}` }));
    const { bytes, pages } = await drawReturnSlip(slipInput({ lines }));
    const [slip] = readPdfs(bytes);
    expect(pages).toBe(slip?.pages.length);
    expect(pages).toBeGreaterThanOrEqual(3);
    const text = slip?.pages.map((page) => page.text).join('') ?? '';
    for (const { title } of lines) expect(text).toContain(title);
    for (const [index, page] of (slip?.pages ?? []).entries()) {
      expect(page.text).toContain('RMA-2026-000042');
      expect(page.text).toContain(`Page ${index + 1} of ${pages}`);
    }
    expect(slip?.pages.at(-1)?.text).toContain('Cut here');
  });

  it('cuts what is absurdly long with an ellipsis and stays on one page', async () => {
    const long = 'Pneumonoultramicroscopicsilicovolcanoconiosis'.repeat(30);
    const input = slipInput({
      lines: [caseLine({ title: long, sku: long, variantTitle: long })],
      shopper: { name: long },
    });
    const { bytes, pages } = await drawReturnSlip({ ...input, shop: { ...input.shop, name: long } });
    expect(pages).toBe(1);
    expect(readPdfs(bytes)[0]?.pages[0]?.text).toContain('…');
  });

  it('drops direction overrides, with which a name could be made to read as another', async () => {
    const [slip] = readPdfs(await renderReturnSlip(slipInput({ shopper: { name: 'Ann\u202egpj.exe\u0000\nBell' } })));
    expect(squeezed(slip?.pages[0]?.text ?? '')).toContain('Anngpj.exeBell');
  });

  it('asks for a readable logo', async () => {
    const input = slipInput();
    const broken = { ...input, shop: { ...input.shop, logo: Buffer.from('<svg/>') } };
    await expect(renderReturnSlip(broken)).rejects.toMatchObject({
      code: 'invalid_input',
      message: 'The logo is not a readable PNG or JPEG image',
    });
  });
});
