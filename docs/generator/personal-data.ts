import { kept } from '../../lib/ledger/personal-data';
import { code, table } from './markdown';

/** What stays of a case that was erased, and why. */
export function personalDataBlocks(): Record<string, string> {
  const rows = kept.map(({ because, paths }) => [because, paths.map(code).join(', ')]);
  return { kept: table(['It stays because it', 'Fields of the dossier'], rows) };
}
