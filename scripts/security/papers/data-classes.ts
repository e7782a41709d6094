import { registerLines } from '~/features/privacy/model/register'
import { CATEGORIES, type Category } from '~/features/privacy/model/inventory/note'

type Level = 'secret' | 'close' | 'personal' | 'open'

/** The level of protection of each kind of data that the inventory of columns knows. */
const LEVELS: Readonly<Record<Category, Level>> = {
  secret: 'secret',
  contact: 'close',
  place: 'close',
  signature: 'close',
  device: 'close',
  identity: 'personal',
  words: 'personal',
  file: 'personal',
  activity: 'personal',
  link: 'personal',
}

const PROTECTION: Readonly<Record<Level, readonly string[]>> = {
  secret: [
    'hashed, or sealed with AES-256-GCM where it must be read again',
    'nobody, not even the Métropole’s team; left out of exports unless asked for',
    'never in a log, a page, an address or the browser, but the session’s cookie',
    'sealed text that was changed does not open; hashes that were changed match nothing',
  ],
  close: [
    'as it is, on the operator’s disk; deleted text is overwritten (`secure_delete`)',
    'who deals with its owner, from the moment they must; the team, with a row in the audit log',
    'never in a log; masked where an error brings it; `no-store` in browsers. On site the device keeps the contact of a pick-up for work without a network, until sign-out',
    'backups hold the SHA-256 of everything',
  ],
  personal: [
    'as it is, on the operator’s disk',
    'the organisation’s members and who deals with it; what its owner publishes, everyone',
    'ids alone in logs; `no-store` in browsers',
    'backups hold the SHA-256 of everything; the ledger and the audit log are chains',
  ],
  open: ['as it is', 'everyone', 'may be cached', 'the ledger is a chain, whose head can be kept elsewhere'],
}

const WHICH: Readonly<Record<Level, string>> = {
  secret: 'passwords, sessions, links, second factors',
  close: 'telephones, e-mail addresses, exact addresses of sites, signatures, devices',
  personal: 'names, messages, photos and documents, who did what',
  open: 'published lots and needs without the site’s address, figures, open data',
}

/** How each class of data is protected, and which columns are of which class, as Markdown before prettier. */
export function dataClassesPaper(): string {
  const lines = registerLines()
  const levels = Object.keys(PROTECTION) as Level[]
  return [
    '# Classes of data',
    'ASVS 14.1.2: the inventory of personal data (`app/features/privacy/model/inventory`, one line for each column of each table, which a test holds complete) gives each column a category; a category has one level of protection.',
    [
      '| level | which | at rest | read by | logs and browsers | integrity |',
      '| --- | --- | --- | --- | --- | --- |',
      ...levels.map((level) => `| **${level}** | ${WHICH[level]} | ${PROTECTION[level].join(' | ')} |`),
    ].join('\n'),
    'How long each stays is in the register of the installation (`/registre-traitements`) and in `app/features/privacy/model/retention.ts`; erasing an account is `tests/integration/erasure-canary.test.ts`. What is published is reduced first: places to their commune, small counts left out, photos without position or other metadata.',
    '## Columns',
    [
      '| category | level | columns |',
      '| --- | --- | --- |',
      ...CATEGORIES.map((category) => {
        const own = lines.filter((line) => line.category === category)
        const names = own.map(({ table, column }) => `\`${table}.${column}\``)
        return `| ${category} | ${LEVELS[category]} | ${names.join(' ')} |`
      }),
    ].join('\n'),
  ].join('\n\n')
}
