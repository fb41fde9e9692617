import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fillBlocks } from './blocks';
import { dependencyBlocks } from './dependencies';
import { lawBlocks } from './law';
import { nodeBlocks, nodePages } from './node-pages';
import { personalDataBlocks } from './personal-data';
import { policyBlocks } from './policy';
import { riskBlocks } from './risk';
import { schemaFiles } from './schemas';
import { shopifyBlocks } from './shopify';
import { stateMachineBlocks } from './state-machine';
import { templateBlocks, templatePages } from './template-pages';
import { tiktokShopBlocks } from './tiktok-shop';

export const root = resolve(__dirname, '../..');

/** A file of the guide as it should be, before Prettier lays it out. */
export interface Output {
  /** Relative to the root of the project. */
  readonly file: string;
  readonly text: string;
}

/** Every file that is written wholly or partly by `npm run docs`. */
export async function outputs(): Promise<Output[]> {
  const pages: [string, Record<string, string>][] = [
    ...(await nodePages()).map((page): [string, Record<string, string>] => [page.file, nodeBlocks(page)]),
    ...templatePages().map((page): [string, Record<string, string>] => [page.file, templateBlocks(page)]),
    ['docs/state-machine.md', stateMachineBlocks()],
    ['docs/personal-data.md', personalDataBlocks()],
    ['docs/dependencies.md', dependencyBlocks()],
    ['docs/policy.md', policyBlocks()],
    ['docs/law.md', lawBlocks()],
    ['docs/risk.md', riskBlocks()],
    ['docs/credentials/shopify.md', shopifyBlocks()],
    ['docs/credentials/tiktok-shop.md', tiktokShopBlocks()],
  ];
  return [
    ...pages.map(([file, blocks]) => ({
      file,
      text: fillBlocks(readFileSync(resolve(root, file), 'utf8'), blocks, file),
    })),
    ...schemaFiles(),
  ];
}
