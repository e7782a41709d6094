import { fork } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createServer } from 'node:http'
import https from 'node:https'
import { connect } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { nowMs } from '~/core/clock'
import { diskStore } from '~/platform/disk-store.server'
import { readEnv, setEnv } from '~/platform/env.server'
import { DamagedFileError, StoreError, type ObjectStore } from '~/platform/object-store'
import { s3Store } from '~/platform/s3-store.server'
import { sha256 } from '~/platform/sha256.server'
import { newStorageKey } from '~/platform/storage.server'
import { bundleWorkers } from '~tests/support/bundle'
import { startS3Server, type S3Server } from '~tests/support/s3-server'
import { contentOf, type StoreOrder } from '~tests/support/store-content'

let dir: string
let server: S3Server
let worker: string

beforeAll(async () => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'gisement-stores-'))
  setEnv(readEnv({ NODE_ENV: 'test', DATA_DIR: dir, LOG_LEVEL: 'silent' }))
  server = await startS3Server()
  worker = (await bundleWorkers('store-worker'))['store-worker']
})
afterAll(async () => {
  await server.close()
  fs.rmSync(dir, { recursive: true, force: true })
  fs.rmSync(path.dirname(worker), { recursive: true, force: true })
})

const newPath = () => `documents/${newStorageKey()}-document.pdf`

async function pathsIn(store: ObjectStore, prefix: string): Promise<string[]> {
  const paths: string[] = []
  for await (const object of store.list(prefix)) paths.push(object.path)
  return paths.sort()
}

const KINDS = ['disk', 's3'] as const

describe.each(KINDS)('a store of files: %s', (kind) => {
  let store: ObjectStore

  beforeAll(() => {
    store = kind === 'disk' ? diskStore(dir) : s3Store(server.storage, 10)
  })

  it('gives back what it was given to the byte, and its size and hash', async () => {
    for (const bytes of [Buffer.from('un texte'), Buffer.alloc(3 << 20, 7), Buffer.alloc(0)]) {
      const file = newPath()
      await store.put(file, bytes)
      expect(Buffer.compare((await store.get(file))!, bytes)).toBe(0)
      expect(await store.find(file)).toEqual({ bytes: bytes.length, sha256: sha256(bytes) })
      await store.put(file, Buffer.from('autre'))
      expect(Buffer.from((await store.get(file))!).toString()).toBe('autre')
    }
  })

  it('knows nothing of what is not there or was removed, and removes it twice', async () => {
    const file = newPath()
    expect([await store.get(file), await store.find(file)]).toEqual([null, null])
    await store.put(file, Buffer.from('x'))
    await store.remove(file)
    await store.remove(file)
    expect([await store.get(file), await store.find(file)]).toEqual([null, null])
  })

  it('lists what begins with a prefix, with size and age, past one page', async () => {
    const stem = newStorageKey().slice(3, 20)
    const files = Array.from({ length: 25 }, (_, at) => `photos/zz/${stem}${at}-320.webp`)
    const rest = files.values()
    const lane = async () => {
      for (const file of rest) await store.put(file, Buffer.from('x'))
    }
    await Promise.all(Array.from({ length: 12 }, lane))
    await store.put(`photos/zy/${stem}-320.webp`, Buffer.from('xyz'))
    expect(await pathsIn(store, `photos/zz/${stem}`)).toEqual([...files].sort())
    for await (const { bytes, changedAtMs } of store.list(`photos/zy/${stem}`)) {
      expect(bytes).toBe(3)
      expect(Math.abs(changedAtMs - nowMs())).toBeLessThan(60_000)
    }
  })

  it.each(['documents/../secret', 'mails/a', '/etc/passwd', 'documents', 'photos/.a/b', 'photos/a\0b', ''])(
    'ASVS 5.3.2: takes no path that leads out of its folders: %j',
    async (file) => {
      await expect(store.put(file, Buffer.from('x'))).rejects.toThrow('Not a path')
      await expect(store.get(file)).rejects.toThrow('Not a path')
      await expect(store.remove(file)).rejects.toThrow('Not a path')
    },
  )

  it('holds each file whole or not at all when the process that stores it is killed', async () => {
    const order: StoreOrder = {
      dataDir: dir,
      variables: kind === 's3' ? server.variables : {},
      stem: newStorageKey(),
    }
    const acknowledged: string[] = []
    const child = fork(worker)
    child.send(order)
    child.on('message', (file: string) => {
      acknowledged.push(file)
      if (acknowledged.length === 8) child.kill('SIGKILL')
    })
    await once(child, 'exit')
    const there = (await pathsIn(store, `documents/${order.stem}`)).filter((file) => !file.endsWith('.tmp'))
    expect(there).toEqual(expect.arrayContaining(acknowledged))
    expect(acknowledged.length).toBeGreaterThanOrEqual(8)
    for (const file of there) expect(Buffer.compare((await store.get(file))!, contentOf(file)), file).toBe(0)
  })
})

