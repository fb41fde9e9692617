import type {
  ICredentialTestFunctions,
  ICredentialsDecrypted,
  ICredentialDataDecryptedObject,
  INodeCredentialTestResult,
} from 'n8n-workflow';
import { checkLedger } from '../../lib/ledger';
import { verifySmtp } from '../../lib/mail';
import { testCarrier } from './carriers';
import { credentialLocation } from './ledger-location';
import { errorChapter } from './node-errors';
import { testPayments } from './payment-providers';
import { testShopify } from './shopify';
import { smtpSettings } from './smtp';

type CredentialTest = (
  this: ICredentialTestFunctions,
  credential: ICredentialsDecrypted,
) => Promise<INodeCredentialTestResult>;

/**
 * What the editor says of a credential: tried by the client that will use it, so that it fails for the same reasons
 * and in the same words.
 */
function trying(
  accepted: string,
  attempt: (stored: ICredentialDataDecryptedObject) => Promise<string | void>,
): CredentialTest {
  return async ({ data }) => {
    try {
      const said = await attempt(data ?? {});
      return { status: 'OK', message: said ?? accepted };
    } catch (error) {
      const { message, description } = errorChapter(error);
      const sentences = [message, description].flatMap((text) => (typeof text === 'string' && text ? [text] : []));
      return { status: 'Error', message: sentences.map((text) => text.replace(/[.]?$/, '.')).join(' ') };
    }
  };
}

export const easyPostTest = trying('EasyPost accepts this key', (stored) => testCarrier('easypost', stored));
export const ledgerTest = trying('The returns ledger can be read and written', (stored) =>
  checkLedger(credentialLocation(stored)),
);
export const shopifyTest = trying('Shopify accepts this token', testShopify);
export const smtpTest = trying('The mail server accepts this account', (stored) => verifySmtp(smtpSettings(stored)));
export const stripeTest = trying('Stripe accepts this key', (stored) => testPayments('stripe', stored));
