import { loadedBy } from '../../support/loaded-by';

it('loads no text and no heavy module before the first mail', () => {
  const heavy = /mail.(texts|messages|questions)|returns.words|intl-messageformat|nodemailer/;
  expect(loadedBy('lib/mail', heavy)).toEqual([]);
});
