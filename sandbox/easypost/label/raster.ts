import { crc32, deflateSync } from 'node:zlib';
import type { Mark } from './drawing';
import { barsOf, dotsPerInch } from './drawing';
import { type Polygon, textOutline } from './outline';

/** Lines looked at for each row of dots, for smooth edges. */
const samples = 4;

interface Crossing {
  x: number;
  direction: number;
}

/** A picture in shades of grey: 255 is paper. */
export class Raster {
  readonly dots: Uint8Array;

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.dots = new Uint8Array(width * height).fill(255);
  }

  /** Fills polygons, a hole where the winding number is zero. */
  fill(polygons: readonly Polygon[], offsetX: number, offsetY: number): void {
    const lines = new Map<number, Crossing[]>();
    for (const polygon of polygons) {
      polygon.forEach(([x1, y1], index) => {
        const [x2, y2] = polygon[(index + 1) % polygon.length] ?? [x1, y1];
        if (y1 === y2) return;
        const toLine = (y: number): number => Math.ceil((y + offsetY) * samples - 0.5);
        for (let line = toLine(Math.min(y1, y2)); line < toLine(Math.max(y1, y2)); line += 1) {
          const y = (line + 0.5) / samples - offsetY;
          const crossings = lines.get(line) ?? [];
          crossings.push({ x: offsetX + x1 + ((y - y1) / (y2 - y1)) * (x2 - x1), direction: y1 < y2 ? 1 : -1 });
          lines.set(line, crossings);
        }
      });
    }
    for (const [line, crossings] of lines) this.fillLine(Math.floor(line / samples), crossings);
  }

  box(x: number, y: number, width: number, height: number): void {
    for (let row = y; row < y + height; row += 1) {
      this.dots.fill(0, row * this.width + x, row * this.width + x + width);
    }
  }

  /** Whether a dot is more ink than paper. */
  isInk(x: number, y: number): boolean {
    return (this.dots[y * this.width + x] ?? 255) < 128;
  }

  private fillLine(row: number, crossings: Crossing[]): void {
    if (row < 0 || row >= this.height) return;
    crossings.sort((one, other) => one.x - other.x);
    let winding = 0;
    crossings.forEach(({ x, direction }, index) => {
      winding += direction;
      const next = crossings[index + 1];
      if (winding !== 0 && next !== undefined) this.darken(row, x, next.x);
    });
  }

  private darken(row: number, from: number, to: number): void {
    const [first, last] = [Math.max(0, Math.floor(from)), Math.min(this.width - 1, Math.floor(to))];
    for (let column = first; column <= last; column += 1) {
      const covered = Math.min(to, column + 1) - Math.max(from, column);
      const at = row * this.width + column;
      this.dots[at] = Math.max(0, (this.dots[at] ?? 255) - Math.round((255 / samples) * Math.max(0, covered)));
    }
  }
}

/** Draws marks at 203 dots per inch. */
export function rasterize(marks: readonly Mark[], width: number, height: number): Raster {
  const raster = new Raster(width, height);
  for (const mark of marks) {
    if (mark.kind === 'text') raster.fill(textOutline(mark.text, mark.size, mark.isBold).polygons, mark.x, mark.y);
    else for (const bar of mark.kind === 'box' ? [mark] : barsOf(mark)) raster.box(bar.x, bar.y, bar.width, bar.height);
  }
  return raster;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** The picture as PNG, 8 bits of grey, with its resolution. */
export function toPng(raster: Raster): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(raster.width, 0);
  header.writeUInt32BE(raster.height, 4);
  header.writeUInt8(8, 8);
  const resolution = Buffer.alloc(9);
  const dotsPerMetre = Math.round(dotsPerInch / 0.0254);
  resolution.writeUInt32BE(dotsPerMetre, 0);
  resolution.writeUInt32BE(dotsPerMetre, 4);
  resolution.writeUInt8(1, 8);
  const rows = Buffer.alloc((raster.width + 1) * raster.height);
  for (let row = 0; row < raster.height; row += 1) {
    rows.set(raster.dots.subarray(row * raster.width, (row + 1) * raster.width), row * (raster.width + 1) + 1);
  }
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('pHYs', resolution),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
