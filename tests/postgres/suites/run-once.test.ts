import '../../unit/ledger/run-once.test';
