import '../../unit/ledger/processes.integration.test';
