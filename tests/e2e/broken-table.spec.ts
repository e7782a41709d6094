import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { createCookie } from '@remix-run/node'
import BetterSqlite3 from 'better-sqlite3'
import { expect, expectAccessible, test } from './support/fixtures'

const SECRET = 'un secret de trente-deux caractères au moins'
const STACK = /\bat \w+.*:\d+:\d+|SqliteError|no such table|node_modules|better-sqlite3/

let server: ChildProcess
let dataDir: string
let origin: string
let log = ''

async function freePort(): Promise<number> {
  const probe = net.createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => probe.once('listening', resolve))
  const { port } = probe.address() as net.AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}

test.beforeAll(async () => {
  test.setTimeout(180_000)
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'gisement-broken-'))
  const port = await freePort()
  origin = `http://localhost:${port}`
  const common = { ...process.env, DATA_DIR: dataDir, PORT: String(port), HOST: '127.0.0.1' }
  const seeded = spawnSync(process.execPath, ['build/server/seed.js'], {
    env: { ...common, NODE_ENV: 'development', LOG_LEVEL: 'warn' },
  })
  expect(seeded.status, String(seeded.stderr)).toBe(0)
  server = spawn(process.execPath, ['build/server/main.js'], {
    env: { ...common, NODE_ENV: 'production', LOG_LEVEL: 'info', PUBLIC_URL: origin, SESSION_SECRET: SECRET },
  })
  for (const stream of [server.stdout, server.stderr]) stream?.on('data', (text) => (log += String(text)))
  await expect
    .poll(
      () =>
        fetch(`${origin}/readyz`).then(
          ({ status }) => status,
          () => 0,
        ),
      { timeout: 60_000 },
    )
    .toBe(200)
})
test.afterAll(async () => {
  const ended = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGTERM')
  await ended
  fs.rmSync(dataDir, { recursive: true, force: true })
})

/** Takes a table away under the running server, as a failed restore would, and puts it back. */
async function without(table: string, act: () => Promise<void>): Promise<void> {
  const database = new BetterSqlite3(path.join(dataDir, 'gisement.sqlite'))
  database.exec(`alter table ${table} rename to ${table}_away`)
  try {
    await act()
  } finally {
    database.exec(`alter table ${table}_away rename to ${table}`)
    database.close()
  }
}

/** What is logged under the id that the page shows. */
function logged(id: string): string | undefined {
  return log.split('\n').find((line) => line.includes(`"requestId":"${id}"`))
}

test.use({ expectedErrors: [/500|Unexpected Server Error|favicon\.ico/] })

for (const [lang, title, next, reference] of [
  ['fr', 'Le service ne répond pas comme prévu', 'Recharger la page', /Référence.*: ([0-9a-f]{10})/],
  ['en', 'The service is not answering as it should', 'Reload the page', /Reference.*: ([0-9a-f]{10})/],
] as const) {
  // The title is in full, so that the page of requirements finds its numbers.
  const about = {
    fr: 'ASVS 13.4.2, 16.3.4, 16.5.1: a failing page says so in French, names its request, and the rest goes on',
    en: 'ASVS 13.4.2, 16.3.4, 16.5.1: a failing page says so in English, names its request, and the rest goes on',
  }
  test(about[lang], async ({ browser }) => {
    const context = await browser.newContext({ locale: lang, extraHTTPHeaders: { 'Accept-Language': lang } })
    const page = await context.newPage()
    await without('lots', async () => {
      const response = await page.goto(`${origin}/lots`)
      expect(response?.status()).toBe(500)
      const id = response?.headers()['x-request-id'] ?? ''
      expect(await response?.text()).not.toMatch(STACK)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
      await expect(page.locator('html')).toHaveAttribute('lang', lang)
      await expect(page.getByText(reference)).toContainText(id)
      await expect(page.getByRole('link', { name: next })).toBeVisible()
      expect(logged(id), 'the log names the request').toContain('no such table')
      await expectAccessible(page)
      for (const path of ['/livez', '/readyz', '/accessibilite', '/besoins', '/favicon.svg']) {
        expect((await page.request.get(origin + path)).status(), path).toBe(200)
      }
    })
    await page.getByRole('link', { name: next }).click()
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(title)
    await context.close()
  })
}

test('a page reached by a link, whose data fails, says the same, with the id of that request', async ({
  page,
}) => {
  await page.goto(`${origin}/accessibilite`)
  await page.waitForLoadState('networkidle')
  await without('lots', async () => {
    const failing = page.waitForResponse((response) => response.url().includes('/lots.data'))
    await page.getByRole('link', { name: 'Lots', exact: true }).last().click()
    const response = await failing
    expect(response.status()).toBe(500)
    expect(await response.text()).not.toMatch(STACK)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Le service ne répond pas comme prévu')
    await expect(page.getByText(/Référence/)).toContainText(response.headers()['x-request-id']!)
    await expect(page).toHaveURL(/\/lots$/)
    await expect(page).toHaveTitle(/Le service ne répond pas/)
  })
  await page.getByRole('link', { name: 'Recharger la page' }).click()
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(/ne répond pas/)
})

test('when even who asks cannot be read, the page still speaks the reader’s language', async ({
  request,
}) => {
  const cookie = await createCookie('gisement', { secrets: [SECRET] }).serialize('x'.repeat(43))
  await without('sessions', async () => {
    for (const [lang, title] of [
      ['fr', 'Le service ne répond pas comme prévu'],
      ['en', 'The service is not answering as it should'],
    ]) {
      const headers = { Cookie: cookie.split(';')[0]!, 'Accept-Language': lang! }
      const response = await request.get(`${origin}/accessibilite`, { headers })
      expect(response.status()).toBe(500)
      const html = await response.text()
      expect(html).toContain(title)
      expect(html).toContain(`lang="${lang}"`)
      expect(html).toContain(response.headers()['x-request-id'])
      expect(html).not.toMatch(STACK)
    }
    expect((await request.get(`${origin}/accessibilite`)).status()).toBe(200)
    expect((await request.get(`${origin}/livez`)).status()).toBe(200)
  })
})

test('ASVS 16.5.1, 16.5.3: an act that fails changes nothing and says so', async ({ request }) => {
  await without('users', async () => {
    const form = { email: 'personne@exemple.fr', password: 'une phrase assez longue' }
    const response = await request.post(`${origin}/connexion`, { form, maxRedirects: 0 })
    expect(response.status()).toBe(500)
    expect(await response.text()).not.toMatch(STACK)
    expect(response.headers()['set-cookie']).toBeUndefined()
  })
})
