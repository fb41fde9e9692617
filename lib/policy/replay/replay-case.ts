import { z } from 'zod/v4';
import {
  decisionSchema,
  historySchema,
  inspectionSchema,
  orderSchema,
  requestSchema,
  riskSchema,
  trackingSchema,
  type Decision,
} from '../../returns';
import type { PolicyInput } from '../facts';

/** A past return: what is known of it, and how it was decided then. Whatever is absent is not known. */
export interface ReplayCase extends Partial<PolicyInput> {
  /** How examples name it: an RMA number, never a name or an address. */
  readonly id?: string | undefined;
  readonly decision?: Decision | undefined;
  /** Why it could not be read. */
  readonly fault?: string | undefined;
}

const chapters = {
  request: requestSchema,
  order: orderSchema,
  tracking: trackingSchema,
  inspection: inspectionSchema,
  history: historySchema,
  risk: riskSchema,
  decision: decisionSchema,
} as const;

const chapterNames = ['request', 'order', 'tracking', 'inspection', 'history', 'risk', 'decision'] as const;
type ChapterName = (typeof chapterNames)[number];

const outerSchema = z.looseObject({
  case: z.looseObject({ rma: z.string().optional() }).optional(),
  id: z.string().optional(),
  ...partial(),
});

function partial(): { readonly [C in ChapterName]: z.ZodOptional<z.ZodUnknown> } {
  const any = z.unknown().optional();
  return { request: any, order: any, tracking: any, inspection: any, history: any, risk: any, decision: any };
}

/**
 * Reads a dossier of the ledger, or an item with its chapters. Never throws: a chapter that cannot be read makes a case
 * that is counted as such, with the places of the faults and none of the values.
 */
export function replayCaseOf(value: unknown): ReplayCase {
  const outer = outerSchema.safeParse(value);
  if (!outer.success) return { fault: 'no object with the chapters `request` and `order`' };
  const { case: its, id } = outer.data;
  const name = its?.rma ?? id;
  const base: ReplayCase = name === undefined ? {} : { id: name };
  let read: ReplayCase = base;
  for (const chapter of chapterNames) {
    const given = outer.data[chapter];
    if (given === undefined || given === null) continue;
    const result = chapters[chapter].safeParse(given);
    if (!result.success) return { ...base, fault: faultOf(chapter, result.error.issues[0]?.path ?? []) };
    read = { ...read, [chapter]: result.data };
  }
  return read;
}

/** `order.lines[].paid`: places without numbers, so that the same fault of many cases is told once. */
const faultOf = (chapter: string, path: readonly PropertyKey[]): string =>
  [chapter, ...path.map(String)].join('.').replace(/\.\d+(?=\.|$)/g, '[]');
