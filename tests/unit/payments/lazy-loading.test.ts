import { loadedBy } from '../../support/loaded-by';

it('loads nothing of a payment provider but its name before an account is connected', () => {
  expect(loadedBy('lib/payments', /lib[\\/]payments[\\/][\w-]+[\\/](?!index\.)/)).toEqual([]);
});
