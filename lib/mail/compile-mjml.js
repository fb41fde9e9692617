const { readFile, rename, writeFile } = require('node:fs/promises');
const { join } = require('node:path');

const layouts = join(__dirname, 'templates');

/** MJML checks colours, so the layout is drawn with this one; it marks where a shop's own goes. */
const STAND_IN_ACCENT = '#1f5f4a';

/**
 * Compiles the letter that every message is written on, from MJML to the HTML that mail clients understand.
 * Runs at build: the package ships the HTML and does not need MJML. Writes beside the source, in one step, so that
 * nobody reads half a file.
 */
async function compileMjml() {
  const mjml2html = require('mjml');
  const source = await readFile(join(layouts, 'letter.mjml'), 'utf8');
  // Comments are kept: they mark the parts that a message repeats or leaves out.
  const { html } = await mjml2html(source, { validationLevel: 'strict', keepComments: true, fonts: {} });
  const target = join(layouts, 'letter.html');
  const draft = `${target}.${process.pid}`;
  await writeFile(draft, html.replaceAll(STAND_IN_ACCENT, '{{accent}}'));
  await rename(draft, target);
}

module.exports = { compileMjml };
