/**
 * Tests that are about the embedded engine itself, with what stands for them on PostgreSQL; there they are skipped. Whole
 * files, or those tests of a file whose titles contain one of these texts.
 */
export const EMBEDDED_ONLY: Readonly<Record<string, string | Readonly<Record<string, string>>>> = {
  'tests/integration/upgrade.test.ts':
    'Files that released versions wrote, all of SQLite; migrations of PostgreSQL: postgres-schema.test.ts.',
  'tests/integration/ledger-migration.test.ts':
    'One migration of SQLite, merged before PostgreSQL was there.',
  'tests/integration/untold-writes.test.ts':
    'The watch over what commands do not tell is made of triggers of SQLite; commands are the same.',
  'tests/integration/need-search.test.ts': {
    'needs stated before words could be searched':
      'One migration of SQLite, merged before PostgreSQL was there.',
  },
  'tests/integration/durability.test.ts': {
    'syncs the log at each commit':
      'Settings of SQLite; those of a server: assertServer in connection.server.ts.',
    'does not wait for the disk': 'A pragma; the setting of PostgreSQL: postgres-transactions.test.ts.',
    'is on the disk soon': 'The log of SQLite; PostgreSQL writes its own within its wal_writer_delay.',
  },
  'tests/integration/disk-full.test.ts': {
    'keeps what was committed and nothing of what was not':
      'The size that SQLite is allowed; a server has its own disk.',
    'refuses a photo and a row': 'A file of SQLite on a small disk.',
  },
  'tests/integration/kill.test.ts': {
    'waits for the disk': 'The syncs of SQLite in the process itself; a server does its own.',
  },
}
