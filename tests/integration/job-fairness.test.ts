import { asc, count, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { hastenClassification } from '~/features/classifier/commands/hasten-classification.server'
import { jobsFor } from '~/jobs/jobs-of-messages.server'
import {
  AWAITED,
  IMPORTS,
  HANDLERS,
  PHOTOS,
  PLANS,
  PROMPT,
  PROPOSALS,
  UNHURRIED,
  WEBHOOKS,
} from '~/jobs/registry.server'
import { reader } from '~/platform/db.server'
import { claimJob, completeJob, enqueueJob, failJob, type ClaimedJob } from '~/platform/jobs.server'
import { dispatchOutbox, tell } from '~/platform/outbox.server'
import { withTx } from '~/platform/transaction.server'
import { jobs } from '~db/sqlite/platform'
import { setupDatabase } from '~tests/support/database'

const BACKLOG = 5000
let now = 1_800_000_000_000
let cleanup: () => void

beforeEach(async () => {
  setClock({ now: () => now })
  cleanup = (await setupDatabase()).cleanup
})
afterEach(() => {
  setClock()
  cleanup()
})

const ORGANISATIONS = { a: newId(), b: newId(), c: newId() }
type Owner = keyof typeof ORGANISATIONS
type Added = { count?: number; isBackground?: boolean }

/** Photos of an organisation as the messages of their arrival, turned into jobs; returns their ids. */
async function addPhotos(owner: Owner, { count = 1, isBackground }: Added = {}): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId())
  const organisationId = ORGANISATIONS[owner]
  await withTx(async (tx) => {
    for (const photoId of ids) await tell(tx, 'photo.added', { photoId, organisationId, isBackground })
  })
  while ((await dispatchOutbox(jobsFor, 1000)) > 0);
  now += 1
  return ids
}

async function claim(kinds: readonly string[] = PHOTOS): Promise<ClaimedJob> {
  const job = await claimJob('worker', kinds)
  if (!job) throw new Error('No job is ready')
  return job
}

/** Whose photos the next jobs are, in the order in which one worker runs them. */
async function nextOwners(times: number): Promise<Owner[]> {
  const owners: Owner[] = []
  for (let time = 0; time < times; time++) {
    const job = await claim()
    owners.push(await ownerOf(job))
    await completeJob('worker', job)
  }
  return owners
}

async function ownerOf({ id }: ClaimedJob): Promise<Owner> {
  const { fairKey } = (await reader().select().from(jobs).where(eq(jobs.id, id)))[0]!
  return (['a', 'b', 'c'] as const).find((owner) => ORGANISATIONS[owner] === fairKey)!
}

