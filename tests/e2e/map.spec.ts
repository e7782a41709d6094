import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { paths } from '~/core/paths'
import { expect, expectAccessible, test } from './support/fixtures'
import { wordsOf } from './support/words'

const t = wordsOf('fr')

/** A browser that draws in software: the map needs WebGL, which the other tests do without. */
const ARGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
]
const executablePath = process.env.CHROMIUM_PATH
test.use({ launchOptions: { args: ARGS, ...(executablePath && { executablePath }) } })

const region = (page: Page) => page.getByRole('region', { name: t.map('region') }).first()
const groups = (page: Page) => page.locator('button.map-marker')
const links = (page: Page) => page.locator('a.map-marker-lots')

async function openMap(page: Page, query = ''): Promise<void> {
  await page.goto(paths.lotsMap(query))
  await page.getByRole('button', { name: t.map('open') }).click()
  await expect(page.locator('.map-marker').first()).toBeVisible({ timeout: 60_000 })
}

/** How many lots the list beside the map counts. */
async function listed(page: Page): Promise<number> {
  return Number.parseInt(await page.locator('#results').innerText(), 10)
}

/** How many lots the markers count. */
async function drawn(page: Page): Promise<number> {
  const counts = await page.locator('.map-marker-lots').allInnerTexts()
  return counts.reduce((sum, count) => sum + Number(count), 0)
}

test('from the list to the map with the same filters, closer and closer, to the lots of a commune', async ({
  page,
}) => {
  test.setTimeout(180_000)
  await page.goto(`${paths.lots()}?etat=2`)
  await page
    .getByRole('navigation', { name: t.map('views') })
    .getByRole('link', { name: t.map('map') })
    .click()
  await expect(page).toHaveURL(/\/lots\/carte\?etat=2$/)
  await page.getByRole('button', { name: t.map('open') }).click()
  await expect(groups(page).first()).toBeVisible({ timeout: 60_000 })
  await expect.poll(() => drawn(page)).toBe(await listed(page))
  await expect(region(page)).toBeVisible()
  await expectAccessible(page)

  await test.step('a group says what it holds, is reached by keyboard and opens', async () => {
    const group = groups(page).first()
    await expect(group).toHaveAccessibleName(/lots?\. Rapprocher la carte\.$/)
    const before = await page.locator('.map-marker').count()
    await group.focus()
    await page.keyboard.press('Enter')
    await expect(links(page).first()).toBeVisible()
    expect(before).toBeGreaterThan(1)
  })

  await test.step('a commune leads to its lots, in the list beside', async () => {
    const link = links(page).first()
    const count = Number(await link.innerText())
    await link.focus()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/etat=2.*commune=\d{5}|commune=\d{5}.*etat=2/)
    await expect.poll(() => listed(page)).toBe(count)
    await expect(page.locator('canvas')).toBeVisible()
  })
})

test('the directory comes onto the map, and its own page has the same map', async ({ page }) => {
  test.setTimeout(120_000)
  await openMap(page)
  await expect(page.locator('.map-marker-places')).toHaveCount(0)
  await page.getByLabel(t.map('places')).check({ force: true })
  await expect(page.locator('.map-marker-places').first()).toBeVisible()
  await page.goto(paths.places('?service=storage'))
  const total = await listed(page)
  await page.getByRole('button', { name: t.map('open') }).click()
  await expect(page.locator('.map-marker-places').first()).toBeVisible({ timeout: 60_000 })
  await expect(page.locator('.map-marker-lots')).toHaveCount(0)
  const counts = await page
    .locator('.map-marker-places')
    .evaluateAll((all) => all.map((one) => Number(one.textContent || 1)))
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(total)
})

test('follows the colours of the page', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await openMap(page)
  await expectAccessible(page)
})

