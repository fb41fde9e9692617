import { PDFName, type PDFDocument, type PDFPage, type PDFRef } from 'pdf-lib';
import type { Font } from '../fonts/font';
import { layoutText, widthOf, type Line, type TextStyle } from '../text/layout';
import type { Cluster, Glyph, ShapedRun } from '../text/shape';
import { deflated } from './deflated';
import { FontResource, utf16 } from './font-resource';

/** Fonts that all pages of one document share. */
export class FontBook {
  private readonly resources = new Map<string, FontResource>();

  constructor(private readonly document: PDFDocument) {}

  get(font: Font): FontResource {
    let resource = this.resources.get(font.name);
    if (resource === undefined) {
      resource = new FontResource(font, `F${this.resources.size}`, this.document.context);
      this.resources.set(font.name, resource);
    }
    return resource;
  }

  finish(): void {
    for (const resource of this.resources.values()) resource.finish();
  }
}

/** Shades from 0, black, to 1, white. */
export interface Ink {
  shade?: number;
}

export interface TextBlock extends TextStyle, Ink {
  width: number;
  maxLines?: number;
  /** Distance between base lines as a multiple of the size. */
  leading?: number;
  align?: 'left' | 'right' | 'center';
}

/** Enough for the marks above capital letters and below lines in Thai, Arabic and Vietnamese. */
const LEADING = 1.38;
/** Where the base line lies below the top of a line, as a multiple of the size. */
const ASCENT = 1.02;
/** Only European letters have a bold cut; others are thickened by a stroke of this part of the size. */
const STROKE = 0.028;

/** Draws on one page; the origin is the lower left corner and all lengths are points. */
export class Canvas {
  readonly width: number;
  readonly height: number;
  private readonly operations: string[] = [];
  private readonly images: [string, PDFRef][] = [];
  private readonly used = new Set<FontResource>();

  constructor(
    private readonly page: PDFPage,
    private readonly fonts: FontBook,
  ) {
    ({ width: this.width, height: this.height } = page.getSize());
  }

  /** Draws text below `top` and returns where the next line's top would be. */
  text(text: string, x: number, top: number, block: TextBlock): number {
    return this.lines(layoutText(text, block, block), x, top, block);
  }

  /** Width of a text on one line, in points. */
  measure(text: string, style: TextStyle): number {
    return widthOf(text, style);
  }

  lines(lines: readonly Line[], x: number, top: number, block: TextBlock): number {
    const step = block.size * (block.leading ?? LEADING);
    for (const [index, line] of lines.entries()) {
      const free = block.width - line.width;
      const indent = block.align === 'right' ? free : block.align === 'center' ? free / 2 : 0;
      this.line(line, x + indent, top - index * step - block.size * ASCENT, block);
    }
    return top - lines.length * step;
  }

  rectangle(x: number, y: number, width: number, height: number, { shade = 0 }: Ink = {}): void {
    this.operations.push(`${number(shade)} g ${[x, y, width, height].map(number).join(' ')} re f`);
  }

  /** Fills many black rectangles as one shape, so that neighbours join without a seam. */
  rectangles(rectangles: Iterable<readonly [x: number, y: number, width: number, height: number]>): void {
    const path = Array.from(rectangles, (edges) => `${edges.map(number).join(' ')} re`);
    if (path.length > 0) this.operations.push(`0 g\n${path.join('\n')}\nf`);
  }

  stroke(
    path: string,
    { shade = 0, width = 0.6, dash = [] }: Ink & { width?: number; dash?: readonly number[] } = {},
  ): void {
    this.operations.push(`q ${number(shade)} G ${number(width)} w [${dash.map(number).join(' ')}] 0 d ${path} S Q`);
  }

  rule(x: number, y: number, width: number, style: Ink & { width?: number; dash?: readonly number[] } = {}): void {
    this.stroke(`${number(x)} ${number(y)} m ${number(x + width)} ${number(y)} l`, style);
  }

  /** Draws an image or an embedded page; the matrix maps its own space to the page. */
  draw(ref: PDFRef, matrix: readonly [number, number, number, number, number, number]): void {
    const key = `X${this.images.length}`;
    this.images.push([key, ref]);
    this.operations.push(`q ${matrix.map(number).join(' ')} cm /${key} Do Q`);
  }

