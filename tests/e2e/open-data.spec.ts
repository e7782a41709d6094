import { createGunzip } from 'node:zlib'
import http from 'node:http'
import { expect, expectAccessible, test } from './support/fixtures'
import { fieldOf, press, unfold, wordsOf } from './support/words'

const t = wordsOf('fr')

/** An answer as it travels: Playwright would open what is compressed. */
function raw(url: string, headers: Record<string, string>): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => http.get(url, { headers }, resolve).on('error', reject))
}

async function textOf(source: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of source) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}

test('a visitor finds the open data, reads what a field means and takes a file away', async ({ page }) => {
  await page.goto('/')
  const footer = page.getByRole('navigation', { name: t.common('shell.footerNav') })
  await footer.getByRole('link', { name: t.common('footer.openData') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t.openData('title'))
  const title = t.openData('dataset.lots.title')
  await unfold(page, t.openData('schema', { dataset: title }))
  await expect(page.getByRole('cell', { name: t.openDataFields('leaves_on') })).toBeVisible()
  await unfold(page, t.openData('preview', { dataset: title }))
  await expectAccessible(page)
  const link = page.getByRole('link', { name: t.openData('file', { dataset: title, format: 'CSV' }) })
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  expect(download.suggestedFilename()).toBe('gisement-lots.csv')
  const csv = await textOf(await download.createReadStream())
  expect(csv.split('\r\n')[0]).toMatch(/^id,reference,url,title/)
  expect(csv.trim().split('\r\n').length).toBeGreaterThan(20)
})

test('files travel compressed, once for each state', async ({ baseURL }) => {
  const url = `${baseURL}/donnees-ouvertes/lots.geojson`
  const reply = await raw(url, { 'Accept-Encoding': 'gzip' })
  expect(reply.headers['content-encoding']).toBe('gzip')
  expect(reply.headers['access-control-allow-origin']).toBe('*')
  const geo = JSON.parse(await textOf(reply.pipe(createGunzip()))) as { features: unknown[] }
  expect(geo.features.length).toBeGreaterThan(20)
  const held = await raw(url, { 'If-None-Match': reply.headers.etag! })
  expect(held.statusCode).toBe(304)
  held.resume()
})

test('a person tries the interface in the page', async ({ page }) => {
  await page.goto('/api')
  await expectAccessible(page)
  const form = page.getByRole('form', { name: t.api('try.title', { path: '/lots' }), exact: true })
  await fieldOf(form, 'material').selectOption('wood-floor')
  await fieldOf(form, 'limit').fill('2')
  await press(form, t.api('try.submit'))
  await expect(form.getByText(t.api('try.status', { status: 200 }))).toBeVisible()
  const shown = await form.getByRole('region', { name: t.api('try.answer') }).innerText()
  const { data } = JSON.parse(shown) as { data: { material: string }[] }
  expect(data.map(({ material }) => material)).toEqual(['wood-floor', 'wood-floor'])
  await expectAccessible(page)
})

test.describe('a refusal in the page', () => {
  test.use({ expectedErrors: [/400/] })

  test('names the parameter in the reader’s language', async ({ page }) => {
    await page.goto('/api')
    const form = page.getByRole('form', { name: t.api('try.title', { path: '/lots' }), exact: true })
    await fieldOf(form, 'limit').fill('1000')
    await press(form, t.api('try.submit'))
    await expect(form.getByText(t.api('try.status', { status: 400 }))).toBeVisible()
    await expect(form).toContainText(t.api('problem.parameters'))
  })
})

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false })

  test('the form opens the answer itself', async ({ page }) => {
    await page.goto('/api')
    const form = page.getByRole('form', { name: t.api('try.title', { path: '/needs' }), exact: true })
    await fieldOf(form, 'limit').fill('1')
    await press(form, t.api('try.submit'))
    await expect(page).toHaveURL(/\/api\/v1\/needs\?/)
    const answer = JSON.parse(await page.locator('body').innerText()) as { data: unknown[] }
    expect(answer.data).toHaveLength(1)
  })
})

test('other sites may read, and only read', async ({ request }) => {
  const foreign = { Origin: 'https://elsewhere.example', 'Sec-Fetch-Site': 'cross-site' }
  const read = await request.get('/api/v1/units', { headers: foreign })
  expect(read.status()).toBe(200)
  expect(read.headers()['access-control-allow-origin']).toBe('*')
  expect(read.headers()['cross-origin-resource-policy']).toBe('cross-origin')
  expect(read.headers()['set-cookie']).toBeUndefined()
  const asked = await request.fetch('/api/v1/lots', { method: 'OPTIONS', headers: foreign })
  expect(asked.status()).toBe(204)
  expect(asked.headers()['access-control-allow-methods']).toBe('GET, HEAD, OPTIONS')
  const head = await request.head('/api/v1/lots?limit=1')
  expect(head.status()).toBe(200)
  expect(head.headers().etag).toMatch(/^W\/"/)
  expect(head.headers().link).toContain('rel="next"')
  expect(await head.text()).toBe('')
  for (const method of ['POST', 'PUT', 'DELETE']) {
    const written = await request.fetch('/api/v1/lots', { method, headers: foreign })
    expect(written.status()).toBe(405)
    expect(written.headers()['content-type']).toContain('application/problem+json')
    expect(written.headers().allow).toBe('GET, HEAD, OPTIONS')
  }
  // Pages stay closed to other sites.
  expect((await request.get('/lots')).headers()['access-control-allow-origin']).toBeUndefined()
})

test('the description, the catalogue, robots and the map are where they are said to be', async ({
  request,
}) => {
  const described = (await (await request.get('/api/v1/openapi.json')).json()) as { openapi: string }
  expect(described.openapi).toBe('3.1.0')
  const catalogue = await request.get('/donnees-ouvertes/catalogue.jsonld')
  expect(catalogue.headers()['content-type']).toContain('application/ld+json')
  const robots = await (await request.get('/robots.txt')).text()
  const map = /Sitemap: \S+?(\/sitemap\.xml)/.exec(robots)?.[1]
  const xml = await (await request.get(map!)).text()
  expect(xml).toMatch(/<loc>[^<]+\/lots\/[0-9a-f-]{36}<\/loc>/)
})

test('the page of a lot says it to search engines', async ({ page }) => {
  await page.goto('/lots')
  await page.getByRole('main').getByRole('article').first().getByRole('heading').getByRole('link').click()
  await expect(page).toHaveURL(/\/lots\/[0-9a-f-]{36}/)
  await page.reload()
  const text = await page.locator('script[type="application/ld+json"]').textContent()
  expect(JSON.parse(text!)).toMatchObject({
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: await page.getByRole('heading', { level: 1 }).innerText(),
  })
})