describe('a bucket', () => {
  let store: ObjectStore

  beforeEach(() => {
    server.asked.length = 0
    server.troubles.length = 0
    store = s3Store(server.storage)
  })

  const faultOf = async (work: Promise<unknown>) => {
    const fault = await work.then(
      () => null,
      (error: unknown) => error,
    )
    expect(fault).toBeInstanceOf(StoreError)
    return fault as StoreError
  }

  it('refuses what was altered on its way, and keeps nothing of it', async () => {
    const file = newPath()
    server.troubles.push('altered')
    expect(await faultOf(store.put(file, Buffer.from('un texte')))).toMatchObject({
      isRefusal: true,
      message: expect.stringMatching(/cannot store a file: what arrived is not what was sent/) as string,
    })
    expect(await store.get(file)).toBeNull()
  })

  it('hands out no object that was altered where it is kept', async () => {
    const file = newPath()
    await store.put(file, Buffer.from('un texte'))
    server.damage(file)
    await expect(store.get(file)).rejects.toThrow(DamagedFileError)
  })

  it('is asked again when it is overloaded or a connection breaks, three times in all', async () => {
    const file = newPath()
    server.troubles.push('overloaded', 'cut')
    await store.put(file, Buffer.from('x'))
    expect(server.asked).toHaveLength(3)
    server.troubles.push('overloaded', 'overloaded', 'overloaded')
    expect(await faultOf(store.get(file))).toMatchObject({
      isRefusal: false,
      message: expect.stringMatching(/answers 503 \(SlowDown\)/) as string,
    })
    expect(server.asked).toHaveLength(6)
  })

  it('that nothing comes from is not asked for two seconds, so that nobody waits for each file', async () => {
    await server.stop()
    expect((await faultOf(store.get(newPath()))).message).toMatch(/nothing comes from it \(ECONNREFUSED\)/)
    await server.start()
    const asked = server.asked.length
    await faultOf(store.get(newPath()))
    expect(server.asked).toHaveLength(asked)
  })

  it.each([
    [{ secretAccessKey: 'wrong' }, /STORAGE_SECRET_ACCESS_KEY is not the one of STORAGE_ACCESS_KEY_ID/],
    [{ accessKeyId: 'nobody' }, /it does not know STORAGE_ACCESS_KEY_ID/],
    [{ bucket: 'elsewhere' }, /there is no such bucket/],
  ])('says why it refuses, without a key: %j', async (wrong, said) => {
    const fault = await faultOf(s3Store({ ...server.storage, ...wrong }).put(newPath(), Buffer.from('x')))
    expect(fault.message).toMatch(said)
    expect(JSON.stringify([fault.message, fault.cause, { ...fault }])).not.toMatch(/S3RVER|nobody|wrong/)
  })

  it('ASVS 15.3.2: is followed nowhere else: a redirection is a refusal', async () => {
    const asked: string[] = []
    const other = createServer((request, reply) => {
      asked.push(request.url ?? '')
      reply.writeHead(307, { Location: `${server.storage.endpoint}/elsewhere` }).end()
    })
    await new Promise<void>((done) => void other.listen(0, '127.0.0.1', () => void done()))
    const { port } = other.address() as { port: number }
    const moved = s3Store({ ...server.storage, endpoint: `http://127.0.0.1:${port}` })
    await faultOf(moved.get(newPath()))
    expect([asked.length, server.asked.length]).toEqual([1, 0])
    other.closeAllConnections()
    other.close()
  })

  it('ASVS 13.2.4: is asked at the address of its own network only where it was written as such', async () => {
    const hidden = s3Store({ ...server.storage, endpoint: 'https://169.254.169.254' })
    expect((await faultOf(hidden.get(newPath()))).message).toMatch(
      /cannot hand out a file: 169.254.169.254 is not asked/,
    )
  })

  it('ASVS 12.3.2: is spoken to over TLS with who shows a certificate that the machine trusts, and with nobody else', async () => {
    const pem = (name: string) => path.resolve('tests/support/collector', `${name}.pem`)
    // What arrives goes on as it is: the signature covers the host that was asked.
    const secured = https.createServer({
      cert: fs.readFileSync(pem('cert')),
      key: fs.readFileSync(pem('key')),
    })
    secured.removeAllListeners('secureConnection').on('secureConnection', (socket) => {
      const inner = connect(Number(new URL(server.storage.endpoint).port), '127.0.0.1')
      socket.pipe(inner).pipe(socket)
      for (const end of [socket, inner])
        end.on('error', () => [socket, inner].forEach((one) => one.destroy()))
    })
    await new Promise<void>((done) => void secured.listen(0, '127.0.0.1', () => void done()))
    const endpoint = `https://localhost:${(secured.address() as { port: number }).port}`
    expect(
      await faultOf(s3Store({ ...server.storage, endpoint }).put(newPath(), Buffer.from('x'))),
    ).toMatchObject({
      isRefusal: true,
      message: expect.stringMatching(/certificate is not trusted \(DEPTH_ZERO_SELF_SIGNED_CERT\)/) as string,
    })
    expect(server.asked).toEqual([])
    const STORAGE_URL = server.variables.STORAGE_URL.replace(server.storage.endpoint, endpoint)
    const order: StoreOrder = {
      dataDir: dir,
      variables: { ...server.variables, STORAGE_URL },
      stem: newStorageKey(),
    }
    const child = fork(worker, { env: { ...process.env, NODE_EXTRA_CA_CERTS: pem('cert') } })
    child.send(order)
    const [file] = (await once(child, 'message')) as [string]
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(Buffer.compare((await store.get(file))!, contentOf(file))).toBe(0)
    secured.close()
  })
})
