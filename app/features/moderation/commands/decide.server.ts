import { nowMs } from '~/core/clock'
import type { ModerationAct, ReportReason } from '~/core/moderation-terms'
import { ok, refused, type Result } from '~/core/result'
import { activeAdmins } from '~/features/organisations/commands/active-admins.server'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import { withTx, type Tx } from '~/platform/transaction.server'
import { isInForce, mayAnswer, mayAppeal } from '../model/appeal'
import { actsFor, type Subject } from '../model/case'
import { hide, show } from '../hide-subject.server'
import { closeReports, findDecisionRow, insertDecision, isLastDecision, updateDecision } from '../repo.server'

type Decide = {
  actor: Actor
  /** Made by the client: sending twice decides once. */
  id: string
  subject: Subject
  act: ModerationAct
  ground: ReportReason
  statement: string
}

/**
 * Decides of what was reported, answers the reports that wait and has everyone concerned told: its owner with the
 * reasons, those who reported, and who holds a part of a lot that is hidden, which they keep. An act that does not fit
 * the state of the subject is a `conflict`.
 */
export async function decide(input: Decide): Promise<Result<{ id: string }>> {
  const { actor, id, subject, act, ground, statement } = input
  if (!can(actor, 'moderation:decide')) return refused('forbidden')
  return withTx(async (tx) => {
    if (await findDecisionRow(tx, id)) return ok({ id })
    if (!actsFor(subject).includes(act)) return refused('conflict')
    let formerStatus: string | null = null
    if (act === 'hidden') {
      formerStatus = await hide(tx, subject, ground)
      if (formerStatus === null) return refused('conflict')
    }
    if (act === 'restored' && !(await show(tx, subject))) return refused('conflict')
    await insertDecision(tx, {
      ...{ id, subjectKind: subject.kind, subjectId: subject.id, organisationId: subject.organisationId },
      ...{ act, ground, statement, formerStatus, decidedByUserId: actor.userId, decidedAtMs: nowMs() },
    })
    await closeReports(tx, subject, id)
    await note(tx, id, act, actor)
    await tell(tx, 'moderation.decided', { decisionId: id })
    return ok({ id })
  })
}

/** Appeals a decision, once, for the organisation that it is about (`appeal-late` afterwards). */
export async function appeal(input: { actor: Actor; id: string; text: string }): Promise<Result<null>> {
  const { actor, id, text } = input
  return withTx(async (tx) => {
    const decision = await findDecisionRow(tx, id)
    const owners = decision ? [decision.organisationId] : []
    if (!decision || !can(actor, 'moderation:appeal', { ownerOrganisationIds: owners })) {
      return refused('not-found')
    }
    if (decision.appealText === text) return ok(null)
    if (!mayAppeal(decision, nowMs())) return refused('appeal-late')
    await updateDecision(tx, id, {
      ...{ appealText: text, appealedByUserId: actor.userId, appealedAtMs: nowMs() },
    })
    await note(tx, id, 'appealed', actor)
    return ok(null)
  })
}

type AnswerAppeal = { actor: Actor; decisionId: string; outcome: 'upheld' | 'overturned'; answer: string }

/**
 * Answers an appeal: the decision stands, or what it hid is shown again, unless another decision hides it since or its
 * owner has changed it. Another person of the team than the one who
 * decided, where there is one (`appeal-other-person`).
 */
export async function answerAppeal(input: AnswerAppeal): Promise<Result<null>> {
  const { actor, decisionId, outcome, answer } = input
  if (!can(actor, 'moderation:decide')) return refused('forbidden')
  return withTx(async (tx) => {
    const decision = await findDecisionRow(tx, decisionId)
    if (!decision || decision.appealedAtMs === null) return refused('not-found')
    if (decision.appealOutcome !== null) {
      return decision.appealOutcome === outcome ? ok(null) : refused('conflict')
    }
    if (!mayAnswer(decision.decidedByUserId, actor.userId, await activeAdmins(tx))) {
      return refused('appeal-other-person')
    }
    const { subjectKind: kind, subjectId } = decision
    const mayShow = outcome === 'overturned' && isInForce(decision) && (await isLastDecision(tx, decision))
    if (mayShow && decision.act === 'hidden') await show(tx, { kind, id: subjectId })
    await updateDecision(tx, decisionId, {
      ...{ appealOutcome: outcome, appealAnswer: answer },
      ...{ appealDecidedByUserId: actor.userId, appealDecidedAtMs: nowMs() },
    })
    await note(tx, decisionId, outcome, actor)
    await tell(tx, 'moderation.answered', { decisionId })
    return ok(null)
  })
}

async function note(tx: Tx, entityId: string, kind: string, actor: Actor): Promise<void> {
  await recordChange(tx, { entity: 'moderation', entityId, kind, actorUserId: actor.userId })
}
