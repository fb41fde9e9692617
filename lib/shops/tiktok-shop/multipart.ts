import { randomBytes } from 'node:crypto';

export interface FilePart {
  readonly name: string;
  readonly fileName: string;
  readonly mimeType: string;
  readonly content: Uint8Array;
}

export interface TextPart {
  readonly name: string;
  readonly text: string;
}

export type Part = FilePart | TextPart;

/** A body of `multipart/form-data` (RFC 7578), whole in memory: labels and photos are small. */
export function multipartBody(
  parts: readonly Part[],
  boundary = `returns-${randomBytes(16).toString('hex')}`,
): { readonly type: string; readonly content: Uint8Array } {
  const chunks = parts.flatMap((part) => [
    Buffer.from(`--${boundary}\r\n${headOf(part)}\r\n\r\n`),
    'text' in part ? Buffer.from(part.text) : part.content,
    Buffer.from('\r\n'),
  ]);
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    content: Buffer.concat([...chunks, Buffer.from(`--${boundary}--\r\n`)]),
  };
}

function headOf(part: Part): string {
  const disposition = `Content-Disposition: form-data; name="${quoted(part.name)}"`;
  if ('text' in part) return disposition;
  return `${disposition}; filename="${quoted(part.fileName)}"\r\nContent-Type: ${part.mimeType.replace(/[\r\n]/g, '')}`;
}

/** As browsers escape what would end the name. */
const quoted = (text: string): string => text.replace(/"/g, '%22').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
