import { loadedBy } from '../../support/loaded-by';

it('loads nothing of a carrier but its name before an account is connected', () => {
  expect(loadedBy('lib/carriers', /lib[\\/]carriers[\\/][\w-]+[\\/](?!index\.)/)).toEqual([]);
});
