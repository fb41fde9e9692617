import '../../unit/ledger/consume.test';
