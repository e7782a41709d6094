/**
 * Does classifying keep the server answering? Starts the built product on a fresh demo, sends 50 photos as a site
 * manager does, and times `/livez` until every one is classified, beside the same count of requests on the idle server.
 * Run after a build: `npx tsx scripts/bench/liveness.ts`. Prints one JSON line last.
 */
import { setTimeout as wait } from 'node:timers/promises'
import sharp from 'sharp'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { withDemoServer } from '../demo/with-demo-server'

const PHOTOS = 50
const PORT = 3187
const ORIGIN = `http://localhost:${PORT}`
const DEADLINE_MS = 180_000

await withDemoServer({ port: PORT }, measure)

async function measure(): Promise<void> {
  const cookie = await signIn()
  const photos = await makePhotos()
  const idle: number[] = []
  for (let i = 0; i < 200; i++) idle.push(await timeLiveness())
  const started = performance.now()
  const busy: number[] = []
  const work = { done: false }
  const classified = sendAll(cookie, photos).finally(() => {
    work.done = true
  })
  while (!work.done) {
    busy.push(await timeLiveness())
    await wait(10)
  }
  await classified
  const seconds = (performance.now() - started) / 1000
  const result = {
    photos: PHOTOS,
    seconds: round(seconds),
    idleP95Ms: round(percentile(idle, 0.95)),
    busyP50Ms: round(percentile(busy, 0.5)),
    busyP95Ms: round(percentile(busy, 0.95)),
    busyMaxMs: round(Math.max(...busy)),
    samples: busy.length,
  }
  console.log(JSON.stringify(result))
}

async function sendAll(cookie: string, photos: readonly Buffer[]): Promise<void> {
  const ids: string[] = []
  for (const photo of photos) {
    const id = newId()
    const body = new FormData()
    body.set('photo', new Blob([new Uint8Array(photo)], { type: 'image/jpeg' }), `${id}.jpg`)
    const sent = await fetch(ORIGIN + paths.photoUpload(id), { method: 'POST', body, headers: { cookie } })
    if (!sent.ok) throw new Error(`Upload refused: ${sent.status} ${await sent.text()}`)
    ids.push(id)
  }
  const deadline = performance.now() + DEADLINE_MS
  for (const id of ids) {
    for (;;) {
      const reply = await fetch(ORIGIN + paths.photoSuggestion(id), { headers: { cookie } })
      const { status } = (await reply.json()) as { status: string }
      if (status === 'done') break
      if (performance.now() > deadline) throw new Error(`Not classified in ${DEADLINE_MS / 1000} s`)
      await wait(50)
    }
  }
}

async function makePhotos(): Promise<Buffer[]> {
  const made: Buffer[] = []
  for (let i = 0; i < PHOTOS; i++) {
    const noise = { type: 'gaussian', mean: 90 + i * 2, sigma: 40 } as const
    const image = sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#888', noise } })
    made.push(await image.jpeg({ quality: 80 }).toBuffer())
  }
  return made
}

async function signIn(): Promise<string> {
  const body = new URLSearchParams({ email: 'chantier@demo.gisement.example' })
  const reply = await fetch(ORIGIN + paths.demoSignIn(), { method: 'POST', body, redirect: 'manual' })
  const cookie = reply.headers.getSetCookie()[0]?.split(';')[0]
  if (!cookie) throw new Error(`No session: ${reply.status}`)
  return cookie
}

async function timeLiveness(): Promise<number> {
  const started = performance.now()
  const reply = await fetch(`${ORIGIN}/livez`)
  await reply.text()
  return performance.now() - started
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
