import { nowMs } from '~/core/clock'
import { publishHead } from '~/features/accounting/commands/keep-chain.server'
import { forgetAlerts } from '~/features/alerts/commands/forget-alerts.server'
import { pruneAudit } from '~/features/audit/commands/prune-audit.server'
import { askForMonthlyMails } from '~/features/board/commands/ask-for-monthly-mails.server'
import { forgetOldExamples } from '~/features/examples/commands/forget-old-examples.server'
import { classifierInfo } from '~/features/classifier/classifier.server'
import { listPhotosUnseenBy } from '~/features/classifier/queries.server'
import { isClassifierOff } from '~/features/classifier/queries/settings.server'
import { detectorInUse } from '~/features/faces/card.server'
import { listPhotosToLookAt } from '~/features/faces/queries.server'
import { forgetOldVitals } from '~/features/health/commands/count-vitals.server'
import { sweepImports } from '~/features/imports/commands/end-import.server'
import { announceStages } from '~/features/lots/commands/announce-stages.server'
import { listUnpairedLots } from '~/features/matching/queries/known-pairs.server'
import { listOutweighedLots } from '~/features/matching/queries/outweighed-lots.server'
import { scoringInForce } from '~/features/matching/queries/scoring.server'
import { lapsePriorities } from '~/features/lots/commands/leave-waiting.server'
import { sweepUploads } from '~/features/lots/commands/sweep-uploads.server'
import { keepPlanCurrent } from '~/features/matching/commands/ask-for-plan.server'
import { remind } from '~/features/notifications/commands/remind.server'
import { listPicturesWithoutPhoto } from '~/features/photos/queries/installed-pictures.server'
import { listPhotosWithoutAvif, listPhotosWithoutHashes } from '~/features/photos/queries.server'
import { applyRetention } from '~/features/privacy/commands/apply-retention.server'
import { expireRequests } from '~/features/reservations/commands/expire-requests.server'
import { listPicturesWithoutHash } from '~/features/reservations/queries/papers.server'
import { sweepHandoverFiles } from '~/features/reservations/commands/sweep-handover-files.server'
import { enqueueJob } from '~/platform/jobs.server'
import { forgetCounts } from '~/platform/limits.server'
import { nodeLeads } from '~/platform/metrics.server'
import { withTx } from '~/platform/transaction.server'
import { inRounds } from './rounds.server'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

type Task = {
  everyMs: number
  run: () => Promise<unknown>
  /** Whether each node does it for itself: what it keeps is in its own data folder. */
  onEachNode?: boolean
}

/**
 * Work that no message asks for, and how often. Of nodes that share a database one does it; still each may run in several
 * processes at once, and again after a crash: the lead may pass on in the midst of it.
 */
const TASKS: readonly Task[] = [
  { everyMs: MINUTE_MS, run: expireRequests },
  { everyMs: MINUTE_MS, run: lapsePriorities },
  { everyMs: 10 * MINUTE_MS, run: announceStages },
  { everyMs: 60 * MINUTE_MS, run: askForAvif },
  { everyMs: 60 * MINUTE_MS, run: askForHashes },
  { everyMs: 10 * MINUTE_MS, run: askForNewLooks },
  { everyMs: 10 * MINUTE_MS, run: askForSightings },
  { everyMs: 60 * MINUTE_MS, run: askForRepeats },
  { everyMs: 10 * MINUTE_MS, run: askForFirstPairs },
  { everyMs: 5 * MINUTE_MS, run: askForFreshScores },
  { everyMs: 60 * MINUTE_MS, run: remind },
  { everyMs: 60 * MINUTE_MS, run: askForMonthlyMails },
  { everyMs: 60 * MINUTE_MS, run: forgetCounts },
  { everyMs: 10 * MINUTE_MS, run: keepPlanCurrent },
  { everyMs: 60 * MINUTE_MS, run: publishHead, onEachNode: true },
  { everyMs: DAY_MS, run: sweepUploads },
  { everyMs: DAY_MS, run: sweepHandoverFiles },
  { everyMs: DAY_MS, run: sweepImports },
  { everyMs: DAY_MS, run: forgetAlerts },
  { everyMs: DAY_MS, run: forgetOldExamples },
  { everyMs: DAY_MS, run: applyRetention },
  { everyMs: DAY_MS, run: forgetOldVitals },
  { everyMs: DAY_MS, run: pruneAudit },
]

const AVIF_AT_ONCE = 200
/** Time between two of them, so that a machine just started keeps a core for its visitors. */
const AVIF_PAUSE_MS = 3000

/** Asks for the AVIF renditions of shown photos that were stored without (older ones, those of the demo). */
async function askForAvif(): Promise<void> {
  const ids = await listPhotosWithoutAvif(AVIF_AT_ONCE)
  if (ids.length === 0) return
  await withTx(async (tx) => {
    for (const [index, photoId] of ids.entries()) {
      const runAtMs = nowMs() + index * AVIF_PAUSE_MS
      await enqueueJob(tx, { kind: 'make-avif', dedupeKey: photoId, payload: { photoId }, runAtMs })
    }
  })
}

const PICTURES_AT_ONCE = 500
const PICTURE_PAUSE_MS = 1000
const nextToRepeat = inRounds(PICTURES_AT_ONCE)

/** Asks for the photos that repeat pictures of what was put back to work: of those sent before photos did. */
export async function askForRepeats(): Promise<void> {
  const ids = await nextToRepeat(listPicturesWithoutPhoto)
  if (ids.length === 0) return
  await withTx(async (tx) => {
    for (const [index, fileId] of ids.entries()) {
      const job = {
        kind: 'repeat-picture',
        dedupeKey: `${fileId}:before`,
        payload: { fileId },
        urgency: 2,
      } as const
      await enqueueJob(tx, { ...job, runAtMs: nowMs() + index * PICTURE_PAUSE_MS })
    }
  })
}

