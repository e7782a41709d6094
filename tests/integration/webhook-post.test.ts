import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Lookup } from '~/platform/checked-connection.server'
import { env, readEnv, setEnv } from '~/platform/env.server'
import { postToReceiver } from '~/platform/webhook-post.server'
import { openWebhooks, startReceiver, type Receiver } from '~tests/support/webhook-receiver'

let receiver: Receiver
let port = ''
let lookups = 0

beforeAll(async () => {
  receiver = await startReceiver()
  port = receiver.host.split(':')[1]!
})
afterAll(() => receiver.close())
beforeEach(() => {
  setEnv(readEnv({ ...process.env, NODE_ENV: 'test', LOG_LEVEL: 'silent' }))
  openWebhooks([receiver.host], true)
  receiver.received.length = 0
  receiver.answers((res) => void res.writeHead(204).end())
  lookups = 0
})

/** Finds these addresses for any name, one after the other. */
const at =
  (...addresses: string[]): Lookup =>
  (_, __, done) => {
    const address = addresses[Math.min(lookups++, addresses.length - 1)]!
    done(null, [{ address, family: address.includes(':') ? 6 : 4 }])
  }

const post = (url: string, way: Parameters<typeof postToReceiver>[2] = {}) =>
  postToReceiver(url, { body: '{"a":"é"}', headers: { 'webhook-id': 'x' } }, { patienceMs: 400, ...way })

describe('an address that an organisation wrote', () => {
  it.each([
    ...[
      'https://127.0.0.1:PORT/',
      'https://2130706433:PORT/',
      'https://0x7f000001:PORT/',
      'https://0177.0.0.1:PORT/',
    ],
    ...[
      'https://127.1:PORT/',
      'https://[::1]:PORT/',
      'https://[::ffff:127.0.0.1]:PORT/',
      'https://[::ffff:7f00:1]:PORT/',
    ],
    ...[
      'https://[::127.0.0.1]:PORT/',
      'https://0.0.0.0:PORT/',
      'https://[::]:PORT/',
      'https://10.0.0.1/',
      'https://[fe80::1]/',
    ],
    ...[
      'https://169.254.169.254/latest/meta-data',
      'https://2852039166/',
      'https://[fd00:ec2::254]/',
      'https://[64:ff9b::7f00:1]/',
    ],
    ...[
      'http://localhost:PORT/',
      'https://localhost/',
      'https://localhost.:PORT/',
      'https://moi:mot@localhost:PORT/',
    ],
    ...[
      'https://recepteur.example.fr:PORT/',
      'ftp://localhost:PORT/',
      'file:///etc/passwd',
      'https://intern/',
      '//localhost:PORT/',
    ],
  ])('ASVS 1.3.6, 13.2.4: is not gone to when it is none of those that are allowed: %s', async (address) => {
    const answer = await post(address.replace('PORT', port), { lookup: at('127.0.0.1') })
    expect(answer).toMatchObject({ status: null, fault: 'not-allowed', text: '' })
    expect([receiver.received.length, lookups]).toEqual([0, 0])
  })

  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '169.254.169.254',
    '100.64.0.1',
    '::1',
    'fe80::1',
    '::ffff:127.0.0.1',
    'fd00::1',
  ])('ASVS 1.3.6: is not gone to when its public name leads to %s', async (address) => {
    const answer = await post('https://recepteur.example.fr/', { lookup: at(address) })
    expect(answer).toMatchObject({ status: null, fault: 'not-allowed' })
  })

  it('ASVS 1.3.6: is not gone to when one of several addresses of its name is inner', async () => {
    const both: Lookup = (_, __, done) =>
      done(null, [
        { address: '93.184.215.14', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ])
    expect(await post('https://recepteur.example.fr/', { lookup: both })).toMatchObject({
      fault: 'not-allowed',
    })
  })

  it('ASVS 1.3.6: is looked up anew at each attempt, once, and gone to where that look led', async () => {
    openWebhooks([`si.example.org:${port}`])
    setEnv({ ...env(), innerHosts: ['si.example.org'] })
    const rebinding = at('127.0.0.1', '169.254.169.254')
    const url = `https://si.example.org:${port}/`
    // It is reached where the first look led: there the certificate is another name's.
    expect(await post(url, { lookup: rebinding })).toMatchObject({ text: 'ERR_TLS_CERT_ALTNAME_INVALID' })
    expect(lookups).toBe(1)
    expect(await post(url, { lookup: rebinding })).toMatchObject({ fault: 'not-allowed' })
    expect(lookups).toBe(2)
  })

  it('ASVS 13.2.4: stands in the operator’s own network only where the operator names its host twice', async () => {
    openWebhooks([`si.example.org:${port}`], true)
    const url = `https://si.example.org:${port}/`
    expect(await post(url, { lookup: at('127.0.0.1') })).toMatchObject({ fault: 'not-allowed' })
    setEnv({ ...env(), innerHosts: ['si.example.org'] })
    expect(await post(url, { lookup: at('127.0.0.1') })).toMatchObject({ fault: 'no-answer' })
    openWebhooks([], true)
    setEnv({ ...env(), innerHosts: ['recepteur.example.fr'] })
    expect(await post('https://recepteur.example.fr/', { lookup: at('127.0.0.1') })).toMatchObject({
      fault: 'not-allowed',
    })
  })
})

describe('a receiver', () => {
  it('takes what is posted, byte for byte', async () => {
    expect(await post(receiver.url)).toMatchObject({ status: 204, fault: null, text: '' })
    expect(receiver.received).toMatchObject([
      {
        path: '/crochet',
        body: '{"a":"é"}',
        headers: { 'content-type': 'application/json', 'webhook-id': 'x' },
      },
    ])
  })

  it('ASVS 12.3.2: shows a certificate that somebody vouches for, or is told nothing', async () => {
    setEnv({ ...env(), webhooks: { ...env().webhooks!, caFile: null } })
    expect(await post(receiver.url)).toMatchObject({
      fault: 'no-answer',
      text: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    })
    expect(receiver.received).toEqual([])
  })

  it('ASVS 15.3.2: sends nowhere else', async () => {
    for (const status of [301, 302, 303, 307, 308]) {
      receiver.answers((res) => void res.writeHead(status, { Location: `${receiver.url}/plus-loin` }).end())
      expect(await post(receiver.url)).toMatchObject({ status, fault: 'redirect' })
    }
    expect(receiver.received.map(({ path }) => path)).toEqual(Array.from({ length: 5 }, () => '/crochet'))
  })

  it('has a time and a size: an answer that never comes, that drips, or that never ends', async () => {
    receiver.answers(() => undefined)
    expect(await post(receiver.url)).toMatchObject({ status: null, fault: 'too-slow' })
    receiver.answers((res) => void res.writeHead(200).write('x'))
    const dripping = await post(receiver.url)
    expect(dripping).toMatchObject({ status: 200, fault: null, text: 'x' })
    expect(dripping.durationMs).toBeLessThan(2000)
    receiver.answers((res) => {
      res.writeHead(200)
      const more = () => void (res.destroyed || res.write('y'.repeat(65_536), more))
      more()
    })
    const endless = await post(receiver.url)
    expect(endless).toMatchObject({ status: 200, fault: null })
    expect(endless.text).toBe('y'.repeat(300))
  })

  it('says what it says: a mark of the end of texts and bytes that are no letters do not come along', async () => {
    receiver.answers((res) => void res.writeHead(400).end(Buffer.from([0x61, 0x00, 0xff, 0x62])))
    expect(await post(receiver.url)).toMatchObject({ status: 400, fault: 'status', text: 'a\ufffdb' })
  })
})
