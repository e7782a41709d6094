import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from './support/fixtures'

test.describe('the edge of the server', () => {
  test('ASVS 3.5.1: refuses writes that another site starts', async ({ request }) => {
    const form = { email: 'chantier@demo.gisement.example' }
    const foreign: Record<string, string>[] = [
      { Origin: 'https://ailleurs.example' },
      { Origin: 'null' },
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
    ]
    for (const headers of foreign) {
      for (const target of ['/connexion/demo', '/preferences', '/deconnexion', '/essayer', '/lots/publier']) {
        const reply = await request.post(target, { headers, form, maxRedirects: 0 })
        expect(reply.status(), `${target} ${JSON.stringify(headers)}`).toBe(403)
        expect(reply.headers()['set-cookie']).toBeUndefined()
      }
    }
  })

  test('RFC 8058: a mail program on another site may post to the link that stops e-mails, and to nothing beside it', async ({
    request,
  }) => {
    const headers = { Origin: 'https://mail.example', 'Sec-Fetch-Site': 'cross-site' }
    const form = { 'List-Unsubscribe': 'One-Click' }
    const posted = async (target: string) => (await request.post(target, { headers, form })).status()
    expect(await posted('/desabonnement/inconnu')).toBe(404)
    expect(await posted('/desabonnement/inconnu/plus')).toBe(403)
    expect(await posted('/alertes/fin/inconnu')).toBe(404)
    expect(await posted('/alertes/gerer/inconnu')).toBe(403)
    expect(await posted('/alertes/confirmer/inconnu')).toBe(403)
    expect(await posted('/desabonnement')).toBe(403)
    expect(await posted('/compte/notifications')).toBe(403)
  })

  test('ASVS 3.4.3, 3.4.4, 3.4.6, 14.2.3: a content policy of this host with a nonce, no sniffing, no framing', async ({
    request,
  }) => {
    const reply = await request.get('/')
    const policy = reply.headers()['content-security-policy'] ?? ''
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe-eval')
    // Nothing is told to another host: no tracker could be.
    expect(policy).not.toMatch(/https?:|\*/)
    for (const directive of ['script-src', 'connect-src', 'form-action', 'img-src'])
      expect(policy).toContain(`${directive} 'self'`)
    expect(await reply.text()).toContain(`nonce="${nonce}"`)
    expect(reply.headers()['x-content-type-options']).toBe('nosniff')
    expect(reply.headers()['x-powered-by']).toBeUndefined()
  })

  test('ASVS 5.2.1, 15.2.2: refuses forms that are too large before reading them', async ({ request }) => {
    const reply = await request.post('/connexion', { form: { email: 'x'.repeat(300_000) } })
    expect(reply.status()).toBe(413)
  })

  test('ASVS 5.3.1, 5.3.2: never leaves the photo store', async ({ request }) => {
    for (const key of ['..%2f..%2fgisement.sqlite', 'aa/..%2f..%2fgisement.sqlite', 'aa/x.svg']) {
      expect((await request.get(`/fichiers/${key}`)).status(), key).toBe(404)
    }
    // Refused before it is looked for, as in every address.
    expect((await request.get('/fichiers/aa/%00')).status()).toBe(400)
  })

  test('ASVS 1.3.4, 5.2.2: says which photo cannot be read, and why', async ({ request }) => {
    const photo = { name: 'plan.svg', mimeType: 'image/jpeg', buffer: Buffer.from('<svg xmlns="x"/>') }
    const reply = await request.post('/essayer', { multipart: { photo } })
    expect(reply.status()).toBe(415)
    expect(await reply.text()).toContain('plan.svg')
  })

  test('signs in no account but those of the demo', async ({ request }) => {
    const reply = await request.post('/connexion/demo', {
      form: { email: 'autre@exemple.fr' },
      maxRedirects: 0,
    })
    expect(reply.status()).toBe(404)
  })

  test('gives the same answer for an unknown address and a wrong password', async ({ request }) => {
    const attempts = ['inconnu@exemple.fr', 'chantier@demo.gisement.example'].map(async (email) => {
      const reply = await request.post('/connexion', { form: { email, password: 'pas le bon' } })
      return { status: reply.status(), said: (await reply.text()).includes('ne correspond pas') }
    })
    expect(await Promise.all(attempts)).toEqual([
      { status: 401, said: true },
      { status: 401, said: true },
    ])
  })
})

type Ended = { code: number | null; output: string }

/** Runs an entry of the build to its end, or for ten seconds. */
function runBuilt(entry: string, env: NodeJS.ProcessEnv, whenReady?: () => Promise<void>): Promise<Ended> {
  const child = spawn(process.execPath, [`build/server/${entry}.js`], {
    env: { PATH: process.env.PATH, ...env },
  })
  let output = ''
  const read = (chunk: Buffer) => {
    output += chunk.toString()
    if (whenReady && output.includes('Gisement: http')) {
      const done = whenReady
      whenReady = undefined
      void done().finally(() => child.kill('SIGTERM'))
    }
  }
  child.stdout.on('data', read)
  child.stderr.on('data', read)
  const timer = setTimeout(() => child.kill('SIGKILL'), 40_000)
  return new Promise((resolve) => {
    child.once('exit', (code) => {
      clearTimeout(timer)
      resolve({ code, output })
    })
  })
}

test.describe('in production', () => {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'gisement-production-'))
  test.afterAll(() => fs.rmSync(dataDir, { recursive: true, force: true }))
  const secrets = {
    SESSION_SECRET: 'un-secret-long-de-trente-deux-signes!',
    PUBLIC_URL: 'http://localhost:3198',
  }
  const production = { NODE_ENV: 'production', DATA_DIR: dataDir, PORT: '3198', LOG_LEVEL: 'warn' } as const

  test('ASVS 13.2.3, 13.3.1: does not start without its secrets, and says which to set', async () => {
    const { code, output } = await runBuilt('main', production)
    expect(code).toBe(1)
    expect(output).toContain('SESSION_SECRET')
    expect(output).toContain('PUBLIC_URL')
  })

  test('seeds nothing, offers no demo, and stops cleanly when asked', async ({ request }) => {
    const seeded = await runBuilt('seed', { ...production, ...secrets })
    expect(seeded.code).toBe(0)
    const { code } = await runBuilt('main', { ...production, ...secrets }, async () => {
      const origin = secrets.PUBLIC_URL
      const lots = await (await request.get(`${origin}/lots`)).text()
      expect(lots).toContain('Aucun lot')
      expect(await (await request.get(`${origin}/connexion`)).text()).not.toContain('Entrer comme')
      const form = { email: 'chantier@demo.gisement.example' }
      expect((await request.post(`${origin}/connexion/demo`, { form })).status()).toBe(404)
    })
    expect(code).toBe(0)
  })
})
