import { ReturnsError } from '../../returns';

const ASK_AGAIN = 'Ask the carrier for the label as PDF or PNG and run the item again.';

export const isZpl = (bytes: Uint8Array): boolean =>
  /^\s*(?:\^XA|~[A-Z]{2}|CT~~CD)/.test(Buffer.from(bytes.subarray(0, 200)).toString('latin1'));

export const labelIsZpl = (): ReturnsError =>
  new ReturnsError('unsupported', 'The label is ZPL, a language for label printers, which no page can show', {
    description: `${ASK_AGAIN} A ZPL label can still be sent to a label printer as it is.`,
  });

export const labelIsEncrypted = (cause?: unknown): ReturnsError =>
  new ReturnsError('unsupported', 'The label is a PDF that is protected by a password', {
    description: `${ASK_AGAIN} Switch off document protection in the carrier account if there is such a setting.`,
    cause,
  });

export const labelIsBroken = (cause?: unknown): ReturnsError =>
  new ReturnsError('invalid_input', 'The label is not a readable PDF or PNG file', {
    description: `The file may have been cut off, or an error page was saved instead of it. ${ASK_AGAIN}`,
    cause,
  });
