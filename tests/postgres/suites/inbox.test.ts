import '../../unit/ledger/inbox.test';
