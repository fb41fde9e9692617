import '../../unit/ledger/dead-letters.test';
