import type {
  ICredentialTestFunctions,
  ICredentialsDecrypted,
  ICredentialDataDecryptedObject,
  INodeCredentialTestResult,
} from 'n8n-workflow';
import { sayInTest } from '../../lib/http/say-in-test';

export type CredentialTest = (
  this: ICredentialTestFunctions,
  credential: ICredentialsDecrypted,
) => Promise<INodeCredentialTestResult>;

/**
 * What the editor says of a credential: tried by the client that will use it, so that it fails for the same reasons
 * and in the same words.
 */
export function trying(
  accepted: string,
  attempt: (stored: ICredentialDataDecryptedObject) => Promise<string | void>,
): CredentialTest {
  return async ({ data }) => {
    try {
      const said = await attempt(data ?? {});
      return { status: 'OK', message: said ?? accepted };
    } catch (error) {
      return { status: 'Error', message: sayInTest(error) };
    }
  };
}
