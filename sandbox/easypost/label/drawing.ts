import bwipjs from 'bwip-js';
import { textWidth } from './outline';

/** A label of 4 by 6 inches at 203 dots per inch. */
export const labelWidth = 812;
export const labelHeight = 1218;
export const dotsPerInch = 203;

export interface TextMark {
  kind: 'text';
  text: string;
  x: number;
  /** Of the baseline. */
  y: number;
  size: number;
  isBold: boolean;
}

/** A filled rectangle: a line, a side of a frame. */
export interface BoxMark {
  kind: 'box';
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface BarcodeMark {
  kind: 'code128';
  text: string;
  x: number;
  y: number;
  height: number;
  /** Dots of the narrowest bar. */
  module: number;
  /** Widths in modules, bar first, then space, and so on. */
  widths: readonly number[];
}

export type Mark = TextMark | BoxMark | BarcodeMark;

export interface PostalAddress {
  name: string | null;
  company: string | null;
  street1: string | null;
  street2: string | null;
  city: string | null;
  state: string | null;
  zip: string | null;
  country: string | null;
}

export interface LabelContent {
  carrier: string;
  service: string;
  isReturn: boolean;
  /** Who hands the parcel in. */
  sender: PostalAddress;
  /** Where it goes. */
  recipient: PostalAddress;
  /** Ounces. */
  weight: number;
  /** Day, `YYYY-MM-DD`. */
  date: string;
  references: readonly string[];
  trackingCode: string;
}

const margin = 36;
const gramsPerOunce = 28.349523125;

function text(
  content: string,
  x: number,
  y: number,
  size: number,
  isBold = false,
  widest = labelWidth - x - margin,
): TextMark {
  const width = textWidth(content, size, isBold);
  const fitting = width > widest ? Math.floor((size * widest) / width) : size;
  return { kind: 'text', text: content, x, y, size: fitting, isBold };
}

function centred(content: string, y: number, size: number, isBold = false): TextMark {
  const mark = text(content, margin, y, size, isBold);
  const width = textWidth(content, mark.size, isBold);
  return { ...mark, x: Math.round((labelWidth - width) / 2) };
}

const rule = (y: number): BoxMark => ({ kind: 'box', x: 0, y, width: labelWidth, height: 3 });

function frame(x: number, y: number, width: number, height: number, thickness: number): BoxMark[] {
  return [
    { kind: 'box', x, y, width, height: thickness },
    { kind: 'box', x, y: y + height - thickness, width, height: thickness },
    { kind: 'box', x, y, width: thickness, height },
    { kind: 'box', x: x + width - thickness, y, width: thickness, height },
  ];
}

/** The lines of an address as they are written on a parcel. */
export function addressLines(address: PostalAddress): string[] {
  const town = [address.zip, address.city, address.state].filter((part) => part !== null && part !== '').join(' ');
  const country = address.country === null ? null : countryName(address.country);
  return [address.name, address.company, address.street1, address.street2, town, country].filter(
    (line): line is string => line !== null && line !== '',
  );
}

function countryName(code: string): string {
  return new Intl.DisplayNames(['en'], { type: 'region' }).of(code)?.toUpperCase() ?? code;
}

/** A Code 128 as wide as fits with a quiet zone of ten modules on both sides. */
function barcode(content: string, y: number, height: number): BarcodeMark {
  const [symbol] = bwipjs.raw({ bcid: 'code128', text: content });
  if (symbol === undefined || !('sbs' in symbol)) throw new Error('no bars for this tracking code');
  const modules = symbol.sbs.reduce((sum, width) => sum + width, 0);
  const module = Math.max(1, Math.floor(labelWidth / (modules + 20)));
  return {
    kind: 'code128',
    text: content,
    x: Math.round((labelWidth - modules * module) / 2),
    y,
    height,
    module,
    widths: symbol.sbs,
  };
}

/** Bars of a Code 128 as boxes. */
export function barsOf(mark: BarcodeMark): BoxMark[] {
  const bars: BoxMark[] = [];
  let x = mark.x;
  mark.widths.forEach((width, index) => {
    if (index % 2 === 0) bars.push({ kind: 'box', x, y: mark.y, width: width * mark.module, height: mark.height });
    x += width * mark.module;
  });
  return bars;
}

/** Everything that is on a label, in dots from its upper left corner. */
export function drawLabel(content: LabelContent): Mark[] {
  const kilograms = ((content.weight * gramsPerOunce) / 1000).toFixed(2);
  const marks: Mark[] = [
    ...frame(0, 0, labelWidth, labelHeight, 3),
    text(content.carrier.toUpperCase(), margin, 96, 68, true, 480),
    text(content.service, margin, 150, 34, false, 480),
    rule(178),
    text('FROM / EXPÉDITEUR', margin, 214, 22),
    rule(430),
    text('TO / DESTINATAIRE', margin, 470, 22),
    rule(740),
    text(`${kilograms} kg (${content.weight.toFixed(1)} oz)`, margin, 788, 28, true, 360),
    text(content.date, 600, 788, 28),
    text(content.references.join('   '), margin, 826, 28, true),
    rule(846),
    barcode(content.trackingCode, 872, 214),
    centred(content.trackingCode, 1136, 42, true),
    centred('SANDBOX LABEL - NO POSTAGE PAID', 1188, 24),
  ];
  if (content.isReturn) marks.push(...frame(548, 40, 228, 96, 5), text('RETURN', 574, 104, 46, true, 180));
  addressLines(content.sender).forEach((line, index) => {
    marks.push(text(line, margin, 250 + index * 34, 29, index === 0));
  });
  addressLines(content.recipient).forEach((line, index) => {
    marks.push(text(line, margin, 516 + index * 42, 38, index === 0));
  });
  return marks;
}
