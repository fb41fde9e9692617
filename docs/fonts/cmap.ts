import { viewOf, type Sfnt } from '../../lib/documents/fonts/sfnt';

const FULL_UNICODE = 12;
const BASIC_PLANE = 4;

/** All code points that a font's character map names. Source: OpenType `cmap`, formats 4 and 12. */
export function codePointsOf({ tables }: Sfnt): number[] {
  const view = viewOf(tables.get('cmap') ?? new Uint8Array(4));
  const points = new Set<number>();
  for (let index = 0; index < view.getUint16(2); index += 1) {
    const start = view.getUint32(4 + 8 * index + 4);
    const format = view.getUint16(start);
    if (format === FULL_UNICODE) addGroups(view, start, points);
    if (format === BASIC_PLANE) addSegments(view, start, points);
  }
  points.delete(0xffff);
  return [...points].sort((left, right) => left - right);
}

function addGroups(view: DataView, start: number, points: Set<number>): void {
  for (let group = 0; group < view.getUint32(start + 12); group += 1) {
    const at = start + 16 + 12 * group;
    for (let point = view.getUint32(at); point <= view.getUint32(at + 4); point += 1) points.add(point);
  }
}

function addSegments(view: DataView, start: number, points: Set<number>): void {
  const twice = view.getUint16(start + 6);
  for (let segment = 0; segment < twice; segment += 2) {
    const end = view.getUint16(start + 14 + segment);
    const first = view.getUint16(start + 16 + twice + segment);
    const at = start + 16 + 3 * twice + segment;
    const range = view.getUint16(at);
    for (let point = first; point <= end; point += 1) {
      const glyph = range === 0 ? 1 : view.getUint16(at + range + 2 * (point - first));
      if (glyph !== 0) points.add(point);
    }
  }
}
