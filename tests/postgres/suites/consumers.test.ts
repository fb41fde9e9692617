import '../../unit/ledger/consumers.test';
