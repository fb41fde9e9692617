const { existsSync, readdirSync, rmSync } = require('node:fs');
const { src, dest, parallel, series } = require('gulp');
const { compileMjml } = require('./lib/mail/compile-mjml');

/** What tsc does not carry into dist/: icons, codex files, fonts and other assets beside the code. */
const assets = (globs, folder) => () => src(globs, { base: folder, encoding: false }).pipe(dest(`dist/${folder}`));

const icons = assets(['nodes/**/*.{svg,png}'], 'nodes');
const codex = assets(['nodes/**/*.node.json'], 'nodes');
const credentialIcons = assets(['credentials/**/*.{svg,png}'], 'credentials');
const libAssets = assets(['lib/**/*.{json,graphql,ttf,otf,woff,woff2,html,txt}'], 'lib');

/** What an earlier build left of sources that are gone: Node.js would load `law.js` in place of `law/index.js`. */
async function prune() {
  const built = readdirSync('dist', { recursive: true }).filter((file) => /\.(d\.ts|js)$/.test(file));
  for (const file of built) {
    const source = file.replace(/\.(d\.ts|js)$/, '');
    if (!existsSync(`${source}.ts`) && !existsSync(`${source}.js`)) rmSync(`dist/${file}`);
  }
}

exports.build = series(prune, compileMjml, parallel(icons, codex, credentialIcons, libAssets));
exports.default = exports.build;
