import type { Address, Dossier, Locale } from '../returns';

export const pageSizes = ['A4', 'Letter'] as const;
export type PageSize = (typeof pageSizes)[number];

/** In points, width and height. Source: ISO 216 and ANSI/ASME Y14.1. */
export const pageDimensions: Readonly<Record<PageSize, readonly [number, number]>> = {
  A4: [595.28, 841.89],
  Letter: [612, 792],
};

export interface SlipShop {
  name: string;
  /** Where the parcel goes. */
  returnAddress: Address;
  supportEmail?: string;
  /** PNG or JPEG. */
  logo?: Uint8Array;
}

export interface SlipInput {
  dossier: Pick<Dossier, 'case' | 'order' | 'request' | 'decision'>;
  shop: SlipShop;
  /** The shopper's language; see `localeFor`. */
  locale: Locale;
  pageSize: PageSize;
  /** IANA time zone of the shop, in which dates are written; UTC when absent. */
  timeZone?: string;
  /** Stamped into the file; the case's last change when absent, so that the same case always gives the same bytes. */
  createdAt?: string;
}

export const labelFileFormats = ['pdf', 'png'] as const;

export interface LabelFile {
  bytes: Uint8Array;
  /** What the carrier said; the bytes decide. */
  format: (typeof labelFileFormats)[number];
}

export interface LabelAndSlipInput extends SlipInput {
  label: LabelFile;
}

export interface RenderedDocument {
  bytes: Uint8Array;
  pages: number;
}