test('the engine is not fetched before somebody wants it', async ({ page }) => {
  const fetched: string[] = []
  page.on('request', (request) => fetched.push(request.url()))
  await page.goto(paths.lots(), { waitUntil: 'networkidle' })
  await page.goto(paths.places(), { waitUntil: 'networkidle' })
  expect(fetched.filter((url) => /map-canvas|maplibre/.test(url))).toEqual([])
})

test.describe('where nothing can be drawn', () => {
  test.use({ expectedErrors: [/WebGL|webgl|context/i] })

  test('says so, and the map by commune stays', async ({ page }) => {
    await page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null
    })
    await page.goto(paths.lotsMap())
    await page.getByRole('button', { name: t.map('open') }).click()
    await expect(page.getByText(t.map('failed'))).toBeVisible()
    await expect(page.getByRole('figure', { name: t.map('tiles') })).toBeVisible()
    await expectAccessible(page)
  })
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('one cell a commune, its table of links, and the list', async ({ page }) => {
    await page.goto(paths.lotsMap())
    await expect(page.getByRole('button', { name: t.map('open') })).toHaveCount(0)
    const figure = page.getByRole('figure', { name: t.map('tiles') })
    await figure.locator('summary').click()
    const row = figure.getByRole('row').filter({ hasText: 'Montreuil' }).first()
    const count = Number(await row.getByRole('cell').innerText())
    await row.getByRole('link').click()
    await expect(page).toHaveURL(/commune=93048/)
    expect(await listed(page)).toBe(count)
    await expect(page.locator('#results ~ ul > li')).toHaveCount(Math.min(count, 24))
  })
})

const SHARED = path.resolve('../shared/geo/mgp-communes.topojson')
test.describe('with imported outlines', () => {
  test.skip(
    !fs.existsSync(SHARED),
    'no file of outlines beside the project: ../shared/geo/mgp-communes.topojson',
  )
  const dataDir = process.env.E2E_DATA_DIR ?? ''
  test.afterAll(() => fs.rmSync(path.join(dataDir, 'geo'), { recursive: true, force: true }))

  test('the map draws at once, names its source, and its address changes with each import', async ({
    page,
  }) => {
    test.setTimeout(120_000)
    const imported = spawnSync(
      'npm',
      ['run', '--silent', 'geo:import', '--', SHARED, '--source', 'IGN, Admin Express'],
      {
        env: { ...process.env, DATA_DIR: dataDir },
        encoding: 'utf8',
      },
    )
    expect(imported.stdout + imported.stderr).toContain('130 communes have an outline')
    await page.goto(paths.lotsMap())
    await expect(page.locator('.map-marker').first()).toBeVisible({ timeout: 60_000 })
    await expect(page.getByText('IGN, Admin Express')).toBeVisible()
    await expectAccessible(page)
  })
})

