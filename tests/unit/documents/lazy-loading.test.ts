import { loadedBy } from '../../support/loaded-by';

it('loads no heavy module before the first document', () => {
  expect(loadedBy('lib/documents', /pdf-lib|fontkit|bwip-js|bidi-js|harfbuzz/)).toEqual([]);
});
