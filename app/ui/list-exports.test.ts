import { describe, expect, it } from 'vitest'

const sources = import.meta.glob<string>('../{features,routes}/**/*.tsx', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** What a table needs to have its file: the link under it, or the one of the page that shows it. */
const HAS_FILE = /csvHref|<CsvLink|<CsvForm|<FileLinks/

/** Tables whose component has no link of its own, and where their rows are exported, or why they are no list. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'features/accounting/ui/ledger-table.tsx': 'its pages have the link, by their own filters',
  'features/baskets/ui/bill-preview.tsx': 'the page sends what it shows: routes/basket-new',
  'features/carbon/ui/transport-table.tsx': 'constants of the method, with their source',
  'features/closing/ui/row-tables.tsx': 'one line of a closing record, which is exported whole',
  'features/identity/ui/factor-list.tsx': 'a person’s own keys, in «Mes données»',
  'features/identity/ui/membership-requests.tsx':
    'what waits for a click, of an organisation’s own administrators',
  'features/identity/ui/session-list.tsx': 'a person’s own sessions, in «Mes données»',
  'features/identity/ui/team.tsx':
    'colleagues with their acts, of one’s own organisation; for the Métropole’s team, membres.csv',
  'features/matching/ui/haul-details.tsx': 'the sum of one pair, in matches.csv',
  'features/reservations/ui/ended-table.tsx': 'reservations.csv has those that ended too',
  'routes/admin-factors/factor-history.tsx': 'each version is a file, by the link of its row',
  'routes/admin-factors/factor-preview.tsx':
    'what publishing would do; the table itself is a file once published',
  'routes/ai-use/detector.tsx': 'figures of one model, in ia.json',
  'routes/ai-use/energy.tsx': 'figures of one model, in ia.json',
  'routes/ai-use/identity.tsx': 'figures of one model, in ia.json',
  'routes/ai-use/knowledge.tsx': 'figures of one model, in ia.json',
  'routes/algorithms/allocation-entry.tsx': 'algorithmes.json',
  'routes/algorithms/attribution-entry.tsx': 'algorithmes.json',
  'routes/algorithms/matching-entry.tsx': 'algorithmes.json, and the weights as CSV',
  'routes/algorithms/worked-example.tsx': 'one computation',
  'routes/api/endpoint-section.tsx': 'documentation of the interface',
  'routes/legal/route.tsx': 'cookies that a page names',
  'routes/match-replay/parts-table.tsx': 'the page has the file of the computation',
  'routes/open-data/dataset-section.tsx': 'the fields of a data set, in its catalogue',
  'routes/site/site-lots.tsx': 'the giver’s lots, in mes-lots.csv',
}

describe('every table', () => {
  const tables = Object.entries(sources).flatMap(([path, text]) =>
    /<DataTable|<table\b/.test(text) ? [{ path: path.replace('../', ''), text }] : [],
  )
  it('leads to a file of its rows, or is named here with where they are exported', () => {
    expect(tables.length).toBeGreaterThan(60)
    const lacking = tables.filter(({ path, text }) => !HAS_FILE.test(text) && !ELSEWHERE[path])
    expect(lacking.map(({ path }) => path)).toEqual([])
  })

  it('is named here only while it has no link of its own', () => {
    const named = Object.keys(ELSEWHERE)
    const known = tables.filter(({ text }) => !HAS_FILE.test(text)).map(({ path }) => path)
    expect(named.filter((path) => !known.includes(path))).toEqual([])
  })
})
