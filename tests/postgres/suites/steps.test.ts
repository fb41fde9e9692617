import '../../unit/ledger/steps.test';
