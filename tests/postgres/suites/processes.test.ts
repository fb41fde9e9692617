import '../../unit/ledger/processes.test';
