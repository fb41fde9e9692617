import '../../unit/ledger/finding.test';
