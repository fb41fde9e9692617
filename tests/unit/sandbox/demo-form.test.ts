import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FORM_WAITS_MS, formAccepts, lastPages } from '../../../sandbox/demo/chapters';

const template = readFileSync(join(__dirname, '../../../workflows/02-intake-by-form.json'), 'utf8');
const page = (sentences: readonly string[]): string => `<html><h1>${sentences.join('</h1><p>')}</p></html>`;

async function faultOf(html: string, afterMs: number, language: 'en' | 'fr'): Promise<string | undefined> {
  const seen: unknown[] = [];
  const expectation = (_what: string, actual: unknown, wanted: unknown): void => {
    if (actual !== wanted) seen.push(actual);
  };
  await formAccepts({ answer: () => Promise.resolve({ html, afterMs }) }, { expect: expectation }, language);
  return seen.length === 0 ? undefined : String(seen[0]);
}

describe.each(['en', 'fr'] as const)('the last page of the form, in %s', (language) => {
  const { accepted, later } = lastPages[language];

  it('is right when it shows the decision, however long that took', async () => {
    expect(await faultOf(page(accepted), 300, language)).toBeUndefined();
    expect(await faultOf(page(accepted), 90_000, language)).toBeUndefined();
  });

  it('is right when it says that the answer comes by mail, once it has waited', async () => {
    expect(await faultOf(page(later), FORM_WAITS_MS, language)).toBeUndefined();
  });

  it('is wrong when it says so sooner, or says neither', async () => {
    expect(await faultOf(page(later), FORM_WAITS_MS - 1, language)).toContain(later[0]);
    expect(await faultOf(page(later.slice(0, 1)), 90_000, language)).toBe(`after 90 s "${later[0]}"`);
    expect(await faultOf(page(['We cannot find this order']), 90_000, language)).toContain('cannot find');
  });

  it('is in the words of template 02', () => {
    // JSON within the JSON of the template.
    const inQuotes = (sentence: string): string => JSON.stringify(JSON.stringify(sentence)).slice(1, -1);
    for (const sentence of [...accepted, ...later]) expect(template).toContain(inQuotes(sentence));
  });
});

it('waits as long as template 02 does', () => {
  expect(template).toContain(`"waitForDecision": ${FORM_WAITS_MS / 1000}`);
});
