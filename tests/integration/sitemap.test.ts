import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { paths } from '~/core/paths'
import { listPublishedPlaces } from '~/features/directory/queries.server'
import { countLots } from '~/features/lots/queries.server'
import { countNeeds } from '~/features/needs/queries.server'
import { robotsText, sitemapOf } from '~/http/sitemap.server'
import type { TestSetup } from '~tests/support/database'
import { setupDemo } from '~tests/support/demo'

const TODAY = '2026-11-23'

let setup: TestSetup

beforeAll(async () => {
  setup = await setupDemo(TODAY)
}, 120_000)
afterAll(() => {
  setClock()
  setup.cleanup()
})

async function mapText(part: string | null = null, most?: number): Promise<string> {
  let text = ''
  for await (const one of (await sitemapOf(part, most))!) text += one
  return text
}

const locations = (xml: string) => [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => url!)

describe('the map for search engines', () => {
  it('lists each public lot, need and commune, and nothing that robots are asked to leave', async () => {
    const urls = locations(await mapText())
    expect(urls.filter((url) => /\/lots\/[0-9a-f-]{36}$/.test(url))).toHaveLength(await countLots({}))
    expect(urls.filter((url) => /\/besoins\/[0-9a-f-]{36}$/.test(url))).toHaveLength(await countNeeds({}))
    expect(urls.filter((url) => /\/communes\/\d{5}$/.test(url))).toHaveLength(130)
    const places = (await listPublishedPlaces()).map(({ id }) => paths.place(id))
    expect(places.length).toBeGreaterThan(3)
    const listed = urls.map((url) => new URL(url).pathname)
    expect(listed).toEqual(expect.arrayContaining([...places, paths.places(), paths.lotsMap()]))
    expect(listed.filter((path) => path.startsWith(paths.place('')))).toHaveLength(places.length)
    const refused = [...robotsText().matchAll(/^Disallow: (.+)$/gm)].map(([, path]) => path!)
    const own = ['/lots/compte', '/lots/suggestions', '/lieux', '/mes-recherches', '/alertes/nouvelle/lots']
    for (const path of own) expect(refused.filter((start) => path.startsWith(start))).toHaveLength(1)
    expect([...refused, ...listed].filter((path) => path.includes('fiche'))).toEqual([])
    for (const url of urls) {
      expect(refused.filter((path) => new URL(url).pathname.startsWith(path))).toEqual([])
    }
    expect(robotsText()).toMatch(/^Sitemap: http.+\/sitemap\.xml$/m)
  })

  it('becomes an index of parts that hold the same, once it is too long', async () => {
    const whole = locations(await mapText())
    const index = await mapText(null, 25)
    expect(index).toContain('<sitemapindex')
    const parts = locations(index).map((url) => new URL(url).searchParams.get('partie')!)
    const held = await Promise.all(parts.map(async (part) => locations(await mapText(part, 25))))
    for (const [at, urls] of held.entries()) {
      if (parts[at] !== 'pages') expect(urls.length).toBeLessThanOrEqual(25)
    }
    expect(held.flat().sort()).toEqual([...whole].sort())
    expect(await sitemapOf('comptes-1')).toBeNull()
    expect(await sitemapOf('lots-0')).toBeNull()
  })
})
