import { isSafeLink, plain, typeset, type Block, type Inline, type Line, type Page } from './page';

/** A page as Markdown (CommonMark with tables), in which no text of a policy turns into a link, HTML or a heading. */
export function toMarkdown({ locale, title, lead, sections, foot }: Page): string {
  const blocks = [
    `# ${escapeMarkdown(title)}`,
    ...lead.map(blockMarkdown),
    ...sections.flatMap((section) => [`## ${escapeMarkdown(section.heading)}`, ...section.blocks.map(blockMarkdown)]),
    ...foot.map(blockMarkdown),
  ];
  return `${typeset(blocks.join('\n\n'), locale)}\n`;
}

/**
 * Text that means nothing but itself, at the beginning of a line too. Brackets and the like are spelt as entities,
 * because some readers undo backslashes inside links; so are the signs by which GitHub knows bare addresses.
 */
export const escapeMarkdown = (text: string): string =>
  plain(text)
    .trim()
    .replace(/[&<>[\]`|\\!@*_~#$^{}]/g, (letter) =>
      '*_~#$^{}'.includes(letter) ? `\\${letter}` : `&#${letter.charCodeAt(0)};`,
    )
    .replace(/:(?=\/\/)/g, '&#58;')
    .replace(/\b(www)\./gi, '$1&#46;')
    .replace(/^([-+=])/, '\\$1')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');

function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return lineMarkdown(block.line);
    case 'heading':
      return `### ${escapeMarkdown(block.text)}`;
    case 'list':
      return block.items.map((line) => `- ${lineMarkdown(line)}`).join('\n');
    case 'table':
      return [
        row(block.heads.map(escapeMarkdown)),
        row(block.heads.map(() => '---')),
        ...block.rows.map((cells) => row(cells.map(lineMarkdown))),
      ].join('\n');
  }
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Pieces are escaped one by one, so the spaces between them are kept. */
const lineMarkdown = (line: Line): string => line.map(inlineMarkdown).join('').trim();

function inlineMarkdown(inline: Inline): string {
  if (typeof inline === 'string') {
    const [before = '', after = ''] = [/^\s*/.exec(inline)?.[0], /\s*$/.exec(inline)?.[0]];
    const text = escapeMarkdown(inline);
    return text === '' ? ' ' : `${before && ' '}${text}${after && ' '}`;
  }
  if ('strong' in inline) return `**${escapeMarkdown(inline.strong)}**`;
  const text = escapeMarkdown(inline.link);
  const isElsewhere = isSafeLink(inline.href) && !inline.href.startsWith('#');
  return isElsewhere ? `[${text}](<${inline.href.replace(/[<>\\\s]/g, encodeURIComponent)}>)` : text;
}
