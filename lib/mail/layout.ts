import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ReturnsError } from '../returns';
import { parseTemplate, type Template } from './fill-template';

let layout: Promise<Template> | undefined;

/** The letter as the build compiled it from MJML, read once. */
export function loadLayout(): Promise<Template> {
  layout ??= readFile(join(__dirname, 'templates', 'letter.html'), 'utf8').then(parseTemplate, (cause: unknown) => {
    layout = undefined;
    throw new ReturnsError('unsupported', 'The letter that mails are written on has not been built', {
      description: 'Run `npm run build` once; the published package brings it along.',
      cause,
    });
  });
  return layout;
}
