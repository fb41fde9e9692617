import { encodeForm, type FormFields, type FormValue } from '../../../lib/http';
import { fc } from '../../support/properties';

describe('form encoding', () => {
  it('writes nested fields, lists and lists of objects as Stripe reads them', () => {
    const fields = {
      amount: 2600,
      metadata: { case_id: 'a b', 'rma&x': 'é=1' },
      expand: ['data.price', 'data.charge'],
      items: [{ price: 'p1', quantity: 1 }, { price: 'p2' }],
      live: false,
      left_out: undefined,
      empty: [],
    };
    const pairs = [...new URLSearchParams(encodeForm(fields))];
    expect(pairs).toEqual([
      ['amount', '2600'],
      ['metadata[case_id]', 'a b'],
      ['metadata[rma&x]', 'é=1'],
      ['expand[]', 'data.price'],
      ['expand[]', 'data.charge'],
      ['items[0][price]', 'p1'],
      ['items[0][quantity]', '1'],
      ['items[1][price]', 'p2'],
      ['live', 'false'],
    ]);
  });

  it('loses and invents no value, whatever characters they hold', () => {
    const key = fc.stringMatching(/^[a-z_]{1,8}$/);
    const leaf = fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.boolean());
    const fields = fc.dictionary(key, fc.oneof(leaf, fc.array(leaf), fc.dictionary(key, leaf)));
    const leaves = (value: FormValue): FormValue[] =>
      Array.isArray(value)
        ? value.flatMap(leaves)
        : typeof value === 'object'
          ? Object.values(value).flatMap(leaves)
          : [value];
    fc.assert(
      fc.property(fields, (value: FormFields) => {
        const read = [...new URLSearchParams(encodeForm(value)).values()];
        expect(read).toEqual(leaves(value).map(String));
      }),
    );
  });
});
