import '../../unit/ledger/clock.test';
