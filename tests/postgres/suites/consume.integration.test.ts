import '../../unit/ledger/consume.integration.test';
