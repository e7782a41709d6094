import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { setupDatabase, type TestSetup } from '~tests/support/database'
import { serveApp, type Served } from '~tests/support/serve-app'

let setup: TestSetup
let served: Served
beforeAll(async () => {
  setup = await setupDatabase()
  served = await serveApp()
})
afterAll(async () => {
  await served.stop()
  setup.cleanup()
})

it.each(['TRACE', 'PROPFIND', 'MKCOL', 'LOCK'])(
  'ASVS 13.4.4: %s is refused, and nothing of it comes back',
  async (method) => {
    for (const path of ['/', '/lots', '/api/v1/lots', '/assets/x.js', '/connexion', '/livez', '/sw.js']) {
      const reply = await served.ask(path, {
        method,
        headers: { 'X-Canary': 'canari-de-tete', Cookie: 'a=canari' },
      })
      expect(reply.status, path).toBe(405)
      expect(reply.text + JSON.stringify(reply.headers), path).not.toContain('canari')
    }
  },
)

it('refuses an address with a NUL in its path, and takes one out of what is asked and of what a form says', async () => {
  for (const path of ['/lots/%00', '/communes/a%00b', '/api/v1/lots/%00', '/%00']) {
    const reply = await served.ask(path)
    expect([reply.status, reply.headers['content-type']], path).toEqual([400, 'text/plain; charset=utf-8'])
    expect(reply.text).toContain('un caractère qu’aucune page n’accepte')
  }
  expect((await served.ask('/connexion?suite=%2Flots%00')).text).toContain('value="/lots"')
  expect((await served.ask('/api/v1/lots?commune=%00')).status).toBe(200)
  const sent = {
    id: newId(),
    name: 'Ode\0tte',
    email: 'odette@exemple.fr',
    topic: 'data',
    text: 'Bon\0jour à tous',
  }
  const body = new URLSearchParams({ ...sent, page: '', website: '' }).toString()
  const answer = await served.ask(paths.contact(), { method: 'POST', body })
  expect(answer.status).toBeLessThan(400)
  const kept = setup.database.writer.prepare('select name, text from contact_messages').all()
  expect(kept).toEqual([{ name: 'Odette', text: 'Bonjour à tous' }])
})

it('ASVS 13.4.3: no address lists a folder', async () => {
  for (const path of [
    '/assets',
    '/assets/',
    '/public/',
    '/photos/',
    '/fichiers/',
    '/documents/',
    '/api/',
    '/data/',
  ]) {
    const reply = await served.ask(path)
    expect(reply.status, path).toBeLessThan(500)
    expect(reply.text, path).not.toMatch(
      /Index of|<title>listing|href="[^"]+\.(js|css|map|webp|sqlite)"[^>]*>[^<]+\.(js|css|map|webp|sqlite)</,
    )
  }
})

it('ASVS 13.4.1, 13.4.2, 13.4.5: nothing of version control, debugging or watching is public', async () => {
  const hidden = [
    ...[
      '/.git',
      '/.git/HEAD',
      '/.git/config',
      '/%2egit/config',
      '/assets/.git/config',
      '/.svn/entries',
      '/.hg',
    ],
    ...['/.env', '/.npmrc', '/.gitignore', '/package.json', '/docs/', '/tsconfig.json', '/vite.config.ts'],
    ...[
      '/metrics',
      '/debug',
      '/debug/pprof',
      '/server-status',
      '/_debugbar',
      '/actuator',
      '/__inspect',
      '/status',
    ],
  ]
  for (const path of hidden) expect((await served.ask(path)).status, path).toBe(404)
})

it('ASVS 4.1.3: what strangers write of proxies, hosts and methods changes nothing', async () => {
  const forged = {
    'X-Forwarded-For': '203.0.113.9',
    'X-Real-IP': '203.0.113.9',
    Forwarded: 'for=203.0.113.9;host=evil.example;proto=https',
    'X-Forwarded-Host': 'evil.example',
    'X-Forwarded-Proto': 'https',
    'X-Original-URL': '/administration',
    'X-Rewrite-URL': '/administration',
    'X-HTTP-Method-Override': 'DELETE',
    'X-User-ID': '00000000-0000-7000-8000-000000000001',
  }
  for (const path of ['/', '/lots', '/connexion', '/sitemap.xml', '/lots.atom']) {
    const plain = await served.ask(path)
    const reply = await served.ask(path, { headers: forged })
    expect(reply.status, path).toBe(plain.status)
    expect(reply.text + JSON.stringify(reply.headers), path).not.toContain('evil.example')
  }
  const body = new URLSearchParams({
    email: 'personne@exemple.fr',
    password: 'pas le bon du tout',
  }).toString()
  expect((await served.ask('/connexion', { method: 'POST', headers: forged, body })).status).toBe(401)
  const rows = setup.database.writer.prepare('select address from audit_rows order by seq').pluck().all()
  expect(rows.length).toBeGreaterThan(0)
  expect(JSON.stringify(rows)).not.toContain('203.0.113')
})

it('ASVS 15.3.7: an address that says a thing twice means the first, and a form is read from its body alone', async () => {
  const twice = await served.ask('/lots?q=zzpremier&q=zzsecond')
  expect(twice.text).toContain('value="zzpremier"')
  expect(twice.text).not.toContain('value="zzsecond"')
  const body = new URLSearchParams({ email: 'personne@exemple.fr' }).toString()
  const split = await served.ask('/connexion?password=pas+le+bon', { method: 'POST', body })
  expect(split.status).toBe(400)
})
