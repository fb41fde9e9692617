/** A form value as Stripe reads it: `a[b]=1&c[]=2&c[]=3` → `{ a: { b: '1' }, c: { '0': '2', '1': '3' } }`. */
export interface Form {
  [name: string]: string | Form;
}

function nameParts(name: string): string[] {
  return [name.split('[')[0] ?? '', ...Array.from(name.matchAll(/\[([^\]]*)\]/g), (match) => match[1] ?? '')];
}

function put(form: Form, [first = '', ...rest]: string[], value: string): void {
  const name = first === '' ? String(Object.keys(form).length) : first;
  if (rest.length === 0) {
    form[name] = value;
    return;
  }
  const existing = form[name];
  const inner: Form = typeof existing === 'object' ? existing : {};
  form[name] = inner;
  put(inner, rest, value);
}

/** Reads a query string or an `application/x-www-form-urlencoded` body. */
export function parseForm(text: string): Form {
  const form: Form = {};
  for (const [name, value] of new URLSearchParams(text)) put(form, nameParts(name), value);
  return form;
}

/** A plain value; undefined when it is not there or is nested. */
export function textOf(form: Form, name: string): string | undefined {
  const value = form[name];
  return typeof value === 'string' ? value : undefined;
}

/** A nested value; empty when it is not there or is plain. */
export function formOf(form: Form, name: string): Form {
  const value = form[name];
  return typeof value === 'object' ? value : {};
}

/** The plain entries of a list such as `expand[]`. */
export function listOf(form: Form, name: string): string[] {
  return Object.values(formOf(form, name)).filter((value) => typeof value === 'string');
}
