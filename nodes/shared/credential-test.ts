import { checkLedger } from '../../lib/ledger';
import { verifySmtp } from '../../lib/mail';
import { trying } from './try-credential';
import { credentialLocation } from './ledger-location';
import { testShopify } from './shopify';
import { smtpSettings } from './smtp';

export const ledgerTest = trying('The returns ledger can be read and written', (stored) =>
  checkLedger(credentialLocation(stored)),
);
export const shopifyTest = trying('Shopify accepts this token', testShopify);
export const smtpTest = trying('The mail server accepts this account', (stored) => verifySmtp(smtpSettings(stored)));
