import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { policyPreset, presetNames, type PresetName } from '../../../../lib/policy';
import { renderPolicy, type RenderOptions } from '../../../../lib/policy/render';
import { locales } from '../../../../lib/returns';

/** Pages as people have read and approved them. `PAGES=write npx jest tests/unit/policy/render` writes them anew. */
const folder = join(__dirname, 'pages');
const isWriting = process.env['PAGES'] === 'write';

const shopper: Readonly<Record<PresetName, Pick<RenderOptions, 'country' | 'region' | 'channel'>>> = {
  'eu-shop': {},
  'fashion-fr': { country: 'FR' },
  electronics: { country: 'DE' },
  cosmetics: { country: 'ES' },
  'tiktok-shop-fr': { country: 'IT', channel: 'tiktok_shop' },
  'tiktok-shop-uk': { country: 'GB', channel: 'tiktok_shop' },
  'tiktok-shop-us': { country: 'US', region: 'CA', channel: 'tiktok_shop' },
  'us-general': { country: 'US', region: 'NY' },
};

const now = new Date('2026-11-22T10:00:00Z');
const contact = {
  name: 'Maison Lin',
  url: 'https://shop.example/returns',
  withdrawalUrl: 'https://shop.example/withdraw',
  email: 'hello@shop.example',
};

function expectApproved(file: string, page: string): void {
  const path = join(folder, file);
  if (isWriting) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, page);
  }
  expect(existsSync(path)).toBe(true);
  expect(page).toBe(readFileSync(path, 'utf8'));
}

describe.each(presetNames)('the returns page of the preset %s', (preset) => {
  it.each(locales)('reads in %s as approved', (locale) => {
    const options = { locale, now, contact, ...shopper[preset] };
    expectApproved(`${preset}.${locale}.md`, renderPolicy(policyPreset(preset), { ...options, format: 'markdown' }));
  });
});

it('has the approved HTML', () => {
  const options = { locale: 'fr', now, contact, ...shopper['fashion-fr'], format: 'html' } as const;
  expectApproved('fashion-fr.fr.html', renderPolicy(policyPreset('fashion-fr'), options));
});
