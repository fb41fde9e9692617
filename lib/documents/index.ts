import { createRequire } from 'node:module';
import { loadedModule } from '../returns';
import type { LabelAndSlipInput, RenderedDocument, SlipInput } from './input';

export { labelFileFormats, pageDimensions, pageSizes } from './input';
export type { LabelAndSlipInput, LabelFile, PageSize, RenderedDocument, SlipInput, SlipShop } from './input';

type Drawing = Pick<typeof import('./drawing'), 'drawReturnSlip' | 'drawLabelAndSlip'>;

const load = createRequire(__filename);

/** pdf-lib, bwip-js and the shaper cost some 300 ms to load: only the first document pays, not n8n's start. */
const loadDrawing = (): Drawing => loadedModule(load('./drawing'), 'drawReturnSlip');

/** As `renderReturnSlip`, with the number of pages. */
export const drawReturnSlip = async (input: SlipInput): Promise<RenderedDocument> =>
  loadDrawing().drawReturnSlip(input);

/** As `renderLabelAndSlip`, with the number of pages. */
export const drawLabelAndSlip = async (input: LabelAndSlipInput): Promise<RenderedDocument> =>
  loadDrawing().drawLabelAndSlip(input);

/**
 * The return slip as a PDF: what comes back and why, how to pack it, and a stub for the outside of the parcel.
 * The same input gives the same bytes.
 * @throws ReturnsError `invalid_input` when the logo is neither PNG nor JPEG
 */
export const renderReturnSlip = async (input: SlipInput): Promise<Uint8Array> => (await drawReturnSlip(input)).bytes;

/**
 * One PDF with the carrier's label, at 100 % of its size, and the return slip after it.
 * @throws ReturnsError `unsupported` for ZPL and for encrypted PDF, `invalid_input` for a broken label or logo
 */
export const renderLabelAndSlip = async (input: LabelAndSlipInput): Promise<Uint8Array> =>
  (await drawLabelAndSlip(input)).bytes;
