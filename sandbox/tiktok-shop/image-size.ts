interface ImageFacts {
  width: number;
  height: number;
  mediaType: string;
}

const jpegFrames = new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);

function jpegSize(bytes: Buffer): ImageFacts | undefined {
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (jpegFrames.has(marker)) {
      return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5), mediaType: 'image/jpeg' };
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}

/** Kind and size of a PNG, JPEG, GIF or WebP picture, from its own bytes; undefined when it is none. */
export function imageSize(bytes: Buffer): ImageFacts | undefined {
  if (bytes.length < 30) return undefined;
  if (bytes.readUInt32BE(0) === 0x89504e47) {
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), mediaType: 'image/png' };
  }
  if (bytes.readUInt16BE(0) === 0xffd8) return jpegSize(bytes);
  const head = bytes.toString('latin1', 0, 16);
  if (head.startsWith('GIF8')) {
    return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8), mediaType: 'image/gif' };
  }
  if (head.startsWith('RIFF') && head.slice(8, 16) === 'WEBPVP8 ') {
    return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff, mediaType: 'image/webp' };
  }
  return undefined;
}
