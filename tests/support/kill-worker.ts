import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import sharp from 'sharp'
import { newId } from '~/core/ids'
import { addAttachment } from '~/features/attachments/commands/add-attachment.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { addPhoto } from '~/features/photos/commands/add-photo.server'
import { readEnv, setEnv } from '~/platform/env.server'
import { withTx } from '~/platform/transaction.server'
import { recordChange } from '~/platform/changes.server'
import { openAddress } from './open-address'

/** What the test that forks this file orders, and what it is told: each write once the product has acknowledged it. */
export type KillOrder = { dataDir: string; file: string; actor: Actor }
export type Acknowledged = { kind: 'change' | 'photo' | 'document'; id: string; sha256?: string }

// Whoever ordered it may be interrupted: it does not write on for nobody.
process.once('disconnect', () => process.exit(1))

/** Writes as fast as it can, in several hands, until it is killed. */
process.once('message', (order: KillOrder) => {
  const env = readEnv({ ...process.env, NODE_ENV: 'test', DATA_DIR: order.dataDir, LOG_LEVEL: 'silent' })
  setEnv(env)
  void openAddress(order.file).then(() => {
    for (const hand of [change, change, photo, document]) void repeat(() => hand(order.actor))
    process.send?.('ready')
  })
})

async function repeat(work: () => Promise<void>): Promise<void> {
  for (;;) {
    await work()
    // As between requests: files and pictures go on meanwhile.
    await setImmediate()
  }
}

async function change(actor: Actor): Promise<void> {
  const id = newId()
  await withTx((tx) =>
    recordChange(tx, {
      entity: 'lot',
      entityId: id,
      kind: 'tried',
      actorUserId: actor.userId,
      detail: { id },
    }),
  )
  acknowledge({ kind: 'change', id })
}

async function photo(actor: Actor): Promise<void> {
  const id = newId()
  const background = { r: Math.floor(Math.random() * 255), g: 60, b: 60 }
  const bytes = await sharp({ create: { width: 24, height: 18, channels: 3, background } })
    .jpeg()
    .toBuffer()
  const added = await addPhoto({ actor, photoId: id, bytes, name: 'a.jpg' })
  if (added.ok) acknowledge({ kind: 'photo', id })
}

async function document(actor: Actor): Promise<void> {
  const attachmentId = newId()
  const bytes = Buffer.from(`%PDF-1.7\n%${attachmentId}\n${'x'.repeat(200_000)}\n%%EOF\n`)
  const added = await addAttachment({ actor, attachmentId, kind: 'other', bytes, name: 'a.pdf' })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (added.ok) acknowledge({ kind: 'document', id: attachmentId, sha256 })
}

function acknowledge(done: Acknowledged): void {
  process.send?.(done)
}
