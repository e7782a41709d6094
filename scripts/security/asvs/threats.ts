/** A promise or a threat, how it is met, and the tests that show it: a file, and what one of its titles holds. */
export type Threat = {
  about: string
  answer: string
  tests: readonly (readonly [file: string, title: string])[]
  /** What is not shown by a test yet. */
  missing?: string
}

export const PROMISES: readonly Threat[] = [
  {
    about: 'Limited stock is never double-booked',
    answer: 'One conditional update; its row count decides.',
    tests: [
      ['tests/integration/stock-race.test.ts', '4 processes'],
      ['tests/integration/stock-race.test.ts', '200 concurrent requests'],
    ],
  },
  {
    about: 'An acknowledged write survives',
    answer: 'WAL with a synced log at each commit; a refusal rolls back.',
    tests: [
      ['tests/integration/durability.test.ts', 'syncs the log at each commit'],
      ['tests/integration/durability.test.ts', 'undoes a transaction that throws'],
    ],
  },
  {
    about: 'An uploaded photo is complete or absent, and one however often it is sent',
    answer: 'Temporary file, fsync, rename; a client’s id and a hash.',
    tests: [['tests/integration/attachments.test.ts', 'twice, even at the same time']],
  },
  {
    about: 'Bad input gets a clear sentence and changes nothing',
    answer: 'zod at the edge; one transaction.',
    tests: [
      ['tests/integration/garbage-posts.test.ts', 'to an address of nothing is refused'],
      ['app/http/form-schemas.test.ts', 'says in both languages what is wrong'],
    ],
  },
  {
    about: 'Stopping is clean',
    answer: 'Draining, leases released, checkpoint.',
    tests: [['tests/e2e/edge.spec.ts', 'stops cleanly when asked']],
  },
]

export const THREATS: readonly Threat[] = [
  {
    about: 'Rights, records of others',
    answer: 'One `can(actor, action, resource)`; owners in queries.',
    tests: [
      ['tests/integration/authorisation.test.ts', 'is read by those who may, and by no one else'],
      ['tests/integration/authorisation.test.ts', 'and changes nothing for anyone else'],
    ],
  },
  {
    about: 'Forged requests',
    answer: 'Origin and Sec-Fetch-Site before anything else; SameSite cookies.',
    tests: [['tests/e2e/edge.spec.ts', 'refuses writes that another site starts']],
  },
  {
    about: 'Script injection',
    answer: 'Escaping; a content policy with nonces and no foreign host.',
    tests: [['tests/e2e/edge.spec.ts', 'a content policy of this host']],
  },
  {
    about: 'Image bombs, SVG, polyglots, GPS',
    answer: 'JPEG, PNG and WebP decoded within a limit of pixels, drawn anew, under a random name.',
    tests: [
      ['tests/integration/photo-corpus.test.ts', 'when somebody tries it'],
      ['tests/integration/photo-corpus.test.ts', 'within a bounded memory'],
    ],
  },
  {
    about: 'Paths',
    answer: 'Files are found by key in the database, never by the sender’s name.',
    tests: [['tests/e2e/edge.spec.ts', 'never leaves the photo store']],
  },
  {
    about: 'Spreadsheets: bombs, lying sizes, a million rows, old code pages',
    answer: 'The archive is measured before it is unpacked; a thread reads it within limits.',
    tests: [
      ['app/platform/tables/parse-table.test.ts', 'is refused for its length'],
      ['tests/integration/inventory-import.test.ts', 'is refused with its reason'],
    ],
  },
  {
    about: 'Guessing accounts',
    answer: 'One answer for an unknown address and a wrong password.',
    tests: [['tests/e2e/edge.spec.ts', 'the same answer for an unknown address']],
  },
  {
    about: 'Secrets in production',
    answer: 'None has a default.',
    tests: [['tests/e2e/edge.spec.ts', 'does not start without its secrets']],
  },
]
