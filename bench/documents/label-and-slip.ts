import { loadBuilt } from '../measuring/built';
import type { Result } from '../measuring/result';
import { labelCases, labelFor, slipCase } from './cases';
import { compareDrawing } from './compare';
import { peerFonts } from './peer-fonts';
import { drawPeerSlip } from './peer-slip';

type Documents = Pick<typeof import('../../lib/documents'), 'renderLabelAndSlip'>;

/** Labels with their slip per second. Ours merge the carrier's PDF; the peer cannot and embeds the label as an image. */
export async function measure(): Promise<Result> {
  const { renderLabelAndSlip } = loadBuilt<Documents>('lib/documents/index.js', ['renderLabelAndSlip']);
  const fonts = peerFonts();
  const [pdfs, pngs] = await Promise.all([labelCases('PDF'), labelCases('PNG')]);
  return compareDrawing(
    { id: 'documents.label-and-slip', peer: 'pdfkit (label as PNG: it cannot merge PDF)' },
    (index) => renderLabelAndSlip({ ...slipCase(index), label: labelFor(pdfs, index) }),
    (index) => drawPeerSlip(fonts, slipCase(index), labelFor(pngs, index)),
  );
}
