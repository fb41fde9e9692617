import '../../unit/ledger/erase.test';
