/** What `application/x-www-form-urlencoded` with brackets can carry. Undefined entries are left out. */
export type FormValue = string | number | boolean | undefined | readonly FormValue[] | FormFields;
export interface FormFields {
  readonly [name: string]: FormValue;
}

/**
 * Encodes nested fields as Stripe reads them: `metadata[case]=1`, `expand[]=data`, and lists of objects by index,
 * `items[0][price]=p`. Order is kept; an empty list or object leaves no trace.
 */
export function encodeForm(fields: FormFields): string {
  const pairs = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) append(pairs, name, value);
  return pairs.toString();
}

function append(pairs: URLSearchParams, name: string, value: FormValue): void {
  if (value === undefined) return;
  if (isList(value)) {
    value.forEach((entry, index) => {
      append(pairs, typeof entry === 'object' ? `${name}[${index}]` : `${name}[]`, entry);
    });
  } else if (typeof value === 'object') {
    for (const [key, entry] of Object.entries(value)) append(pairs, `${name}[${key}]`, entry);
  } else {
    pairs.append(name, String(value));
  }
}

const isList = (value: FormValue): value is readonly FormValue[] => Array.isArray(value);
