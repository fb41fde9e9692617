import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

export const picturesFolder = resolve(__dirname, '../pictures');

/** A page of the guide with one picture must open at once on a phone. */
const MAX_BYTES = 250 * 1024;

/** @throws RangeError when the picture is too heavy for a page: take it smaller */
export async function savePicture(name: string, png: Uint8Array): Promise<void> {
  if (png.length > MAX_BYTES) throw new RangeError(`${name}.png has ${png.length} bytes, more than ${MAX_BYTES}`);
  await writeFile(join(picturesFolder, `${name}.png`), png);
  console.log(`${name}.png  ${Math.round(png.length / 1024)} kB`);
}
