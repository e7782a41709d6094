import { diceFor, type Dice } from '../dice'
import { makeEvent } from '../factories/event'
import { makeModeration, makeReport, type ModerationRow, type ReportRow } from '../factories/moderation'
import { MODERATION_WORDS } from '../words/moderation'
import type { Actors } from './actors'
import { instantOf, type PlannedLot, type World } from './world'

type Said = Pick<ReportRow, 'reason' | 'text' | 'email'> & { daysAgo: number }
type About = Pick<ReportRow, 'subjectKind' | 'subjectId'>

/**
 * What the Métropole's team has to decide: a lot that two people doubt, a need reported once, an appeal of the demo's
 * giver against a correction asked of them; and a report that it has answered without changing anything.
 */
export function planModeration(world: World, actors: Actors, lots: readonly PlannedLot[]): void {
  const dice = diceFor('moderation')
  const { doubted, wanted, asked, dismissed } = MODERATION_WORDS
  const shown = lots.filter(
    ({ row, publishedOn }) => isShown(world, row) && publishedOn < -dismissed.report.daysAgo,
  )
  const own = shown.find(({ row }) => row.organisationId === actors.demo.giver.organisation.id)
  const [first, second] = shown.filter(({ row }) => row.organisationId !== actors.demo.giver.organisation.id)
  const need = world.rows.needs.find(
    ({ status, organisationId }) => status === 'open' && organisationId !== actors.demo.taker.organisation.id,
  )
  if (!own || !first || !second || !need) throw new Error('Nothing in the demo can be reported')
  for (const said of doubted) addReport(world, dice, { subjectKind: 'lot', subjectId: first.row.id }, said)
  addReport(world, dice, { subjectKind: 'need', subjectId: need.id }, wanted)
  const admin = actors.demo.admin.user.id
  const asking = addDecision(world, dice, own, admin, { ...asked, act: 'asked' })
  const appealedAtMs = instantOf(world, -asked.appealDaysAgo, dice.int(0, 500))
  const appealedByUserId = actors.demo.giver.user.id
  Object.assign(asking, { appealText: asked.appeal, appealedByUserId, appealedAtMs })
  noteAct(world, dice, {
    entityId: asking.id,
    kind: 'appealed',
    actorUserId: appealedByUserId,
    atMs: appealedAtMs,
  })
  addDecision(world, dice, second, admin, { ...dismissed, act: 'dismissed' })
}

function isShown(world: World, row: PlannedLot['row']): boolean {
  return row.status === 'published' && row.publicFrom < world.baseDay && row.availableUntil > world.baseDay
}

function addReport(
  world: World,
  dice: Dice,
  about: About,
  { daysAgo, ...said }: Said,
  decisionId: string | null = null,
): void {
  const createdAtMs = instantOf(world, -daysAgo, dice.int(0, 500))
  const times = { createdAtMs, confirmedAtMs: createdAtMs + 600_000 }
  world.rows.reports.push(makeReport({ ...about, ...said, ...times, id: dice.id(createdAtMs), decisionId }))
}

function addDecision(
  world: World,
  dice: Dice,
  { row }: PlannedLot,
  decidedByUserId: string,
  told: Pick<ModerationRow, 'act' | 'ground' | 'statement'> & { daysAgo: number; report: Said },
): ModerationRow {
  const { act, ground, statement, daysAgo, report } = told
  const about = { subjectKind: 'lot', subjectId: row.id } as const
  const decidedAtMs = instantOf(world, -daysAgo, dice.int(0, 500))
  const decision = makeModeration({
    ...about,
    ...{ id: dice.id(decidedAtMs), organisationId: row.organisationId, decidedByUserId, decidedAtMs },
    ...{ act, ground, statement },
  })
  world.rows.moderation.push(decision)
  addReport(world, dice, about, report, decision.id)
  noteAct(world, dice, { entityId: decision.id, kind: act, actorUserId: decidedByUserId, atMs: decidedAtMs })
  return decision
}

function noteAct(
  world: World,
  dice: Dice,
  event: { entityId: string; kind: string; actorUserId: string; atMs: number },
): void {
  world.rows.events.push(makeEvent({ ...event, entity: 'moderation', id: dice.id(event.atMs) }))
}
