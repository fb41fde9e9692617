import { lexer, parse as parseMarkdown, type Token, type Tokens } from 'marked';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { parsePolicy } from '../../../../lib/policy';
import { renderPolicy, type RenderOptions } from '../../../../lib/policy/render';
import { policyDocument } from '../facts';
import { fc } from '../../../support/properties';

type Node = DefaultTreeAdapterTypes.Node;

/** A policy and a shop that say `text` wherever a merchant can say anything; in Japan, whose law takes no room. */
function render(text: string, format: RenderOptions['format'], country = 'JP'): string {
  const own = { en: text };
  const policy = parsePolicy(
    policyDocument({
      version: text.slice(0, 40),
      seasons: { season: { from: '11-15', to: '01-15' } },
      windows: { default: { days: 30 }, rules: [{ id: 'own', when: { 'line.category': text }, days: 45 }] },
      exclusions: [{ id: 'own', when: { 'line.tags': [text, 'b'] }, reason: own }],
      itemConditions: [{ id: 'own', requires: ['unused'], when: { 'line.title': { contains: text } }, reason: own }],
      fees: { rules: [{ id: 'own', when: { 'order.campaign': text }, amount: { amount: 300, currency: 'EUR' } }] },
      methods: [{ id: 'own', method: 'post', carrier: text.slice(0, 80), service: text.slice(0, 80) }],
      cases: [{ id: 'own', when: { 'order.channel': text }, outcome: 'needs_info', question: own, reason: own }],
      routing: [{ id: 'own', when: { 'line.vendor': text }, outcome: 'reject', reason: own }],
    }),
  );
  const contact = { name: text, email: text, url: text, withdrawalUrl: text };
  return renderPolicy(policy, { locale: 'en', format, country, now: new Date('2026-11-22T10:00:00Z'), contact });
}

const elementsOf = (node: Node): readonly DefaultTreeAdapterTypes.Element[] => [
  ...('tagName' in node ? [node] : []),
  ...('childNodes' in node ? node.childNodes.flatMap(elementsOf) : []),
];

const textOf = (node: Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';

/** Elements and attributes without what a merchant wrote: targets of links. */
const skeletonOf = (html: string): string[] =>
  elementsOf(parse(html)).map(
    ({ tagName, attrs }) =>
      `${tagName} ${attrs.map(({ name, value }) => (name === 'href' ? name : `${name}=${value}`)).join(' ')}`,
  );

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  'javascript:alert(1)',
  ' java\tscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '</style><script>alert(1)</script>',
  '</title><svg onload=alert(1)>',
  '<!-- ',
  ']]>',
  '&lt;script&gt;',
  '&#60;script&#62;',
  '[x](javascript:alert(1))',
  '![x](https://evil.example/x.png)',
  '<https://evil.example>',
  'https://evil.example www.evil.example a@evil.example',
  '# heading',
  '1. list',
  '- list',
  '| a | b |',
  '`code`',
  '**strong** _em_ ~~del~~',
  '---',
  '\\',
  'a  \nb',
  '\u202Egnp.exe',
];

const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...hostile) },
  fc.string({ minLength: 1, maxLength: 20 }),
  fc.string({ minLength: 1, maxLength: 20, unit: 'binary' }),
);
/** Braces, quotes and all; never only spaces, which no policy may say. */
const anyText = fc
  .array(piece, { minLength: 1, maxLength: 4 })
  .map((pieces) => pieces.join('').slice(0, 110))
  .filter((text) => text.trim() !== '');

const isLink = (text: string): boolean => /^\s*(?:https?|mailto):/i.test(text);

describe('the page as HTML', () => {
  const skeleton = skeletonOf(render('harmless', 'html'));

  it('has the same elements whatever the policy says', () => {
    fc.assert(
      fc.property(
        anyText.filter((text) => !isLink(text)),
        (text) => {
          expect(skeletonOf(render(text, 'html'))).toEqual(skeleton);
        },
      ),
      { numRuns: 120 },
    );
  });

  it('leads nowhere but to the web, to mail and to itself', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const attributes = elementsOf(parse(render(text, 'html', 'FR'))).flatMap(({ attrs }) => attrs);
        const names = new Set(attributes.map(({ name }) => name));
        expect([...names].filter((name) => /^on|^src$|^style$|^srcset$/.test(name))).toEqual([]);
        const targets = attributes.filter(({ name }) => name === 'href').map(({ value }) => value);
        expect(targets.filter((target) => !/^(?:https?:|mailto:|#)/i.test(target))).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });

  it('says what the policy says', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[!-~]{1,30}$/), (text) => {
        expect(textOf(parse(render(text, 'html')))).toContain(`“${text}”`);
      }),
      { numRuns: 60 },
    );
  });

  it('has neither scripts nor anything to fetch', () => {
    const names = elementsOf(parse(render('x', 'html'))).map(({ tagName }) => tagName);
    expect(names).not.toEqual(expect.arrayContaining(['script']));
    expect(names.filter((name) => ['img', 'link', 'iframe', 'object', 'embed', 'form', 'base'].includes(name))).toEqual(
      [],
    );
    expect(render('x', 'html')).not.toMatch(/@import|url\(/);
  });
});

type Kind = Exclude<Token['type'], undefined>;

/** What Markdown readers see besides text, in order. */
function marksOf(tokens: readonly Token[]): Kind[] {
  return tokens.flatMap((token): Kind[] => {
    const inside = 'tokens' in token && Array.isArray(token.tokens) ? marksOf(token.tokens) : [];
    const cells =
      token.type === 'table' ? [...(token as Tokens.Table).header, ...(token as Tokens.Table).rows.flat()] : [];
    const items = token.type === 'list' ? (token as Tokens.List).items.flatMap((item) => marksOf(item.tokens)) : [];
    const own = ['text', 'escape', 'space'].includes(token.type) ? [] : [token.type];
    return [...own, ...inside, ...items, ...cells.flatMap((cell) => marksOf(cell.tokens))];
  });
}

describe('the page as Markdown', () => {
  const marks = marksOf(lexer(render('harmless', 'markdown')));

  it('has the same headings, lists, tables and links whatever the policy says', () => {
    fc.assert(
      fc.property(
        anyText.filter((text) => !isLink(text)),
        (text) => {
          expect(marksOf(lexer(render(text, 'markdown')))).toEqual(marks);
        },
      ),
      { numRuns: 120 },
    );
  });

  it('holds no HTML', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(marksOf(lexer(render(text, 'markdown')))).not.toContain('html');
      }),
      { numRuns: 60 },
    );
  });

  it('says what the policy says', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[!-~]{1,30}$/), (text) => {
        const html = parseMarkdown(render(text, 'markdown'), { async: false });
        expect(textOf(parse(html))).toContain(`“${text}”`);
      }),
      { numRuns: 60 },
    );
  });
});
