import { describe, expect, it } from 'vitest'
import { readEnv } from './env.server'

const secrets = { SESSION_SECRET: 'x'.repeat(32), PUBLIC_URL: 'https://gisement.example.org/' }

describe('readEnv', () => {
  it('runs in development with nothing set', () => {
    expect(readEnv({} as NodeJS.ProcessEnv)).toMatchObject({ isProduction: false, port: 3000, smtpUrl: null })
  })

  it('names every secret that production lacks', () => {
    expect(() => readEnv({ NODE_ENV: 'production' })).toThrow(/SESSION_SECRET.*PUBLIC_URL/)
    expect(() => readEnv({ NODE_ENV: 'production', ...secrets })).not.toThrow()
  })

  it('refuses a short secret and a bad port with the variable’s name', () => {
    expect(() => readEnv({ NODE_ENV: 'production', ...secrets, SESSION_SECRET: 'court' })).toThrow(
      /SESSION_SECRET/,
    )
    expect(() => readEnv({ NODE_ENV: 'development', PORT: '99999' })).toThrow(/PORT/)
  })

  it('takes a whole number of classifier threads, or none', () => {
    const threads = (CLASSIFIER_THREADS: string) =>
      readEnv({ NODE_ENV: 'test', CLASSIFIER_THREADS }).classifierThreads
    expect([threads(''), threads('1'), threads('64')]).toEqual([null, 1, 64])
    for (const wrong of ['0', '65', '1.5', '-1', 'all']) {
      expect(() => threads(wrong)).toThrow(/CLASSIFIER_THREADS/)
    }
  })

  it('takes an empty variable for one that is not set, and drops the slash of the address', () => {
    expect(readEnv({ NODE_ENV: 'production', ...secrets, SMTP_URL: '' })).toMatchObject({
      smtpUrl: null,
      publicUrl: 'https://gisement.example.org',
    })
  })
})
