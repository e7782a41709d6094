import { createHash } from 'node:crypto'
import { addDays, type IsoDay } from '~/core/days'
import { stopClassifier } from '~/features/classifier/classifier.server'
import { loadReferenceCommunes } from '~/features/communes/commands/load-reference.server'
import { listCommunes } from '~/features/communes/queries.server'
import { renditionKey } from '~/features/photos/model/limits'
import { issuePapers } from '~/features/reservations/issue-papers.server'
import { reader } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import { tell } from '~/platform/outbox.server'
import { readStoredFile, storeFile } from '~/platform/storage.server'
import { withTx } from '~/platform/transaction.server'
import { organisations } from '~db/sqlite/organisations'
import { insertRows, type Rows } from './factories/rows'
import { makePicturePool } from './picture-pool'
import type { Draw, PictureMode } from './picture-sources'
import { renderPicture } from './pictures/render-picture'
import { seedLedger } from './seed-ledger'
import { seedPairs } from './seed-pairs'
import { seedShares } from './seed-shares'
import { seedWebhooks } from './seed-webhooks'
import { planDemo } from './plan/plan-demo'
import type { StoryPictures } from './plan/stories'

export type SeedDemo = {
  /** The demo's «today»: every date is counted from it. */
  baseDay: IsoDay
  /** `full`: photographs of a local folder where there is one, and drawings; `few`: a drawing of each type. */
  pictures: PictureMode
  /** Draws in this process by default. */
  draw?: Draw
  say?: (line: string) => void
}

/** Whether the database has been used: the demo is written into an empty one only. */
export async function hasOrganisations(): Promise<boolean> {
  const rows = await reader().select({ id: organisations.id }).from(organisations).limit(1)
  return rows.length > 0
}

/**
 * Fills an open, migrated and empty database with the demo; the same base day gives the same rows.
 * The ledger is written by the accounting's own command, as at the time of each handover.
 * @returns how many rows each table received
 * @throws Error in production, or when the database has organisations
 */
export async function seedDemo({
  baseDay,
  pictures,
  draw = renderPicture,
  say = () => undefined,
}: SeedDemo): Promise<Record<keyof Rows, number>> {
  if (env().isProduction) throw new Error('The demo is not for production')
  if (await hasOrganisations())
    throw new Error('The database is not empty: the demo would mix with its records')
  await loadReferenceCommunes()
  const pool = await makePicturePool(pictures, { draw, say })
  await stopClassifier()
  const { rows, storyPictures } = planDemo(baseDay, await listCommunes(), pool)
  say(`Demo: ${rows.lots.length} lots, ${rows.needs.length} needs, ${rows.reservations.length} reservations…`)
  await withTx(async (tx) => {
    await insertRows(tx, rows)
    for (const photoId of unseenCovers(rows)) await tell(tx, 'photo.added', { photoId, isBackground: true })
  })
  await storePictures(storyPictures)
  await seedLedger(rows, baseDay)
  await issueAll(rows)
  say(`Demo: ${rows.handovers.length} handovers in the ledger.`)
  await seedPairs(rows, Date.parse(`${addDays(baseDay, -1)}T08:00:00Z`))
  await seedShares(rows, baseDay)
  await seedWebhooks(rows, baseDay)
  say('Demo: pairs proposed, some written about, some set aside.')
  const counts = Object.entries(rows).map(([table, all]) => [table, all.length])
  return Object.fromEntries(counts) as Record<keyof Rows, number>
}

/** The first photo of each lot that no model has seen, left to the worker; further photos of the demo repeat them. */
function unseenCovers(rows: Rows): string[] {
  const seen = new Set(rows.classifications.map(({ photoId }) => photoId))
  return rows.photos.filter(({ id, position }) => position === 0 && !seen.has(id)).map(({ id }) => id)
}

/** Copies the pictures that stories show to where those of handovers are kept. */
async function storePictures(pictures: StoryPictures): Promise<void> {
  for (const [key, photo] of pictures) {
    const bytes = await readStoredFile('photos', renditionKey(photo.storageKey, 960, 'jpg'))
    if (bytes) await storeFile('documents', key, bytes)
  }
}

/** Issues the documents of every handover under numbers that its id gives; their files are drawn when asked for. */
async function issueAll(rows: Rows): Promise<void> {
  await withTx(async (tx) => {
    for (const { id } of rows.handovers) {
      await issuePapers(tx, id, (kind) => createHash('sha256').update(`${id}:${kind}`).digest())
    }
  })
}
