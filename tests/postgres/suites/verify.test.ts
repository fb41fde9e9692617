import '../../unit/ledger/verify.test';
