import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allWriters, isGranted } from '~tests/support/authorisation/grants'
import { MATRIX } from '~tests/support/authorisation/matrix/matrix'
import { PERSONA_NAMES } from '~tests/support/authorisation/persona-names'
import type { Persona } from '~tests/support/authorisation/personas'
import { inTrial, rowsWritten } from '~tests/support/authorisation/trial'
import { addressOf, dataOf, makeWorld } from '~tests/support/authorisation/world'
import { HOSTILE } from '~tests/support/hostile'
import type { Answer, Route } from '~tests/support/serve-app'

const PUBLIC_URL = 'https://gisement.test'
let world: Awaited<ReturnType<typeof makeWorld>>

beforeAll(async () => {
  world = await makeWorld({ publicUrl: PUBLIC_URL })
}, 300_000)
afterAll(() => world.end())

const patterns = Object.keys(MATRIX)
const READ = patterns.filter((pattern) => MATRIX[pattern]!.read !== undefined)
const WRITTEN = patterns.filter((pattern) => MATRIX[pattern]!.write !== undefined)

/** A route's own record, and the first who may do something to it; visitors last. */
function placeOf(pattern: string, act: 'read' | 'write') {
  const rights = world.rights(pattern)
  const subject = rights.of ? world.subjects[rights.of].own : null
  const grants = (act === 'read' ? rights.read : allWriters(rights.write ?? [])) ?? []
  const order = [...PERSONA_NAMES].filter((name) => name !== 'visitor' && name !== 'suspended')
  const name = order.find((one) => isGranted(grants, world.personas[one], subject)) ?? 'visitor'
  return {
    path: addressOf(pattern, subject?.params),
    who: world.personas[name],
    params: subject?.params ?? {},
  }
}

const get = (route: Route, path: string, who: Persona): Promise<Answer> =>
  world.served.ask(route.isPage ? dataOf(path) : path, { cookie: who.cookie })

describe('writes that another site starts', () => {
  /** Mail programs on other sites post to these, whose signed token is the right (RFC 8058). */
  const BY_TOKEN = ['/desabonnement/:token', '/alertes/fin/:token', '/bilan/fin/:token']
  const FOREIGN: Record<string, string | undefined>[] = [
    { Origin: 'https://ailleurs.example', 'Sec-Fetch-Site': undefined },
    { Origin: 'null', 'Sec-Fetch-Site': undefined },
    { Origin: undefined, 'Sec-Fetch-Site': 'cross-site' },
    { Origin: undefined, 'Sec-Fetch-Site': 'same-site' },
    { Origin: undefined, 'Sec-Fetch-Site': undefined, Referer: 'https://ailleurs.example/piege' },
    { Origin: PUBLIC_URL, 'Sec-Fetch-Site': 'cross-site' },
    { Origin: `${PUBLIC_URL}.ailleurs.example`, 'Sec-Fetch-Site': undefined },
  ]

  it.each(WRITTEN.filter((pattern) => !BY_TOKEN.includes(pattern)))(
    'ASVS 3.5.1, 3.5.2: are refused at %s, as a page, as its data and by every method that writes',
    async (pattern) => {
      const { path, who } = placeOf(pattern, 'write')
      const form = { cookie: who.cookie, body: 'a=b' }
      await inTrial(world.database, async () => {
        const before = await rowsWritten(world.database)
        for (const headers of FOREIGN) {
          for (const target of new Set([path, world.routeOf(pattern).isPage ? dataOf(path) : path])) {
            const reply = await world.served.ask(target, { ...form, method: 'POST', headers })
            expect(reply.status, `${target} ${JSON.stringify(headers)}`).toBe(403)
            expect(reply.headers['set-cookie']).toBeUndefined()
          }
        }
        for (const method of ['PUT', 'PATCH', 'DELETE']) {
          const reply = await world.served.ask(path, { ...form, method, headers: FOREIGN[0] })
          expect(reply.status, method).toBe(403)
        }
        expect(await rowsWritten(world.database)).toBe(before)
      })
    },
  )

  it.each(BY_TOKEN)('RFC 8058: reach %s without the session of whoever is signed in', async (pattern) => {
    const { path, who } = placeOf(pattern, 'write')
    const headers = FOREIGN[0]
    const body = 'List-Unsubscribe=One-Click'
    await inTrial(world.database, async () => {
      const reply = await world.served.ask(path, { method: 'POST', cookie: who.cookie, headers, body })
      expect(reply.status).toBeLessThan(400)
      expect(reply.headers['set-cookie']).toBeUndefined()
    })
  })
})

