import '../../unit/ledger/known-consumers.test';
