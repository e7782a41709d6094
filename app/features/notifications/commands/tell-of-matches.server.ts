import { nowMs } from '~/core/clock'
import { isoDayOf, type IsoDay } from '~/core/days'
import { paths } from '~/core/paths'
import { lotStateOf } from '~/features/lots/model/lot-state'
import { findLot } from '~/features/lots/queries.server'
import { findLotsForNeed, findNeedsForLot, scoreLotForNeed } from '~/features/matching/queries.server'
import { deadlineOf } from '~/features/matching/model/proposal'
import type { PairView } from '~/features/matching/model/pair-view'
import { needStateOf } from '~/features/needs/model/need-state'
import { findNeed } from '~/features/needs/queries.server'
import { listMembers } from '~/features/organisations/queries.server'
import { env } from '~/platform/env.server'
import { matchMail } from '../mails.server'
import { bestByOrganisation, NEWS_MAX_PAIRS } from '../model/match-news'
import { tellPerson } from './tell-person.server'

type Match = {
  kind: 'match.lot' | 'match.need'
  /** Who hears of it, and of what; together they are told once. */
  organisationId: string
  subjectId: string
  path: string
  /** What is told once; the subject when nothing is said. */
  occasion?: string
  lot: { title: string; availableUntil: IsoDay }
  need: { title: string; neededUntil: IsoDay }
  view: PairView
}

/** Tells organisations whose open needs a lot suits, each of its best need, once per lot. */
export async function tellOfLot(lotId: string): Promise<void> {
  const lot = await findLot(lotId)
  if (!lot || lotStateOf(lot, isoDayOf(nowMs())) !== 'open') return
  for (const { item, view } of bestByOrganisation(await findNeedsForLot(lot, NEWS_MAX_PAIRS))) {
    const { organisationId } = item
    const path = paths.lot(lot.id)
    await tellOfMatch({ kind: 'match.lot', organisationId, subjectId: lot.id, path, lot, need: item, view })
  }
}

/** Tells organisations whose open lots suit a need, each of its best lot, once per need. */
export async function tellOfNeed(needId: string): Promise<void> {
  const need = await findNeed(needId)
  if (!need || needStateOf(need, isoDayOf(nowMs())) !== 'open') return
  for (const { item, view } of bestByOrganisation(await findLotsForNeed(need, NEWS_MAX_PAIRS))) {
    const { organisationId } = item
    const path = paths.need(need.id)
    await tellOfMatch({ kind: 'match.need', organisationId, subjectId: need.id, path, lot: item, need, view })
  }
}

/** Tells both sides of a pair that the Métropole's team proposes from its plan, each once, whatever they heard before. */
export async function tellOfPlanned(pairId: string, lotId: string, needId: string): Promise<void> {
  const [lot, need] = await Promise.all([findLot(lotId), findNeed(needId)])
  const view = lot && need && (await scoreLotForNeed(lot, need))
  if (!view) return
  const told = { lot, need, view, occasion: `plan:${pairId}` }
  const [toTaker, toGiver] = [paths.lot(lot.id), paths.need(need.id)]
  await tellOfMatch({
    ...told,
    kind: 'match.lot',
    organisationId: need.organisationId,
    subjectId: lot.id,
    path: toTaker,
  })
  await tellOfMatch({
    ...told,
    kind: 'match.need',
    organisationId: lot.organisationId,
    subjectId: need.id,
    path: toGiver,
  })
}

async function tellOfMatch(match: Match): Promise<void> {
  const { kind, organisationId, subjectId, path, occasion = subjectId, lot, need, view } = match
  const score = Math.round(view.score)
  const { availableUntil } = lot
  const { on: until } = deadlineOf({ availableUntil, neededUntil: need.neededUntil })
  for (const member of await listMembers(organisationId)) {
    await tellPerson(member, {
      kind,
      params: { lot: lot.title, need: need.title, score, until },
      path,
      dedupeKey: `${kind}:${occasion}:${organisationId}`,
      mail: matchMail(
        kind,
        { lot: lot.title, need: need.title, view, path, until },
        {
          locale: member.locale,
          publicUrl: env().publicUrl,
        },
      ),
    })
  }
}