describe('the headers of every answer', () => {
  const policyOf = ({ headers }: Answer) => String(headers['content-security-policy'] ?? '')

  it.each(READ)(
    'ASVS 3.3.1, 3.3.2, 3.3.3, 3.3.4, 3.4.1, 3.4.2, 3.4.3, 3.4.4, 3.4.5, 3.4.6, 3.4.7, 4.1.1, 14.2.2, 14.3.2: %s has them all',
    async (pattern) => {
      const { path, who } = placeOf(pattern, 'read')
      for (const cookie of new Set([undefined, who.cookie])) {
        const reply = await inTrial(world.database, () => world.served.ask(path, { cookie }))
        const policy = policyOf(reply)
        const isFramed = pattern === '/widget/:slug'
        expect(reply.headers).toMatchObject({
          'x-content-type-options': 'nosniff',
          'strict-transport-security': expect.stringMatching(
            /^max-age=31536000; includeSubDomains/,
          ) as string,
          // The last one that a browser knows counts.
          'referrer-policy': expect.stringMatching(
            /(no-referrer|strict-origin|strict-origin-when-cross-origin)$/,
          ) as string,
          'cross-origin-opener-policy': 'same-origin',
        })
        expect(reply.headers['x-powered-by']).toBeUndefined()
        expect(reply.headers.server).toBeUndefined()
        const isOpen = path.startsWith('/api/v1') || path.startsWith('/donnees-ouvertes')
        // Feeds of what everyone may read, for readers that run in a page of another site.
        const isFeed = /\.(atom|rss|geojson|ics)$/.test(path) && MATRIX[pattern]!.read!.includes('anyone')
        expect(reply.headers['cross-origin-resource-policy']).toBe(
          isFramed || isOpen ? 'cross-origin' : 'same-origin',
        )
        const allowed = reply.headers['access-control-allow-origin']
        if (isFeed) expect([undefined, '*']).toContain(allowed)
        else expect(allowed).toBe(isOpen ? '*' : undefined)
        if (!policy.includes('sandbox')) {
          expect(policy).toMatch(/object-src 'none'/)
          expect(policy).toMatch(/base-uri 'none'/)
          expect(policy).toContain(isFramed ? 'frame-ancestors *' : "frame-ancestors 'none'")
          expect(policy).toContain('report-uri /securite/rapports-csp')
          expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/)
        }
        const type = String(reply.headers['content-type'] ?? '')
        if (/^text\/|[+/]xml|json/.test(type) && reply.text !== '')
          expect(type).toMatch(/charset=utf-8|json/i)
        for (const one of reply.headers['set-cookie'] ?? []) {
          expect(one).toMatch(/^__Host-[^;]+;.*Path=\/;.*HttpOnly;.*Secure;.*SameSite=(Lax|Strict)/)
        }
        const isPersonal = reply.status === 200 && cookie !== undefined && who.name !== 'visitor'
        const isForAnyone = MATRIX[pattern]!.read!.includes('anyone')
        if (isPersonal && (type.startsWith('text/html') ? !isFramed : !isForAnyone)) {
          expect(reply.headers['cache-control'], 'cache-control').toContain('no-store')
        }
      }
    },
  )

  it.each(READ)('ASVS 14.3.2: the data of %s that scripts ask for is not kept either', async (pattern) => {
    const route = world.routeOf(pattern)
    if (!route.isPage) return
    const { path, who } = placeOf(pattern, 'read')
    const reply = await inTrial(world.database, () => get(route, path, who))
    if (who.name !== 'visitor') expect(reply.headers['cache-control']).toContain('no-store')
  })
})

const NAMES = [
  ...[
    'page',
    'q',
    'tri',
    'materiau',
    'commune',
    'rayon',
    'annee',
    'periode',
    'fait',
    'suite',
    'etat',
    'statut',
  ],
  ...[
    'de',
    'a',
    'lot',
    'lots',
    'site',
    'besoin',
    'langue',
    'v',
    'vue',
    'limit',
    'cursor',
    'adresse',
    'lat',
    'lon',
  ],
  ...[
    'z',
    'bbox',
    'zoom',
    'quantite',
    'unite',
    'etat-minimal',
    'departement',
    'photo',
    'dernier',
    'compte',
    'mois',
  ],
  ...[
    'theme',
    'retour',
    'titre',
    'texte',
    'sort',
    'material',
    'radius_km',
    'code',
    'kind',
    'since',
    '__proto__',
  ],
]
const QUERIES = Object.entries(HOSTILE)
  .filter(([what]) => !['megabyte', 'regexp'].includes(what))
  .map(([what, value]) => ({ what, value: Buffer.from(value.slice(0, 300)).toString() }))

