import type { Policy, PolicyChange } from '../../../../lib/policy';

type Json = Record<string, unknown>;

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

const lists: Readonly<Record<string, readonly string[]>> = {
  window: ['windows', 'rules'],
  extension: ['windows', 'extensions'],
  exclusion: ['exclusions'],
  condition: ['itemConditions'],
  fee: ['fees', 'rules'],
  resolution: ['resolutions'],
  method: ['methods'],
  case: ['cases'],
  routing: ['routing'],
  keep: ['keepItem'],
};

/**
 * Does to a policy what a diff says, reading nothing but paths and values. Rules come out in the order of their ids,
 * because a diff tells only those moves that matter.
 */
export function applyDiff(before: Policy, diff: readonly PolicyChange[]): Json {
  const policy = copy(before);
  // A name is free again once the rule that had it is gone or called otherwise.
  for (const change of diff.filter(({ rule }) => rule !== undefined)) applyToRules(policy, change, before);
  for (const change of diff.filter(({ rule }) => rule === undefined)) applyToPlace(policy, change);
  return byId(policy);
}

export const byId = (policy: object): Json => {
  const sorted = copy(policy);
  for (const path of Object.values(lists))
    listAt(sorted, path).sort((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1));
  return sorted;
};

function applyToRules(policy: Json, { rule, path, kind, before, after }: PolicyChange, original: Policy): void {
  const [part = '', ...rest] = rule?.split('.') ?? [];
  const id = rest.join('.');
  const list = listAt(policy, lists[part] ?? []);
  const field = path.split(']').slice(1).join(']').slice(1);
  if (field === '' && kind === 'added') {
    if (isJson(after)) list.push(copy(after));
    return;
  }
  if (field === '' && kind === 'removed') {
    list.splice(
      list.findIndex((one) => one['id'] === id),
      1,
    );
    return;
  }
  const found = list.find((one) => one['id'] === (field === 'id' ? before : id));
  if (found === undefined) throw new Error(`${original.name} has no rule ${rule ?? ''}`);
  if (field !== '') put(found, field, after);
  else if (isJson(before) && isJson(after) && !('position' in after)) {
    for (const key of Object.keys(before)) Reflect.deleteProperty(found, key);
    Object.assign(found, after);
  }
}

function applyToPlace(policy: Json, { path, after }: PolicyChange): void {
  if (path.startsWith('tests')) return;
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let at: unknown = policy;
  for (const key of keys) at = isJson(at) ? at[key] : undefined;
  if (isJson(at)) put(at, last, isJson(after) && isJson(at[last]) ? { ...at[last], ...after } : after);
}

function put(object: Json, key: string, value: unknown): void {
  if (value === undefined) Reflect.deleteProperty(object, key);
  else object[key] = value;
}

function listAt(policy: Json, path: readonly string[]): Json[] {
  let at: unknown = policy;
  for (const key of path) at = isJson(at) ? at[key] : undefined;
  return isJsonList(at) ? at : [];
}

function copy(value: object): Json {
  const json: unknown = JSON.parse(JSON.stringify(value));
  if (!isJson(json)) throw new Error('not an object');
  return json;
}

const isJsonList = (value: unknown): value is Json[] => Array.isArray(value) && value.every(isJson);
