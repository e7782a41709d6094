import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fetchFromHub } from '~/features/classifier/chosen/hub.server'
import { askChecked, OutgoingError, type Lookup } from '~/platform/checked-connection.server'
import { env, readEnv, setEnv } from '~/platform/env.server'
import { geocode } from '~/platform/geocoder.server'
import { boundedFetch } from '~/platform/outgoing.server'

let server: http.Server
let port = 0
let origin = ''
/** What the service answers to the next requests. */
let answer: http.RequestListener = (_, res) => void res.end('{}')
const asked: string[] = []

beforeAll(async () => {
  setEnv(readEnv({ ...process.env, NODE_ENV: 'test', LOG_LEVEL: 'silent' }))
  server = http.createServer((req, res) => {
    asked.push(req.url ?? '')
    answer(req, res)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  ;({ port } = server.address() as AddressInfo)
  origin = `http://127.0.0.1:${port}`
})
beforeEach(() => {
  asked.length = 0
  lookups = 0
  answer = (_, res) => void res.end('{}')
})
afterAll(async () => {
  server.closeAllConnections()
  await new Promise((closed) => server.close(closed))
})

const signal = () => AbortSignal.timeout(2000)
let lookups = 0
/** Finds these addresses for any name, one after the other. */
const at =
  (...addresses: string[]): Lookup =>
  (_, __, done) => {
    const address = addresses[Math.min(lookups++, addresses.length - 1)]!
    done(null, [{ address, family: address.includes(':') ? 6 : 4 }])
  }

describe('an address that nobody configured', () => {
  /** Ways to write this machine, inner networks, and where clouds tell their secrets. */
  const INNER = [
    ...['127.0.0.1', 'localhost', '2130706433', '0x7f000001', '0177.0.0.1', '127.1', '127.255.255.254'],
    ...['[::1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[0:0:0:0:0:ffff:7f00:0001]', '[::127.0.0.1]'],
    ...[
      '169.254.169.254',
      '2852039166',
      '[fe80::1]',
      '[fd00:ec2::254]',
      '[::ffff:a9fe:a9fe]',
      '0.0.0.0',
      '[::]',
    ],
    ...['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '100.64.0.1', '198.18.0.1', '224.0.0.1'],
    ...[
      '255.255.255.255',
      '[fc00::1]',
      '[fd12::1]',
      '[64:ff9b::7f00:1]',
      '[2002:7f00:1::]',
      '[2001::1]',
      '[ff02::1]',
    ],
  ]

  it.each(INNER)(
    'ASVS 1.3.6: is not asked when it is of this machine or an inner network: %s',
    async (host) => {
      const url = new URL(`http://${host}:${port}/`)
      const refused = askChecked(url, { signal: signal() }, { isConfigured: false })
      await expect(refused).rejects.toThrow(OutgoingError)
      expect(asked).toEqual([])
    },
  )

  it.each(['file:///etc/passwd', 'ftp://127.0.0.1/', 'data:text/plain,x', 'gopher://127.0.0.1:25/'])(
    'ASVS 1.3.6: is not asked by another scheme: %s',
    async (address) => {
      const refused = askChecked(new URL(address), { signal: signal() }, { isConfigured: true })
      await expect(refused).rejects.toThrow(OutgoingError)
    },
  )

  it.each(['127.0.0.1', '10.1.2.3', '169.254.169.254', '::1', 'fe80::1', '::ffff:127.0.0.1'])(
    'ASVS 1.3.6: is not asked when its name leads to %s',
    async (address) => {
      const lookup = at(address)
      const url = new URL(`http://innocent.example:${port}/`)
      const refused = askChecked(url, { signal: signal() }, { isConfigured: false, lookup })
      await expect(refused).rejects.toThrow('an address that is not asked')
      expect(asked).toEqual([])
    },
  )

  it('ASVS 1.3.6: nor when one of several addresses of its name is inner', async () => {
    const both: Lookup = (_, __, done) =>
      done(null, [
        { address: '93.184.215.14', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ])
    const url = new URL(`http://innocent.example:${port}/`)
    const refused = askChecked(url, { signal: signal() }, { isConfigured: false, lookup: both })
    await expect(refused).rejects.toThrow('an address that is not asked')
  })

  it('ASVS 1.3.6: is looked up once: a name that leads elsewhere the next time does not matter', async () => {
    const lookup = at('127.0.0.1', '203.0.113.9')
    const bounds = { timeoutMs: 2000, mostBytes: 100, origin: `http://service.example:${port}`, lookup }
    expect(await (await boundedFetch(`http://service.example:${port}/`, {}, bounds)).text()).toBe('{}')
    expect(lookups).toBe(1)
    expect(asked).toHaveLength(1)
  })
})

describe('a service that the operator configured', () => {
  const bounds = () => ({ timeoutMs: 300, mostBytes: 1000, origin })

  it('is asked in the operator’s own network over http, with what is sent to it', async () => {
    let got = ''
    answer = (req, res) => {
      req.on('data', (part: Buffer) => (got += part.toString()))
      req.on('end', () =>
        res.writeHead(201, { 'X-A': 'b' }).end(`${req.method} ${req.headers['content-type']}`),
      )
    }
    const body = new URLSearchParams({ code: 'é' })
    const reply = await boundedFetch(`${origin}/jeton`, { method: 'POST', body }, bounds())
    expect([reply.status, reply.headers.get('x-a'), got]).toEqual([201, 'b', 'code=%C3%A9'])
    expect(await reply.text()).toMatch(/^POST application\/x-www-form-urlencoded/)
  })

  it('ASVS 1.3.6: over https stands at a public address, unless its host is among INNER_HOSTS', async () => {
    const service = {
      timeoutMs: 500,
      mostBytes: 10,
      origin: `https://hub.intern:${port}`,
      lookup: at('127.0.0.1'),
    }
    const asking = () => boundedFetch(`https://hub.intern:${port}/`, {}, service)
    await expect(asking()).rejects.toThrow('an address that is not asked')
    const usual = env()
    setEnv({ ...usual, innerHosts: ['hub.intern'] })
    // It is reached then, and does not speak TLS.
    await expect(asking()).rejects.toThrow('did not answer')
    setEnv(usual)
  })

  it('ASVS 1.3.6: never stands where clouds tell their secrets', async () => {
    const service = { timeoutMs: 500, mostBytes: 10, origin: 'http://169.254.169.254' }
    await expect(boundedFetch('http://169.254.169.254/latest', {}, service)).rejects.toThrow('is not asked')
  })

  it('ASVS 13.2.4, 13.2.5: is the only one that is asked', async () => {
    await expect(boundedFetch('http://127.0.0.2/', {}, bounds())).rejects.toThrow('not the service')
    await expect(boundedFetch(`http://localhost:${port}/`, {}, bounds())).rejects.toThrow('not the service')
    expect(asked).toEqual([])
  })

  it('ASVS 15.3.2: sends nowhere else', async () => {
    for (const status of [301, 302, 303, 307, 308]) {
      answer = (_, res) => void res.writeHead(status, { Location: `${origin}/plus-loin` }).end()
      await expect(boundedFetch(origin, {}, bounds())).rejects.toThrow('sent elsewhere')
    }
    expect(asked).toEqual(Array.from({ length: 5 }, () => '/'))
  })

  it('has a time and a size', async () => {
    answer = () => undefined
    await expect(boundedFetch(origin, {}, bounds())).rejects.toThrow('did not answer')
    answer = (_, res) => void res.write('x')
    await expect(boundedFetch(origin, {}, bounds())).rejects.toThrow('did not answer')
    answer = (_, res) => void res.end('x'.repeat(1001))
    await expect(boundedFetch(origin, {}, bounds())).rejects.toThrow('sent too much')
  })
})

describe('the services that know addresses and models', () => {
  it('ASVS 15.3.2: the one of addresses is down when it sends elsewhere or too much', async () => {
    setEnv({ ...env(), geocoderUrl: `${origin}/geocodage` })
    answer = (_, res) =>
      void res.writeHead(302, { Location: 'http://169.254.169.254/latest/meta-data' }).end()
    expect(await geocode('1 rue du renvoi', 'account')).toEqual({ kind: 'down' })
    answer = (_, res) => void res.end('x'.repeat(300_000))
    expect(await geocode('1 rue du déluge', 'account')).toEqual({ kind: 'down' })
    setEnv({ ...env(), geocoderUrl: null })
  })

  describe('the hub of models', () => {
    const modelsDir = fs.mkdtempSync(path.join(os.tmpdir(), 'gisement-outgoing-'))
    afterAll(() => fs.rmSync(modelsDir, { recursive: true, force: true }))
    const fetching = () => fetchFromHub({ id: 'org/model', revision: 'main' }, { hubUrl: origin, modelsDir })

    it.each([
      'http://169.254.169.254/latest/meta-data',
      'http://[::ffff:127.0.0.1]/',
      'http://localhost/',
      'file:///etc/passwd',
    ])('ASVS 1.3.6, 15.3.2: is not followed to %s', async (to) => {
      answer = (_, res) => void res.writeHead(302, { Location: to }).end()
      await expect(fetching()).rejects.toMatchObject({ reason: 'hub-refused' })
      expect(asked).toHaveLength(1)
    })

    it('is followed a few steps, not for ever', async () => {
      answer = (_, res) => void res.writeHead(307, { Location: '/encore' }).end()
      await expect(fetching()).rejects.toMatchObject({ reason: 'hub-refused' })
      expect(asked).toHaveLength(4)
    })

    it('sends a description of a bounded size', async () => {
      answer = (_, res) => void res.end('x'.repeat(2 ** 20 + 1))
      await expect(fetching()).rejects.toMatchObject({ reason: 'hub-refused' })
    })
  })
})