const nextPhotosToHash = inRounds(PICTURES_AT_ONCE)
const nextPicturesToHash = inRounds(PICTURES_AT_ONCE)

/** Asks for the hashes of the files of photos and of pictures of handovers that were stored before rows kept them. */
export async function askForHashes(): Promise<void> {
  const photoIds = await nextPhotosToHash(listPhotosWithoutHashes)
  const fileIds = await nextPicturesToHash(listPicturesWithoutHash)
  const jobs = [
    ...photoIds.map((photoId) => ({ kind: 'note-file-hashes', dedupeKey: photoId, payload: { photoId } })),
    ...fileIds.map((fileId) => ({ kind: 'note-picture-hash', dedupeKey: fileId, payload: { fileId } })),
  ]
  if (jobs.length === 0) return
  await withTx(async (tx) => {
    for (const [index, job] of jobs.entries())
      await enqueueJob(tx, { ...job, runAtMs: nowMs() + index * PICTURE_PAUSE_MS })
  })
}

const LOOKS_AT_ONCE = 500
const LOOK_PAUSE_MS = 250
const nextUnseen = inRounds(LOOKS_AT_ONCE)

/** Asks for a look at the photos of lots that the model in use has not seen: stored without one, or seen by another. */
export async function askForNewLooks(): Promise<void> {
  if (await isClassifierOff()) return
  const version = classifierInfo().card?.version
  if (!version) return
  const ids = await nextUnseen((after, most) => listPhotosUnseenBy(version, after, most))
  if (ids.length === 0) return
  await withTx(async (tx) => {
    for (const [index, photoId] of ids.entries()) {
      const runAtMs = nowMs() + index * LOOK_PAUSE_MS
      const dedupeKey = `${photoId}:${version}`
      await enqueueJob(tx, { kind: 'reclassify-photo', dedupeKey, payload: { photoId }, runAtMs })
    }
  })
}

const nextUnspotted = inRounds(LOOKS_AT_ONCE)

/** Asks that people and vehicles be looked for in photos of lots, messages and stories that the detector in use has not seen. */
export async function askForSightings(): Promise<void> {
  const version = detectorInUse()?.version
  if (!version) return
  const ids = await nextUnspotted((after, most) => listPhotosToLookAt(version, after, most))
  if (ids.length === 0) return
  await withTx(async (tx) => {
    for (const [index, photoId] of ids.entries()) {
      const runAtMs = nowMs() + index * LOOK_PAUSE_MS
      const dedupeKey = `${photoId}:${version}`
      await enqueueJob(tx, { kind: 'look-again-at-photo', dedupeKey, payload: { photoId }, runAtMs })
    }
  })
}

const PROPOSED_AT_ONCE = 500
const nextUnpaired = inRounds(PROPOSED_AT_ONCE)

/** Asks for the pairs of open lots that have none, each lot once: those published before pairs were proposed. */
export async function askForFirstPairs(): Promise<void> {
  const ids = await nextUnpaired(listUnpairedLots)
  if (ids.length === 0) return
  await withTx(async (tx) => {
    for (const lotId of ids) {
      const job = { kind: 'propose-for-lot', dedupeKey: `${lotId}:first`, payload: { lotId } }
      await enqueueJob(tx, { ...job, urgency: 2 })
    }
  })
}

const nextOutweighed = inRounds(PROPOSED_AT_ONCE)

/** Asks that pairs scored by former weights or factors be scored by those in force, each lot once for each version. */
export async function askForFreshScores(): Promise<void> {
  const scoring = await scoringInForce()
  const ids = await nextOutweighed((after, most) => listOutweighedLots(scoring, after, most))
  if (ids.length === 0) return
  const versions = `${scoring.weights.version}:${scoring.factors.version}`
  await withTx(async (tx) => {
    for (const lotId of ids) {
      const job = { kind: 'propose-for-lot', dedupeKey: `${lotId}:${versions}`, payload: { lotId } }
      await enqueueJob(tx, { ...job, urgency: 2 })
    }
  })
}

/** How long after a failure a task that runs less often is tried again. */
const AGAIN_MS = 5 * MINUTE_MS
/** How often a node that does not lead looks whether it does now. */
const LEAD_LOOK_MS = 5000

/**
 * A housekeeper runs what is due at each call, all of it at the first. What one node does for all it does only while it
 * leads; once it does, whatever it has not done itself is due.
 * @param isLeading asked at most once in some seconds while it is not so
 */
export function createHousekeeper(
  isLeading: () => Promise<boolean> = () => Promise.resolve(true),
): () => Promise<void> {
  const dueAtMs = new Map<Task, number>()
  const isDue = (task: Task) => nowMs() >= (dueAtMs.get(task) ?? -Infinity)
  let lookAtMs = -Infinity
  const leads = async () => {
    if (nowMs() < lookAtMs) return false
    const isSo = await isLeading()
    nodeLeads.set(isSo ? 1 : 0)
    lookAtMs = isSo ? -Infinity : nowMs() + LEAD_LOOK_MS
    return isSo
  }
  return async () => {
    const due = TASKS.filter(isDue)
    if (due.length === 0) return
    const forAll = await leads()
    for (const task of due) {
      if (!forAll && !task.onEachNode) continue
      // Said before it runs: one that fails does not hold up the others.
      dueAtMs.set(task, nowMs() + Math.min(task.everyMs, AGAIN_MS))
      await task.run()
      dueAtMs.set(task, nowMs() + task.everyMs)
    }
  }
}
