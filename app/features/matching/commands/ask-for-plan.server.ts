import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { newId } from '~/core/ids'
import type { Actor } from '~/features/organisations/model/permissions'
import { enqueueJob } from '~/platform/jobs.server'
import { withTx } from '~/platform/transaction.server'
import { findLastPlanChange } from '../queries/plan-snapshot.server'
import { findLatestPlan, isPlanAwaited, PLAN_JOB } from '../queries/plans.server'

/** Asks for a new plan now; one that is being made already is the one asked for. */
export async function askForPlan(actor: Actor): Promise<void> {
  if (await isPlanAwaited()) return
  await withTx((tx) =>
    enqueueJob(tx, { kind: PLAN_JOB, dedupeKey: newId(), payload: { actorUserId: actor.userId } }),
  )
}

/**
 * Asks for a plan where there is none of today, or where something that it reads has changed since: the changes of
 * several minutes make one plan. Once per day and last change, in however many processes it runs.
 */
export async function keepPlanCurrent(): Promise<void> {
  const [latest, seq] = await Promise.all([findLatestPlan(), findLastPlanChange()])
  const today = isoDayOf(nowMs())
  if (latest?.day === today && latest.changeSeq === seq) return
  if (await isPlanAwaited()) return
  const dedupeKey = `${today}:${seq}`
  await withTx((tx) => enqueueJob(tx, { kind: PLAN_JOB, dedupeKey, payload: { actorUserId: null } }))
}
