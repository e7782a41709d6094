import { nowMs } from '~/core/clock'
import type { LedgerDecider, LedgerReason } from '~/core/ledger-terms'
import { ok, refused, type Result } from '~/core/result'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import { withTx, type Tx } from '~/platform/transaction.server'
import { estimateOf } from '../estimate.server'
import { reversalOf, type NewLedgerRow } from '../model/chained-row'
import { correctionActs, type CorrectionSide, type CorrectionState } from '../model/correction'
import {
  findCorrection,
  findEffectiveRow,
  findHandoverParties,
  findHaulChoice,
  findOpenCorrection,
} from '../queries/corrections.server'
import { appendRow } from '../repo.server'
import { insertCorrection, settleCorrection } from '../repo/corrections.server'

type Answer = { state: CorrectionState }
type AskCorrection = {
  actor: Actor
  /** Made by the client: sending twice asks once. */
  id: string
  handoverId: string
  /** What the mass should be, grams; 0 when nothing was handed over. */
  massG: number
  reason: LedgerReason
  note: string
}

/** Which side of a handover a person stands on; null for those who may not correct it. */
export function correctionSide(
  actor: Actor,
  parties: { giverOrganisationId: string; takerOrganisationId: string },
): CorrectionSide | null {
  if (can(actor, 'correction:enter')) return 'team'
  const isParty = (id: string) => can(actor, 'correction:ask', { ownerOrganisationIds: [id] })
  if (isParty(parties.giverOrganisationId)) return 'giver'
  return isParty(parties.takerOrganisationId) ? 'taker' : null
}

/**
 * Corrects the mass of a handover. The team's is entered at once; a party's waits for the other party or the team.
 * The ledger keeps the wrong row: the row that undoes it and the one that stands for it are added.
 */
export async function askCorrection(input: AskCorrection): Promise<Result<Answer>> {
  const { actor, id, handoverId, massG, reason, note } = input
  const parties = await findHandoverParties(handoverId)
  const side = parties && correctionSide(actor, parties)
  if (!parties || !side) return refused('not-found')
  const current = await findEffectiveRow(handoverId)
  if (!current) return againOr(input, 'correction-no-entry')
  const replacement = await replacementOf(current, massG, parties.reservationId)
  return withTx(async (tx) => {
    const sent = await findCorrection(id, tx)
    if (sent) return sent.handoverId === handoverId ? ok({ state: sent.state }) : refused('conflict')
    if (await findOpenCorrection(handoverId, tx)) return refused('correction-open')
    if ((await findEffectiveRow(handoverId, tx))?.seq !== current.seq) return refused('edited-meanwhile')
    if (current.massG === massG) return refused('correction-same', { field: 'massKg' })
    const asked = { id, handoverId, correctsSeq: current.seq, massG, reason, note, askedBy: side }
    const isTeam = side === 'team'
    await insertCorrection(tx, {
      ...asked,
      ...{ askedByUserId: actor.userId, askedAtMs: nowMs(), state: isTeam ? 'entered' : 'asked' },
      ...(isTeam ? { decidedByUserId: actor.userId, decidedAtMs: nowMs() } : {}),
    })
    if (isTeam) await enter(tx, { current, replacement, id, reason, decidedBy: 'team' })
    await record(tx, actor, isTeam ? 'corrected' : 'correction-asked', asked)
    return ok({ state: isTeam ? 'entered' : 'asked' })
  })
}

type AnswerCorrection = {
  actor: Actor
  id: string
  act: 'agree' | 'decline' | 'withdraw'
  answer: string
}

/** Answers a correction that waits: the other party or the team agrees or declines, whoever asked withdraws. */
export async function answerCorrection(input: AnswerCorrection): Promise<Result<Answer>> {
  const { actor, id, act, answer } = input
  const correction = await findCorrection(id)
  const parties = correction && (await findHandoverParties(correction.handoverId))
  const side = parties && correctionSide(actor, parties)
  if (!correction || !parties || !side) return refused('not-found')
  const current = await findEffectiveRow(correction.handoverId)
  const replacement = current && (await replacementOf(current, correction.massG, parties.reservationId))
  const state = ({ agree: 'entered', decline: 'declined', withdraw: 'withdrawn' } as const)[act]
  return withTx(async (tx) => {
    const now = await findCorrection(id, tx)
    if (now?.state === state) return ok({ state })
    if (now?.state !== 'asked') return refused('conflict')
    const may = correctionActs(side, now, true)
    if (!{ agree: may.agrees, decline: may.declines, withdraw: may.withdraws }[act]) {
      return refused('forbidden')
    }
    if (act === 'agree') {
      if (!current || now.correctsSeq !== current.seq) return refused('edited-meanwhile')
      const decidedBy = side === 'team' ? 'team' : 'both-sides'
      await enter(tx, { current, replacement, id, reason: now.reason, decidedBy })
    }
    await settleCorrection(tx, id, { state, decidedByUserId: actor.userId, decidedAtMs: nowMs(), answer })
    const kind = { agree: 'corrected', decline: 'correction-declined', withdraw: 'correction-withdrawn' }[act]
    await record(tx, actor, kind, now)
    return ok({ state })
  })
}

/** The same request sent again after its own correction left nothing to correct; otherwise a refusal. */
async function againOr(input: AskCorrection, code: 'correction-no-entry'): Promise<Result<Answer>> {
  const sent = await findCorrection(input.id)
  return sent?.handoverId === input.handoverId ? ok({ state: sent.state }) : refused(code)
}

/** What stands for a row once its mass is another: the same factors, the same vehicle if someone said which. */
async function replacementOf(
  current: NewLedgerRow & { seq: number },
  massG: number,
  reservationId: string,
): Promise<NewLedgerRow | null> {
  if (massG === 0) return null
  const haul = await findHaulChoice(reservationId)
  const { seq, ...row } = current
  return {
    ...row,
    ...(await estimateOf({ ...row, massG, haul })),
    kind: 'replacement',
    massG,
    correctsSeq: seq,
  }
}

async function enter(
  tx: Tx,
  correction: {
    current: NewLedgerRow & { seq: number }
    replacement: NewLedgerRow | null
    id: string
    reason: LedgerReason
    decidedBy: LedgerDecider
  },
): Promise<void> {
  const { current, replacement, id, reason, decidedBy } = correction
  const decided = { recordedAtMs: nowMs(), correctionId: id, reason, decidedBy }
  await appendRow(tx, reversalOf(current, decided))
  if (replacement) await appendRow(tx, { ...replacement, ...decided })
}

/** The event of a correction and its message. The mass is not personal; the note stays in its table. */
async function record(
  tx: Tx,
  actor: Actor,
  kind: string,
  { id, handoverId, massG, reason }: { id: string; handoverId: string; massG: number; reason: LedgerReason },
): Promise<void> {
  const detail = { handoverId, massG, reason }
  await recordChange(tx, { entity: 'ledger', entityId: id, kind, actorUserId: actor.userId, detail })
  await tell(tx, `ledger.${kind}`, { correctionId: id, handoverId, actorUserId: actor.userId })
}
