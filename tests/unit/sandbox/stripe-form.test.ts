import { formOf, listOf, parseForm, textOf } from '../../../sandbox/stripe/form';

describe('a Stripe form', () => {
  it('nests what stands in brackets', () => {
    const form = parseForm('amount=100&metadata[rma]=RMA%201&customer_details[email]=a%40b.test');
    expect(textOf(form, 'amount')).toBe('100');
    expect(formOf(form, 'metadata')).toEqual({ rma: 'RMA 1' });
    expect(textOf(formOf(form, 'customer_details'), 'email')).toBe('a@b.test');
  });

  it('reads lists with and without numbers', () => {
    expect(listOf(parseForm('expand[]=a&expand[]=b'), 'expand')).toEqual(['a', 'b']);
    expect(listOf(parseForm('expand[0]=a&expand[1]=b'), 'expand')).toEqual(['a', 'b']);
  });

  it('tells a plain value from a nested one', () => {
    const form = parseForm('metadata=x&amount[gt]=1');
    expect(formOf(form, 'metadata')).toEqual({});
    expect(textOf(form, 'amount')).toBeUndefined();
  });
});
