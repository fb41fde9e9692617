import { invalidRequest } from './errors';
import type { StripeStore } from './store';

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function expandPath(value: unknown, path: readonly string[], store: StripeStore, whole: string): void {
  if (Array.isArray(value)) {
    for (const entry of value) expandPath(entry, path, store, whole);
    return;
  }
  const [name, ...rest] = path;
  if (name === undefined || !isRecord(value)) return;
  if (value['object'] === 'checkout.session' && name === 'line_items' && typeof value['id'] === 'string') {
    value['line_items'] ??= {
      object: 'list',
      data: structuredClone(store.lineItems.get(value['id']) ?? []),
      has_more: false,
      url: `/v1/checkout/sessions/${value['id']}/line_items`,
    };
  }
  const field = value[name];
  if (field === undefined) {
    throw invalidRequest(`This property cannot be expanded (${whole}).`, { param: 'expand' });
  }
  if (typeof field === 'string') {
    const found = store.byId(field);
    if (found === undefined) throw invalidRequest(`This property cannot be expanded (${whole}).`, { param: 'expand' });
    value[name] = structuredClone(found);
  }
  expandPath(value[name], rest, store, whole);
}

/** A copy of an answer in which the ids that `expand[]` names are replaced by their objects. */
export function expanded(answer: object, paths: readonly string[], store: StripeStore): object {
  const copy = structuredClone(answer);
  for (const path of paths) expandPath(copy, path.split('.'), store, path);
  return copy;
}
