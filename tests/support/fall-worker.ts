import fs from 'node:fs/promises'
import pg from 'pg'
import type { Zone } from '~/core/zone'
import { addPhoto } from '~/features/photos/commands/add-photo.server'
import { blurPhoto } from '~/features/photos/commands/blur-photo.server'
import type { Actor } from '~/features/organisations/model/permissions'
import type { AnyDatabase } from '~/platform/db.server'
import { readEnv, setEnv } from '~/platform/env.server'
import { openAddress } from './open-address'

/** The step at which the process dies, the how-manieth of its kind, and the photo that it stores. */
export type FallOrder = {
  dataDir: string
  file: string
  actor: Actor
  photoId: string
  base64: string
  step: 'open' | 'write' | 'sync' | 'rename' | 'commit' | 'remove'
  nth: number
  /** Zones to blur of the photo, which is there already; absent: the photo is stored. */
  blur?: { id: string; zones: Zone[] }
}

/** Stores one photo, or blurs it, and dies, as by `kill -9`, just before a step of it. */
process.once('message', (order: FallOrder) => void work(order))

async function work(order: FallOrder): Promise<void> {
  const { actor, photoId, base64, blur } = order
  setEnv(readEnv({ ...process.env, NODE_ENV: 'test', DATA_DIR: order.dataDir, LOG_LEVEL: 'silent' }))
  const open = await openAddress(order.file)
  let left = order.nth
  const fall = () => {
    left -= 1
    if (left === 0) process.kill(process.pid, 'SIGKILL')
  }
  await prepare(order.step, fall, open)
  if (blur) await blurPhoto({ actor, photoId, ...blur })
  else await addPhoto({ actor, photoId, bytes: Buffer.from(base64, 'base64'), name: 'a.jpg' })
  process.send?.('survived')
  process.disconnect()
}

type Methods = Record<string, (...args: never[]) => unknown>

async function prepare(step: FallOrder['step'], fall: () => void, open: AnyDatabase): Promise<void> {
  const handle = await fs.open(process.execPath, 'r')
  const file = Object.getPrototypeOf(handle) as Methods
  await handle.close()
  if (step === 'commit') beforeCommit(open, fall)
  else if (step === 'open')
    before(fs as unknown as Methods, 'open', (_path, flags) => flags === 'wx' && fall())
  else if (step === 'rename') before(fs as unknown as Methods, 'rename', fall)
  else if (step === 'remove') before(fs as unknown as Methods, 'rm', fall)
  else before(file, step === 'write' ? 'writeFile' : 'sync', fall)
}

function beforeCommit(open: AnyDatabase, fall: () => void): void {
  const watch = (sql: unknown) => String(sql).toUpperCase() === 'COMMIT' && fall()
  if (open.engine === 'sqlite') before(open.writer as unknown as Methods, 'exec', watch)
  else before(pg.Client.prototype as unknown as Methods, 'query', watch)
}

function before(owner: Methods, name: string, act: (...args: unknown[]) => unknown): void {
  const real = owner[name]!
  owner[name] = function (this: unknown, ...args: never[]) {
    act(...args)
    return real.apply(this, args)
  }
}
