import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { withTx, type Tx } from '~/platform/transaction.server'
import { isLabel } from '~/features/classifier/model/labels'
import { ORIGINS, STATES, originAfter } from '../model/example'
import { findExampleRow, findLastEvent, updateExample, type ExampleRow } from '../repo.server'

type Decided = Pick<ExampleRow, 'label' | 'origin' | 'state' | 'decidedBy' | 'decidedAtMs'>

/** An administrator gives an example its label, or rejects it with `null`; it waits no longer. */
export async function labelExample(input: {
  actor: Actor
  photoId: string
  label: string | null
}): Promise<Result<null>> {
  const { actor, photoId, label } = input
  if (!can(actor, 'example:label')) return refused('forbidden')
  if (label !== null && !isLabel(label)) return refused('invalid', { field: 'label' })
  return withTx(async (tx) => {
    const before = await findExampleRow(tx, photoId)
    if (!before) return refused('not-found')
    const after = label === null ? rejected(before) : accepted(before, label)
    await decide(tx, { actor, before, after, kind: label === null ? 'rejected' : 'labelled' })
    return ok(null)
  })
}

/** Takes back the last decision about an example, once; `conflict` when the last was no decision. */
export async function undoLabel(input: { actor: Actor; photoId: string }): Promise<Result<null>> {
  const { actor, photoId } = input
  if (!can(actor, 'example:label')) return refused('forbidden')
  return withTx(async (tx) => {
    const before = await findExampleRow(tx, photoId)
    if (!before) return refused('not-found')
    const last = await findLastEvent(tx, photoId)
    const after = last && ['labelled', 'rejected'].includes(last.kind) ? decidedOf(last.detail.was) : null
    if (!after) return refused('conflict')
    await decide(tx, { actor, before, after, kind: 'undone' })
    return ok(null)
  })
}

function accepted(before: ExampleRow, label: string): Omit<Decided, 'decidedBy' | 'decidedAtMs'> {
  return { label, state: 'accepted', origin: originAfter(before, label) }
}

function rejected({ label, origin }: ExampleRow): Omit<Decided, 'decidedBy' | 'decidedAtMs'> {
  return { label, origin, state: 'rejected' }
}

async function decide(
  tx: Tx,
  change: {
    actor: Actor
    before: ExampleRow
    after: Omit<Decided, 'decidedBy' | 'decidedAtMs'> & Partial<Decided>
    kind: 'labelled' | 'rejected' | 'undone'
  },
): Promise<void> {
  const { actor, before, kind } = change
  const { label, origin, state, decidedBy, decidedAtMs } = before
  const after: Decided = { decidedBy: actor.userId, decidedAtMs: nowMs(), ...change.after }
  await updateExample(tx, before.photoId, after)
  await recordChange(tx, {
    entity: 'labelled-example',
    entityId: before.photoId,
    kind,
    actorUserId: actor.userId,
    detail: {
      was: { label, origin, state, decidedBy, decidedAtMs },
      now: { label: after.label, state: after.state },
    },
  })
}

/** A decision as an event kept it; null when it is none. */
function decidedOf(was: unknown): Decided | null {
  if (typeof was !== 'object' || was === null) return null
  const { label, origin, state, decidedBy, decidedAtMs } = was as Record<string, unknown>
  const knownOrigin = ORIGINS.find((one) => one === origin)
  const knownState = STATES.find((one) => one === state)
  if (!knownOrigin || !knownState || typeof decidedAtMs !== 'number') return null
  const text = (value: unknown) => (typeof value === 'string' ? value : null)
  return {
    label: text(label),
    origin: knownOrigin,
    state: knownState,
    decidedBy: text(decidedBy),
    decidedAtMs,
  }
}
