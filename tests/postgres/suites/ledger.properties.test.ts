import '../../unit/ledger/ledger.properties.test';
