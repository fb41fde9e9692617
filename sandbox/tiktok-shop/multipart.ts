import { badRequest } from './errors';

export interface Part {
  name: string;
  fileName: string | undefined;
  mediaType: string;
  content: Buffer;
}

/** The parts of a multipart/form-data body (RFC 7578). */
export function parseMultipart(body: Buffer, contentType: string): Part[] {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark === undefined) throw badRequest("Invalid 'Content-Type' header: the boundary is missing");
  const delimiter = Buffer.from(`--${mark}`);
  const parts: Part[] = [];
  let at = body.indexOf(delimiter);
  while (at >= 0) {
    const start = at + delimiter.length;
    if (body.subarray(start, start + 2).toString('latin1') === '--') return parts;
    const next = body.indexOf(delimiter, start);
    if (next < 0) break;
    parts.push(partOf(body.subarray(start + 2, next - 2)));
    at = next;
  }
  throw badRequest('The multipart body has no end');
}

function partOf(bytes: Buffer): Part {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) throw badRequest('A part of the multipart body has no headers');
  const headers = bytes.subarray(0, end).toString('utf8');
  return {
    name: /name="([^"]*)"/i.exec(headers)?.[1] ?? '',
    fileName: /filename="([^"]*)"/i.exec(headers)?.[1],
    mediaType: /content-type:\s*([^\r\n;]+)/i.exec(headers)?.[1]?.trim() ?? 'text/plain',
    content: bytes.subarray(end + 4),
  };
}
