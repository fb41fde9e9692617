import '../../unit/ledger/lag.test';
