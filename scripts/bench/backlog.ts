/**
 * How long does a photo wait behind 5,000 photos of another organisation? Starts the built product on a fresh demo, puts
 * the backlog in its queue, then sends photos as another organisation does: one that nobody asks for, one of an open
 * form. Stops as soon as both are classified, after two minutes at most. Run after a build:
 * `npm run --silent bench:backlog`. Prints one JSON line last.
 */
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import sharp from 'sharp'
import { nowMs } from '~/core/clock'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { withDemoServer } from '../demo/with-demo-server'

const BACKLOG = 5000
const PORT = 3188
const DEADLINE_MS = 120_000
const PAUSE_MS = 20

await withDemoServer({ port: PORT }, measure)

async function measure(origin: string, dataDir: string): Promise<void> {
  const database = new Database(path.join(dataDir, 'gisement.sqlite'))
  const cookie = await signIn(origin)
  const own = await send(origin, cookie)
  await untilSeen(database, own)
  const organisation = database.prepare('SELECT organisation_id AS id FROM photos WHERE id = ?').get(own) as {
    id: string
  }
  queueBacklog(database, organisation.id)
  // Sendings come one by one and turn into jobs at once; only this bench leaves all their messages together.
  const waiting = database.prepare('SELECT 1 FROM outbox WHERE dispatched_at_ms IS NULL LIMIT 1')
  const queueing = await timed(() => until(() => waiting.get() === undefined))
  const before = done(database)
  const sent = performance.now()
  const first = await send(origin, cookie)
  const uploadS = Math.round((performance.now() - sent) / 10) / 100
  const unasked = await timed(() => untilSeen(database, first))
  const second = await send(origin, cookie)
  const ofOpenForm = await timed(() => untilAnswered(origin, cookie, second))
  const result = {
    backlog: BACKLOG,
    queueingS: queueing,
    uploadS,
    unaskedS: unasked,
    openFormS: ofOpenForm,
    backlogDoneMeanwhile: done(database) - before,
    backlogLeft: BACKLOG - done(database),
  }
  database.close()
  console.log(JSON.stringify(result))
}

/** Copies of a photo of another organisation than `own`, each to be classified, as 5,000 sendings at once would leave. */
function queueBacklog(database: Database.Database, own: string): void {
  const photo = database
    .prepare('SELECT * FROM photos WHERE organisation_id <> ? AND lot_id IS NOT NULL LIMIT 1')
    .get(own) as Record<string, string | number>
  const columns = Object.keys(photo)
  const copy = database.prepare(
    `INSERT INTO photos (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`,
  )
  const tell = database.prepare('INSERT INTO outbox (id, topic, payload, created_at_ms) VALUES (?, ?, ?, ?)')
  const now = nowMs()
  database.transaction(() => {
    for (let index = 0; index < BACKLOG; index++) {
      const id = newId()
      // New ones: old photos that no lot took are swept away.
      copy.run({ ...photo, id, lot_id: null, sha256: `backlog-${index}`, created_at_ms: now })
      const payload = JSON.stringify({ photoId: id, organisationId: photo.organisation_id })
      tell.run(newId(), 'photo.added', payload, now)
    }
  })()
}

/** How many photos of the backlog are classified. */
function done(database: Database.Database): number {
  const query = `SELECT count(*) AS n FROM classifications c JOIN photos p ON p.id = c.photo_id
    WHERE p.sha256 LIKE 'backlog-%'`
  return (database.prepare(query).get() as { n: number }).n
}

async function send(origin: string, cookie: string): Promise<string> {
  const id = newId()
  const noise = { type: 'gaussian', mean: 120, sigma: 40 } as const
  const image = sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#888', noise } })
  const body = new FormData()
  body.set(
    'photo',
    new Blob([new Uint8Array(await image.jpeg().toBuffer())], { type: 'image/jpeg' }),
    'photo.jpg',
  )
  const sent = await fetch(origin + paths.photoUpload(id), { method: 'POST', body, headers: { cookie } })
  if (!sent.ok) throw new Error(`Upload refused: ${sent.status} ${await sent.text()}`)
  return id
}

/** Waits until the photo is classified, without asking the server. */
async function untilSeen(database: Database.Database, photoId: string): Promise<void> {
  const query = database.prepare('SELECT 1 FROM classifications WHERE photo_id = ?')
  await until(() => query.get(photoId) !== undefined)
}

/** Waits as an open posting form does: it asks, which also puts the photo first. */
async function untilAnswered(origin: string, cookie: string, photoId: string): Promise<void> {
  await until(async () => {
    const reply = await fetch(origin + paths.photoSuggestion(photoId), { headers: { cookie } })
    return ((await reply.json()) as { status: string }).status === 'done'
  })
}

async function until(isDone: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + DEADLINE_MS
  while (!(await isDone())) {
    if (performance.now() > deadline) throw new Error(`Not classified in ${DEADLINE_MS / 1000} s`)
    await wait(PAUSE_MS)
  }
}

/** Seconds of a piece of work. */
async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now()
  await work()
  return Math.round((performance.now() - started) / 10) / 100
}

async function signIn(origin: string): Promise<string> {
  const body = new URLSearchParams({ email: 'chantier@demo.gisement.example' })
  const reply = await fetch(origin + paths.demoSignIn(), { method: 'POST', body, redirect: 'manual' })
  const cookie = reply.headers.getSetCookie()[0]?.split(';')[0]
  if (!cookie) throw new Error(`No session: ${reply.status}`)
  return cookie
}
