import { loadBuilt } from '../measuring/built';
import type { Result } from '../measuring/result';
import { slipCase } from './cases';
import { compareDrawing } from './compare';
import { peerFonts } from './peer-fonts';
import { drawPeerSlip } from './peer-slip';

type Documents = Pick<typeof import('../../lib/documents'), 'renderReturnSlip'>;

/** Return slips of one page per second. */
export async function measure(): Promise<Result> {
  const { renderReturnSlip } = loadBuilt<Documents>('lib/documents/index.js', ['renderReturnSlip']);
  const fonts = peerFonts();
  return compareDrawing(
    { id: 'documents.slip', peer: 'pdfkit' },
    (index) => renderReturnSlip(slipCase(index)),
    (index) => drawPeerSlip(fonts, slipCase(index)),
  );
}
