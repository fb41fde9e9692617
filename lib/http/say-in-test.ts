import { isReturnsError } from '../returns';

/**
 * An error as the test of a credential shows it: in whole sentences. There is no item in a test, so where a node
 * would ask to run it again, the test asks to be repeated.
 */
export function sayInTest(error: unknown): string {
  const said = isReturnsError(error)
    ? [error.message, error.description]
    : [error instanceof Error ? error.message : String(error)];
  return said
    .filter((text) => text !== '')
    .map((text) => text.replace(/[.]?$/, '.'))
    .join(' ')
    .replaceAll('Run the item again', 'Test the credential again')
    .replaceAll('run the item again', 'test the credential again');
}