test.describe('with base layers that the operator configured', () => {
  test.use({ expectedErrors: [/tuiles|127\.0\.0\.1|503|AJAXError/] })
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'gisement-bases-'))
  const PORT = Number(process.env.E2E_LANE_PORT) + 500
  const origin = `http://localhost:${PORT}`
  const asked: string[] = []
  let isDown = false
  let tiles: http.Server
  let served: ChildProcess
  let tileOrigin = ''

  test.beforeAll(async () => {
    tiles = http.createServer((request, response) => {
      asked.push(request.url ?? '')
      response.writeHead(isDown ? 503 : 200, {
        'Access-Control-Allow-Origin': '*',
        'Content-Type': 'image/png',
      })
      response.end(isDown ? '' : PIXEL)
    })
    await new Promise<void>((done) => tiles.listen(0, '127.0.0.1', done))
    tileOrigin = `http://127.0.0.1:${(tiles.address() as AddressInfo).port}`
    fs.writeFileSync(path.join(dataDir, 'plan.pmtiles'), pmtilesOf(PIXEL))
    served = spawn(process.execPath, ['build/server/main.js'], {
      env: {
        PATH: process.env.PATH,
        ...{
          NODE_ENV: 'development' as const,
          DATA_DIR: dataDir,
          PORT: String(PORT),
          LOG_LEVEL: 'warn',
          CLASSIFIER: 'off',
        },
        MAP_RASTERS: `Tuiles d’essai | ${tileOrigin}/{z}/{x}/{y}.png | Source des tuiles`,
        ...{ MAP_PMTILES: path.join(dataDir, 'plan.pmtiles'), MAP_PMTILES_NAME: 'Plan du disque' },
      },
    })
    await new Promise<void>((done) =>
      served.stdout?.on('data', (text) => String(text).includes('Gisement: http') && done()),
    )
  })
  test.afterAll(async () => {
    served.kill('SIGTERM')
    await new Promise((done) => served.once('exit', done))
    await new Promise((done) => tiles.close(done))
    fs.rmSync(dataDir, { recursive: true, force: true })
  })

  test('the content policy names their hosts alone; the file is handed out by parts', async ({ request }) => {
    const policy = (await request.get(`${origin}/`)).headers()['content-security-policy'] ?? ''
    expect(policy).toContain(`connect-src 'self' ${tileOrigin}`)
    expect(policy).toContain(`blob: ${tileOrigin}`)
    expect(policy.split(tileOrigin)).toHaveLength(3)
    const part = await request.get(origin + paths.mapFile(), { headers: { Range: 'bytes=0-6' } })
    expect(part.status()).toBe(206)
    expect(await part.text()).toBe('PMTiles')
  })

  test('tiles are drawn with their source; the other layer comes from the disk', async ({ page }) => {
    await page.goto(origin + paths.lotsMap())
    await expect(page.getByText('Source des tuiles')).toBeVisible({ timeout: 60_000 })
    await expect.poll(() => asked.some((url) => /^\/\d+\/\d+\/\d+\.png$/.test(url))).toBe(true)
    const parts: string[] = []
    page.on('response', (reply) => reply.url().endsWith('.pmtiles') && parts.push(String(reply.status())))
    await page.getByLabel(t.map('base')).selectOption('Plan du disque')
    await expect.poll(() => parts.length).toBeGreaterThan(0)
    expect(new Set(parts)).toEqual(new Set(['206']))
    await expect(page.getByText('Source des tuiles')).toBeHidden()
    await expectAccessible(page)
  })

  test('a layer that does not answer is told, and the map stays', async ({ page }) => {
    isDown = true
    await page.goto(origin + paths.lotsMap())
    await expect(page.getByText(t.map('baseFailed', { name: 'Tuiles d’essai' }))).toBeVisible({
      timeout: 60_000,
    })
    await expect(page.locator('canvas')).toBeVisible()
  })
})

/** A picture of one grey pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAADElEQVQImWPo6OgAAAM0AZmUse0HAAAAAElFTkSuQmCC',
  'base64',
)

/** A PMTiles file (specification 3) of one picture, for the whole world at zoom 0. */
function pmtilesOf(tile: Buffer): Buffer {
  const directory = Buffer.from([1, 0, 1, tile.length, 1])
  const metadata = Buffer.from('{}')
  const header = Buffer.alloc(127)
  header.write('PMTiles')
  header.writeUInt8(3, 7)
  const sections = [
    [127, directory.length],
    [127 + directory.length, metadata.length],
    [127 + directory.length + metadata.length, 0],
    [127 + directory.length + metadata.length, tile.length],
    [1, 1],
  ]
  sections.flat().forEach((value, index) => header.writeBigUInt64LE(BigInt(value), 8 + index * 8))
  header.writeBigUInt64LE(1n, 88)
  // Clustered, no compression of directories or tiles, PNG, zoom 0 only.
  for (const [index, byte] of [1, 1, 1, 2, 0, 0].entries()) header.writeUInt8(byte, 96 + index)
  const world = [-180, -85, 180, 85]
  world.forEach((degrees, index) => header.writeInt32LE(degrees * 1e7, 102 + index * 4))
  return Buffer.concat([header, directory, metadata, tile])
}
