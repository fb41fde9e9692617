import '../../unit/ledger/opening.test';
