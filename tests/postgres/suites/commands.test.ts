import '../../unit/ledger/commands.test';