describe('photos of several organisations', () => {
  it('lets one photo pass a backlog of five thousand of another organisation', async () => {
    await addPhotos('a', { count: BACKLOG })
    expect(await nextOwners(3)).toEqual(['a', 'a', 'a'])
    const underWay = await claim()
    const [photoId] = await addPhotos('b')
    const next = await claim()
    expect(next.payload).toEqual({ photoId })
    await completeJob('worker', underWay)
    await completeJob('worker', next)
    expect(await nextOwners(3)).toEqual(['a', 'a', 'a'])
    const left = await reader().select({ n: count() }).from(jobs).where(eq(jobs.status, 'waiting'))
    // Each photo also waits for its AVIF renditions, and for somebody to be looked for in it.
    expect(left[0]!.n).toBe(3 * (BACKLOG + 1) - 8)
  })

  it('takes one of each organisation in turn, whatever each has sent', async () => {
    await addPhotos('a', { count: 6 })
    await addPhotos('b', { count: 2 })
    await addPhotos('c', { count: 3 })
    expect(await nextOwners(11)).toEqual(['a', 'b', 'c', 'a', 'b', 'c', 'a', 'c', 'a', 'a', 'a'])
  })

  it('lets nobody pass who comes with one photo after another', async () => {
    await addPhotos('a', { count: 50 })
    const owners: Owner[] = []
    for (let photo = 0; photo < 10; photo++) {
      await addPhotos('b', { count: 2 })
      owners.push(...(await nextOwners(2)))
    }
    expect(owners.filter((owner) => owner === 'a').length).toBeGreaterThanOrEqual(9)
  })

  it('gives no arrears to one who was away', async () => {
    await addPhotos('b')
    await addPhotos('a', { count: 40 })
    await nextOwners(30)
    await addPhotos('b', { count: 5 })
    expect(await nextOwners(6)).toEqual(['a', 'b', 'a', 'b', 'a', 'b'])
  })

  it('does not start again from the first round for a photo that is tried again', async () => {
    await addPhotos('a', { count: 40 })
    await failJob('worker', await claim(), 'no luck')
    await nextOwners(20)
    await addPhotos('b', { count: 10 })
    const owners = await nextOwners(8)
    expect(owners.filter((owner) => owner === 'a')).toHaveLength(4)
  })

  it('takes turns when the renditions are made, too', async () => {
    await addPhotos('a', { count: 3 })
    await addPhotos('b')
    const made = [await claim(UNHURRIED), await claim(UNHURRIED), await claim(UNHURRIED)]
    expect(await Promise.all(made.map(ownerOf))).toEqual(['a', 'b', 'a'])
  })
})

describe('what somebody looks at', () => {
  it('comes before the photos that nobody looks at, of the same organisation too', async () => {
    const ids = await addPhotos('a', { count: 20 })
    await addPhotos('b', { count: 3 })
    await hastenClassification(ids[15]!)
    await hastenClassification(ids[15]!)
    expect((await claim()).payload).toEqual({ photoId: ids[15] })
    expect((await claim()).payload).toEqual({ photoId: ids[0] })
  })

  it('takes turns among those who look', async () => {
    const [a1, a2] = (await addPhotos('a', { count: 9 })) as [string, string]
    const [b1] = (await addPhotos('b')) as [string]
    for (const id of [a1, a2, b1]) await hastenClassification(id)
    const order = [await claim(), await claim(), await claim()].map(({ payload }) => payload.photoId)
    expect(order).toEqual([a1, b1, a2])
  })

  it('is not held up by work in the background, which waits for everything else', async () => {
    await addPhotos('a', { count: 5, isBackground: true })
    const [photoId] = await addPhotos('a')
    expect((await claim()).payload).toEqual({ photoId })
    expect(await nextOwners(5)).toHaveLength(5)
  })

  it('changes nothing for a photo that is under way or unknown', async () => {
    const [photoId] = (await addPhotos('a')) as [string]
    await claim()
    await hastenClassification(photoId)
    await hastenClassification(newId())
    expect((await reader().select().from(jobs).where(eq(jobs.kind, 'classify-photo')))[0]!.urgency).toBe(1)
  })
})

describe('the kinds of jobs', () => {
  it('each belong to one group', () => {
    const grouped = [AWAITED, PROPOSALS, PROMPT, PHOTOS, PLANS, IMPORTS, WEBHOOKS, UNHURRIED].flat()
    expect([...grouped].sort()).toEqual(Object.keys(HANDLERS).sort())
  })

  it('keep their order of arrival where nobody has a turn', async () => {
    for (const dedupeKey of ['first', 'second', 'third']) {
      await withTx((tx) => enqueueJob(tx, { kind: 'send-mail', dedupeKey, payload: {} }))
      now += 1
    }
    await addPhotos('a', { count: 3 })
    const claimed = [await claim(PROMPT), await claim(PROMPT), await claim(PROMPT)]
    const rows = await reader()
      .select()
      .from(jobs)
      .where(eq(jobs.kind, 'send-mail'))
      .orderBy(asc(jobs.runAtMs))
    expect(claimed.map(({ id }) => id)).toEqual(rows.map(({ id }) => id))
  })
})
