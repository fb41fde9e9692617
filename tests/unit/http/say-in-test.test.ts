import { sayInTest } from '../../../lib/http';
import { ReturnsError } from '../../../lib/returns';

const failure = (message: string, description: string) => new ReturnsError('forbidden', message, { description });

describe('sayInTest', () => {
  it.each([
    [
      failure('Stripe does not allow this', 'Give the key the permission, then run the item again.'),
      'Stripe does not allow this. Give the key the permission, then test the credential again.',
    ],
    [failure('Stripe took too long', 'Run the item again.'), 'Stripe took too long. Test the credential again.'],
    [new Error('something else'), 'something else.'],
  ])('speaks in whole sentences, and of no item: there is none in a test', (error, text) => {
    expect(sayInTest(error)).toBe(text);
  });
});