  finish(): void {
    const { context } = this.page.doc;
    const resources = context.obj({
      Font: Object.fromEntries([...this.used].map(({ key, ref }) => [key, ref])),
      XObject: Object.fromEntries(this.images),
    });
    this.page.node.set(PDFName.of('Resources'), resources);
    const content = deflated(context, Buffer.from(this.operations.join('\n'), 'latin1'));
    this.page.node.set(PDFName.of('Contents'), context.register(content));
  }

  private line({ runs }: Line, x: number, y: number, { size, bold = false, shade = 0 }: TextBlock): void {
    if (runs.length === 0) return;
    const parts = [`BT ${number(shade)} g ${number(x)} ${number(y)} Td`];
    for (const stretch of stretchesOf(runs)) {
      const { font, clusters } = stretch;
      const resource = this.fonts.get(font);
      this.used.add(resource);
      const thicken = bold && font.name !== 'sans-bold';
      if (bold) parts.push(thicken ? `2 Tr ${number(shade)} G ${number(size * STROKE)} w` : '0 Tr');
      parts.push(`/${resource.key} ${number(size)} Tf`);
      const show = new ShowText(resource, size);
      for (const cluster of clusters) show.cluster(cluster);
      parts.push(needsSaying(stretch) ? saying(stretch, show.flush()) : show.flush());
    }
    parts.push(bold ? '0 Tr ET' : 'ET');
    this.operations.push(parts.join(' '));
  }
}

type Stretch = Omit<ShapedRun, 'width'>;

/** Joins neighbouring runs of one font and direction. */
function stretchesOf(runs: readonly ShapedRun[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { font, level, clusters } of runs) {
    const last = stretches.at(-1);
    if (last !== undefined && last.font === font && last.level === level) {
      stretches[stretches.length - 1] = { font, level, clusters: [...last.clusters, ...clusters] };
    } else stretches.push({ font, level, clusters });
  }
  return stretches;
}

/**
 * Where a sign has several glyphs, some readers see gaps or invisible characters between them. Text from right to left
 * goes without: readers disagree on the order in which it would be given. Only beyond the basic plane, as Adlam is, they
 * agree: none of them knows such letters to run from right to left, so all would give them backwards.
 */
const needsSaying = ({ clusters, level }: Stretch): boolean =>
  isRightToLeft(level)
    ? clusters.some(({ says }) => BEYOND_BASIC_PLANE.test(says))
    : clusters.some(({ glyphs }) => glyphs.length > 1);

const isRightToLeft = (level: number): boolean => level % 2 === 1;
const BEYOND_BASIC_PLANE = /[\u{10000}-\u{10ffff}]/u;

/** Marks operations as drawing a text as a whole. Source: ISO 32000-2, 14.9.4. */
function saying({ clusters, level }: Stretch, operations: string): string {
  const said = clusters.map(({ says }) => says);
  const text = (isRightToLeft(level) ? said.toReversed() : said).join('');
  return `/Span <</ActualText <feff${utf16(text)}>>> BDC ${operations} EMC`;
}

/** Builds the operands of TJ, which moves by thousandths of the font size, and of Ts, which lifts. */
class ShowText {
  private readonly done: string[] = [];
  private parts: string[] = [];
  private codes = '';
  private lift = 0;

  constructor(
    private readonly resource: FontResource,
    private readonly size: number,
  ) {}

  cluster({ says, glyphs, owner }: Cluster): void {
    for (const glyph of glyphs) this.glyph(glyph, glyph === owner ? says : '');
  }

  flush(): string {
    this.closeArray();
    if (this.lift !== 0) this.done.push('0 Ts');
    this.lift = 0;
    return this.done.splice(0).join(' ');
  }

  private glyph({ id, advance, dx, dy }: Glyph, says: string): void {
    if (dy !== this.lift) {
      this.closeArray();
      this.done.push(`${number((dy * this.size) / 1000)} Ts`);
      this.lift = dy;
    }
    this.move(dx);
    this.codes += this.resource.encode(id, says);
    this.move(advance - this.resource.advanceOf(id) - dx);
  }

  private move(distance: number): void {
    if (distance === 0) return;
    this.closeString();
    this.parts.push(number(-distance));
  }

  private closeString(): void {
    if (this.codes !== '') this.parts.push(`<${this.codes}>`);
    this.codes = '';
  }

  private closeArray(): void {
    this.closeString();
    if (this.parts.length > 0) this.done.push(`[${this.parts.join(' ')}] TJ`);
    this.parts = [];
  }
}

/** PDF numbers know no exponent; a hundredth of a point is finer than any printer. */
const number = (value: number): string =>
  Number.isInteger(value) ? value.toString() : String(Math.round(value * 1000) / 1000);
