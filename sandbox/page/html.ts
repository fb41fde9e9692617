/** A piece of HTML in which everything that came from outside is already escaped. */
export class Html {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

type Fill = Html | string | number | null | undefined | false | readonly Fill[];

/** Text as HTML text or attribute value. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

function render(fill: Fill): string {
  if (fill === null || fill === undefined || fill === false) return '';
  if (fill instanceof Html) return fill.text;
  if (typeof fill === 'string') return escapeHtml(fill);
  if (typeof fill === 'number') return String(fill);
  return fill.map(render).join('');
}

/** HTML from a template; what is filled in is escaped unless it is Html already. */
export function html(parts: TemplateStringsArray, ...fills: Fill[]): Html {
  return new Html(parts.map((part, index) => part + render(fills[index])).join(''));
}
