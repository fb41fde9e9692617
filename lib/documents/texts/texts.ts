import type { Resolution, ReturnReason } from '../../returns';

/** Everything a shopper reads on a document, in one language. One file per language; the compiler asks for every key. */
export interface DocumentTexts {
  title: string;
  rma: string;
  order: string;
  requestedOn: string;
  resolution: string;
  resolutions: Record<Resolution, string>;
  sendBy: string;
  from: string;
  returnTo: string;
  columns: { item: string; sku: string; quantity: string; reason: string };
  reasons: Record<ReturnReason, string>;
  packing: {
    heading: string;
    /** Steps without a printed carrier label, then with one. */
    steps: readonly string[];
    stepsWithLabel: readonly string[];
  };
  next: { heading: string; byResolution: Record<Resolution, string>; questions: (email: string) => string };
  cutHere: string;
  stub: string;
  page: (page: number, pages: number) => string;
  label: { heading: string; foldHere: string; steps: readonly string[] };
}
