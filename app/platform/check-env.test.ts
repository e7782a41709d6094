import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { checkEnv } from './check-env.server'
import { readEnv } from './env.server'

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'gisement-env-'))
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }))

const SECRET = '0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a6978'
const production = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://gisement.example.org',
  DATA_DIR: dir,
} as const

function fileOf(name: string, text: string): string {
  const file = path.join(dir, name)
  fs.writeFileSync(file, text)
  return file
}

describe('variables given as files', () => {
  it('ASVS 13.3.1: reads a secret from a file, without the end of its line', () => {
    const SESSION_SECRET_FILE = fileOf('secret', `${SECRET}\n`)
    expect(readEnv({ ...production, SESSION_SECRET_FILE }).sessionSecret).toBe(SECRET)
    const SMTP_URL_FILE = fileOf('smtp', 'smtps://mail.example.org:465\r\n')
    expect(readEnv({ ...production, SESSION_SECRET_FILE, SMTP_URL_FILE }).smtpUrl).toBe(
      'smtps://mail.example.org:465',
    )
  })

  it.each([
    [
      'a file that is not there',
      () => ({ SESSION_SECRET_FILE: path.join(dir, 'none') }),
      /SESSION_SECRET_FILE: .*ENOENT/,
    ],
    [
      'an empty file',
      () => ({ SESSION_SECRET_FILE: fileOf('empty', '\n') }),
      /SESSION_SECRET_FILE: .* is empty/,
    ],
    [
      'both',
      () => ({ SESSION_SECRET: SECRET, SESSION_SECRET_FILE: fileOf('s', SECRET) }),
      /SESSION_SECRET: .*not both/,
    ],
  ])('refuses %s with the name of the variable', (_what, more, sentence) => {
    expect(() => readEnv({ ...production, ...more() })).toThrow(sentence)
  })

  it('production without a secret fails with a sentence, and has no default', () => {
    expect(() => readEnv({ ...production })).toThrow(
      /Production needs SESSION_SECRET .*Set them, then start again/,
    )
    expect(() => readEnv({ NODE_ENV: 'production', SESSION_SECRET: SECRET })).toThrow(/PUBLIC_URL/)
  })
})

describe('checkEnv', () => {
  const canary = 'canary-0f1e2d3c4b5a69788796a5b4c3d2e1f0'

  it('ASVS 13.3.1: says where each variable comes from and never shows a secret', () => {
    const SMTP_URL = `smtps://user:${canary}@mail.example.org`
    const report = checkEnv({ ...production, SESSION_SECRET: canary, SMTP_URL })
    expect(JSON.stringify(report)).not.toContain(canary)
    expect(report.settings).toContainEqual({ name: 'SESSION_SECRET', from: 'environment', shown: null })
    expect(report.settings).toContainEqual({ name: 'DATA_DIR', from: 'environment', shown: dir })
    expect(report.settings).toContainEqual({ name: 'PORT', from: 'default', shown: null })
    expect(report.faults).toEqual([])
    const wrong = checkEnv({
      ...production,
      SESSION_SECRET: canary.slice(0, 20),
      SMTP_URL: `http://${canary}`,
      PORT: '-1',
    })
    expect(JSON.stringify(wrong)).not.toContain(canary.slice(0, 20))
    expect(wrong.faults.map((fault) => fault.split(':')[0])).toEqual(['PORT', 'SESSION_SECRET', 'SMTP_URL'])
  })

  it('warns of what most operators will want otherwise', () => {
    const { faults, warnings } = checkEnv({
      ...production,
      SESSION_SECRET: 'x'.repeat(40),
      CLASSIFIER: 'off',
    })
    expect(faults).toEqual([])
    expect(warnings.map((warning) => warning.split(':')[0])).toEqual([
      'TRUST_PROXY',
      'SESSION_SECRET',
      'LOG_COLLECTOR',
      'VIRUS_SCANNER',
      'BREACHED_PASSWORDS',
      'SMTP_URL',
      'OPERATOR_NAME, OPERATOR_CONTACT',
    ])
  })

  it('ASVS 12.3.1: production asks no service elsewhere in clear', () => {
    const open = { ...production, SESSION_SECRET: SECRET, GEOCODER_URL: 'http://adresses.example' }
    expect(checkEnv(open).faults.join()).toContain('GEOCODER_URL with https')
    const hub = { CLASSIFIER_MODEL: 'organisation/modele', CLASSIFIER_HUB_URL: 'http://modeles.example' }
    expect(checkEnv({ ...production, SESSION_SECRET: SECRET, ...hub }).faults.join()).toContain(
      'CLASSIFIER_HUB_URL with https',
    )
    for (const GEOCODER_URL of ['https://adresses.example', 'http://127.0.0.1:8080', undefined]) {
      expect(checkEnv({ ...open, GEOCODER_URL }).faults).toEqual([])
    }
    const figures = { ...production, SESSION_SECRET: SECRET, METRICS_PORT: '9000', METRICS_HOST: '0.0.0.0' }
    expect(checkEnv(figures).warnings.join()).toContain('METRICS_HOST')
  })

  it('ASVS 13.2.4: reads which hosts webhooks may go to, and says what opening them to all means', () => {
    const open = (WEBHOOK_HOSTS: string) => checkEnv({ ...production, SESSION_SECRET: SECRET, WEBHOOK_HOSTS })
    expect(open('https://si.example.org/').faults.join()).toContain(
      'WEBHOOK_HOSTS: host names between commas',
    )
    expect(open('si.example.org').warnings.join()).not.toContain('WEBHOOK_HOSTS')
    expect(open('*').warnings.join()).toContain('WEBHOOK_HOSTS: with *')
    const missing = { WEBHOOK_HOSTS: 'x.fr', WEBHOOK_CA: path.join(dir, 'no.pem') }
    expect(checkEnv({ ...production, SESSION_SECRET: SECRET, ...missing }).faults.join()).toContain(
      'WEBHOOK_CA',
    )
  })

  it('names files that are configured and not there', () => {
    const more = {
      SESSION_SECRET: SECRET,
      MAP_PMTILES: path.join(dir, 'no.pmtiles'),
      BREACHED_PASSWORDS: path.join(dir, 'no-list.txt'),
      CLASSIFIER_MODEL: `${dir}/no-model`,
    }
    expect(checkEnv({ ...production, ...more }).faults).toMatchObject(
      [/^MAP_PMTILES/, /^BREACHED_PASSWORDS/, /^CLASSIFIER_MODEL/].map(
        (name) => expect.stringMatching(name) as string,
      ),
    )
  })
})
