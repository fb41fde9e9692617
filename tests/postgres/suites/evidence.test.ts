import '../../unit/ledger/evidence.test';
