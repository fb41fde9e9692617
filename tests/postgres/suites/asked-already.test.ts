import '../../unit/ledger/asked-already.test';