const RAW = ['?%', '?%00=%ff&%c0%ae', '?a[]=1&a[b]=2&a=3', `?${'x&'.repeat(2000)}`, '?page=1&page=2&page=-1']

/** A few of many, others at each turn: all routes together meet each of them many times. */
function some<T>(all: readonly T[], turn: number, count: number): T[] {
  return Array.from({ length: count }, (_, index) => all[(turn * count + index) % all.length]!)
}

/** What a client claims of the host that it asks. */
const CLAIMED = {
  Host: 'ailleurs.example',
  'X-Forwarded-Host': 'ailleurs.example',
  'X-Forwarded-Proto': 'gopher',
  Forwarded: 'host=ailleurs.example',
}

describe('queries that no link has', () => {
  it.each(READ)(
    'ASVS 2.2.1, 2.2.2, 4.1.3: %s answers them without a fault, and names no host that a client claims',
    async (pattern) => {
      const route = world.routeOf(pattern)
      const { path, who } = placeOf(pattern, 'read')
      const names = new Set(NAMES)
      const asking = { cookie: who.cookie, headers: CLAIMED }
      const page = await inTrial(world.database, () => world.served.ask(path, asking))
      expect(JSON.stringify([page.text, page.headers])).not.toContain(CLAIMED.Host)
      for (const [, name] of page.text.matchAll(/[?&](?:amp;)?([\w.[\]-]{1,40})=/g)) names.add(name!)
      const turn = patterns.indexOf(pattern)
      for (const { what, value } of some(QUERIES, turn, 3)) {
        const query = new URLSearchParams([...names].map((name) => [name, value]))
        const asked = `${path}?${query}`.slice(0, 14_000)
        const reply = await inTrial(world.database, () => get(route, asked, who))
        expect(reply.status, `${what}: ${asked.slice(0, 200)}`).toBeLessThan(500)
      }
      for (const query of some(RAW, turn, 2)) {
        const reply = await inTrial(world.database, () => get(route, `${path}${query}`, who))
        expect(reply.status, query.slice(0, 40)).toBeLessThan(500)
      }
    },
  )
})

describe('paths that leave their folder', () => {
  const OUT = [
    ...[
      '..',
      '%2e%2e',
      '..%2f..%2fgisement.sqlite',
      '%2e%2e%2f%2e%2e%2fgisement.sqlite',
      '..%5c..%5cgisement.sqlite',
    ],
    ...[
      '%2fetc%2fpasswd',
      '%00',
      'x%00.jpg',
      '....%2f%2f',
      '%252e%252e%252fgisement.sqlite',
      '%c0%ae%c0%ae',
      '%ff',
      '%',
    ],
    'file:%2f%2f%2fetc%2fpasswd',
  ]
  const isLeak = ({ text }: Answer) => text.startsWith('SQLite format 3') || /root:.*:0:0:/.test(text)

  it.each(READ.filter((pattern) => pattern.includes(':')))(
    'ASVS 5.3.2, 5.4.1: %s gives nothing that is not its own',
    async (pattern) => {
      const { who, params } = placeOf(pattern, 'read')
      for (const name of world.routeOf(pattern).params) {
        for (const bad of some(OUT, patterns.indexOf(pattern), 4)) {
          const path = pattern.replace(/:(\w+)/g, (_, one: string) =>
            one === name ? bad : (params[one] ?? 'x'),
          )
          const reply = await inTrial(world.database, () => world.served.ask(path, { cookie: who.cookie }))
          expect(reply.status, path).toBeLessThan(500)
          expect(isLeak(reply), path).toBe(false)
        }
      }
    },
  )

  it('ASVS 5.3.2: the files of the build give nothing that is beside them', async () => {
    const paths = [
      ...[
        '/assets/../../package.json',
        '/assets/..%2f..%2fpackage.json',
        '/assets/%2e%2e/%2e%2e/package.json',
      ],
      ...['/../package.json', '/%2e%2e%2fpackage.json', '/.git/config', '/..%5cpackage.json', '//etc/passwd'],
      ...[
        '/assets/%00',
        '/%ff',
        '/fichiers/..%2f..%2fgisement.sqlite/x',
        '/sw.js%00',
        '/favicon.ico/../../package.json',
      ],
    ]
    for (const path of paths) {
      const reply = await world.served.ask(path)
      expect(reply.status, path).toBeLessThan(500)
      expect(reply.text, path).not.toContain('"gisement"')
      expect(isLeak(reply), path).toBe(false)
    }
  })
})
