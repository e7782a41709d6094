import { paths } from '~/core/paths'
import { perimetersOf } from '~/features/board/model/perimeter'
import { listCommunes } from '~/features/communes/queries.server'
import { listPublishedPlaces } from '~/features/directory/queries.server'
import { countLots } from '~/features/lots/queries.server'
import { countNeeds } from '~/features/needs/queries.server'
import { listPublicIds } from '~/features/open-data/queries.server'
import { listStoryIds } from '~/features/stories/queries.server'
import { env } from '~/platform/env.server'

/** Addresses that one file may hold (sitemaps.org protocol 0.9). */
export const MOST_URLS = 50_000
const ROWS_AT_ONCE = 1000

type Url = { path: string; atMs?: number }
type Parts = AsyncGenerator<string, void, undefined>

/** Pages that are the same for everyone and worth finding. */
const PAGES = [
  paths.home(),
  paths.lots(),
  paths.lotsMap(),
  paths.needs(),
  paths.communes(),
  paths.places(),
  paths.stories(),
  paths.lotsByPhoto(),
  paths.tryPhoto(),
  paths.help(),
  paths.openData(),
  paths.api(),
  paths.algorithms(),
  paths.moderationFigures(),
  paths.aiUse(),
  paths.accessibility(),
  paths.legal(),
  paths.processingRegister(),
  paths.contact(),
]

/**
 * What is nobody's business to index: acts, a reader's own pages, endless combinations, answers for programs. Sheets
 * that a link shares are not among it: robots must be let in to read there that they may not index.
 */
const HIDDEN = [
  paths.apiV1('/'),
  paths.lotsCount(''),
  '/lots/suggestions',
  paths.addresses(),
  paths.savedSearches(),
  '/alertes/',
  paths.preferences(),
  paths.kept(),
  paths.compare(),
  paths.signIn(),
  paths.account(),
  '/fichiers/',
]

/** What search engines are asked: everything that the map lists, and where it is. */
export function robotsText(): string {
  const rules = ['User-agent: *', ...HIDDEN.map((path) => `Disallow: ${path}`), 'Allow: /']
  return `${rules.join('\n')}\n\nSitemap: ${env().publicUrl}${paths.sitemap()}\n`
}

/** The map of the public pages, whole, or an index of its parts when it is too long; null for a part there is not. */
export async function sitemapOf(part: string | null, most = MOST_URLS): Promise<Parts | null> {
  if (part === 'pages') return urlSet(pageUrls())
  if (part !== null) return partOf(part, most)
  const [lots, needs, pages] = await Promise.all([countLots({}), countNeeds({}), listPagePaths()])
  const total = pages.length + lots + needs
  if (total <= most) return urlSet(pageUrls(), idUrls('lots'), idUrls('needs'))
  const numbered = (kind: Kind, count: number) =>
    Array.from({ length: Math.ceil(count / most) }, (_, index) => `${kind}-${index + 1}`)
  return index(['pages', ...numbered('lots', lots), ...numbered('needs', needs)])
}

type Kind = 'lots' | 'needs'

function partOf(part: string, most: number): Parts | null {
  const [, kind, number] = /^(lots|needs)-([1-9]\d{0,4})$/.exec(part) ?? []
  if (kind === undefined) return null
  const from = (Number(number) - 1) * most
  return urlSet(idUrls(kind as Kind, from, from + most))
}

async function* pageUrls(): AsyncGenerator<Url[]> {
  yield (await listPagePaths()).map((path) => ({ path }))
}

async function listPagePaths(): Promise<string[]> {
  const [communes, places, told] = await Promise.all([listCommunes(), listPublishedPlaces(), listStoryIds()])
  return [
    ...PAGES,
    ...perimetersOf(communes).map(({ slug }) => paths.board(slug)),
    ...places.map(({ id }) => paths.place(id)),
    ...told.map(paths.story),
  ]
}

async function* idUrls(kind: Kind, from = 0, until = Infinity): AsyncGenerator<Url[]> {
  const pathOf = kind === 'lots' ? paths.lot : paths.need
  let after = ''
  for (let passed = 0; passed < until; passed += ROWS_AT_ONCE) {
    const rows = await listPublicIds(kind, after, ROWS_AT_ONCE)
    const last = rows.at(-1)
    if (!last) return
    after = last.id
    const shown = rows.slice(Math.max(0, from - passed), Math.max(0, until - passed))
    if (shown.length > 0) yield shown.map(({ id, atMs }) => ({ path: pathOf(id), atMs }))
  }
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
const SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

async function* urlSet(...sources: AsyncGenerator<Url[]>[]): Parts {
  yield `${HEAD}<urlset ${SPACE}>\n`
  for (const source of sources) {
    for await (const urls of source) yield urls.map(urlElement).join('')
  }
  yield '</urlset>\n'
}

function urlElement({ path, atMs }: Url): string {
  const changed = atMs === undefined ? '' : `<lastmod>${new Date(atMs).toISOString()}</lastmod>`
  return `<url><loc>${escaped(env().publicUrl + path)}</loc>${changed}</url>\n`
}

// eslint-disable-next-line @typescript-eslint/require-await -- one of the streams that a map may be
async function* index(parts: readonly string[]): Parts {
  const element = (part: string) =>
    `<sitemap><loc>${escaped(env().publicUrl + paths.sitemap(part))}</loc></sitemap>\n`
  yield `${HEAD}<sitemapindex ${SPACE}>\n${parts.map(element).join('')}</sitemapindex>\n`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
