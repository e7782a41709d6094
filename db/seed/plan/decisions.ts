import { estimatedRoadKm, greatCircleKm } from '~/core/geo-point'
import { readCriteria } from '~/features/attribution/model/attribution-criteria'
import type { NamedRequest } from '~/features/attribution/model/decision'
import {
  checkCession,
  isCleared,
  type Cession,
  type CessionTerms,
} from '~/features/attribution/model/public-checks'
import { SHIPPED_RULES } from '~/features/attribution/model/public-rules'
import { isAgainstOrder, rankRequests } from '~/features/attribution/model/rank-requests'
import { isPublicBody } from '~/features/organisations/model/organisation'
import { diceFor } from '../dice'
import { makeCessionTerms, makeDecision, type CessionTermsRow } from '../factories/attribution'
import type { LotRow } from '../factories/lot'
import type { OrganisationRow } from '../factories/organisation'
import type { ReservationRow } from '../factories/reservation'
import { communeOf, dayOf, type World } from './world'

const COUNCIL = { reference: 'DEL-2026-017', day: -410 } as const

/** What every answer of the demo was founded on, as the command keeps it, and the promises that gifts ask. */
export function planDecisions(world: World): void {
  const dice = diceFor('decisions')
  const { rows } = world
  const organisations = new Map(rows.organisations.map((row) => [row.id, row]))
  const lots = new Map(rows.lots.map((row) => [row.id, row]))
  const answers = answersOf(world)
  for (const row of rows.reservations) {
    const lot = lots.get(row.lotId)!
    const giver = organisations.get(row.giverOrganisationId)!
    const isGift = isPublicBody(giver.kind) && lot.unitPriceCents === 0
    if (isGift) {
      const { id: reservationId, requestedByUserId: userId, createdAtMs: atMs } = row
      rows.undertakings.push({ reservationId, userId, atMs })
    }
    const answer = answers.get(row.id)
    if (!answer) continue
    const waiting = rows.reservations.filter(
      (other) =>
        other.lotId === row.lotId &&
        other.createdAtMs <= answer.atMs &&
        (other === row || endOf(other, answers) > answer.atMs),
    )
    const profile = rows.attributionProfiles.find(({ organisationId }) => organisationId === giver.id)
    const published = readCriteria(profile?.criteria ?? [])
    const criteria = published.length > 0 ? published : (['first'] as const)
    const ranking = rankRequests(
      waiting.map((request) => factsOf(world, request, lot, organisations.get(request.takerOrganisationId)!)),
      criteria,
    ).map((request): NamedRequest => ({
      ...request,
      takerName: organisations.get(request.takerOrganisationId)!.name,
    }))
    const taker = organisations.get(row.takerOrganisationId)!
    const checks = isPublicBody(giver.kind) ? checksOf(world, { row, lot, giver, taker }, answer.outcome) : []
    rows.decisions.push(
      makeDecision({
        ...{ id: dice.id(answer.atMs), reservationId: row.id, lotId: lot.id, outcome: answer.outcome },
        ...{ giverOrganisationId: giver.id, takerOrganisationId: taker.id, decidedByUserId: answer.by },
        ...{ criteria: [...criteria], criteriaSource: published.length > 0 ? 'organisation' : 'none' },
        ...{ ranking, checks, rulesVersion: checks.length > 0 ? SHIPPED_RULES.version : null },
        isAgainst: published.length > 0 && isAgainstOrder(ranking, row.id, answer.outcome),
        reason: answer.reason,
        decidedAtMs: answer.atMs,
      }),
    )
  }
}

type Answer = { outcome: 'accepted' | 'refused'; atMs: number; by: string | null; reason: string }

/** The answers that were noted, by reservation. */
function answersOf({ rows }: World): Map<string, Answer> {
  const found = rows.events.flatMap(({ entity, entityId, kind, atMs, actorUserId, detail }) => {
    if (entity !== 'reservation' || (kind !== 'accepted' && kind !== 'refused')) return []
    const { reason } = detail
    const answer: Answer = {
      ...{ outcome: kind, atMs, by: actorUserId },
      reason: typeof reason === 'string' ? reason : '',
    }
    return [[entityId, answer] as const]
  })
  return new Map(found)
}

/** When a request stopped waiting. */
function endOf(row: ReservationRow, answers: ReadonlyMap<string, Answer>): number {
  return answers.get(row.id)?.atMs ?? row.decidedAtMs ?? Number.POSITIVE_INFINITY
}

function factsOf(world: World, row: ReservationRow, lot: LotRow, taker: OrganisationRow) {
  const to = row.takerCommuneCode
  const km = to && estimatedRoadKm(greatCircleKm(communeOf(world, lot.communeCode), communeOf(world, to)))
  return {
    ...{ reservationId: row.id, takerOrganisationId: taker.id, kind: taker.kind },
    ...{ quantityMilli: row.quantityMilli, requestedAtMs: row.createdAtMs },
    km: km || null,
    isSameCommune: to === lot.communeCode,
  }
}

/** The checks of an answer; what a commune accepted beyond them, its council had decided. */
function checksOf(
  world: World,
  {
    row,
    lot,
    giver,
    taker,
  }: Record<'giver' | 'taker', OrganisationRow> & { row: ReservationRow; lot: LotRow },
  outcome: 'accepted' | 'refused',
) {
  const terms = termsOf(world, lot)
  const profile = world.rows.attributionProfiles.find(({ organisationId }) => organisationId === giver.id)
  const check = () => {
    const cession: Cession = {
      ...{ giverKind: giver.kind, takerKind: taker.kind, unitPriceCents: lot.unitPriceCents },
      ...{ quantityMilli: row.quantityMilli, earlierMilli: 0, hasUndertaken: true },
      delegation: actOf(profile?.delegationReference, profile?.delegationOn),
      terms: readTerms(terms),
    }
    return checkCession(cession, SHIPPED_RULES.rules)
  }
  if (outcome === 'accepted' && !isCleared(check())) {
    terms.deliberationReference = COUNCIL.reference
    terms.deliberationOn = dayOf(world, COUNCIL.day)
  }
  return check()
}

function termsOf({ rows }: World, lot: LotRow): CessionTermsRow {
  const kept = rows.cessionTerms.find(({ lotId }) => lotId === lot.id)
  if (kept) return kept
  const made = makeCessionTerms({
    lotId: lot.id,
    marketUnitCents: lot.unitPriceCents || 4000,
    updatedAtMs: lot.publishedAtMs + 60_000,
  })
  rows.cessionTerms.push(made)
  return made
}

function readTerms(row: CessionTermsRow): CessionTerms {
  const { marketUnitCents, belowMarketReason, deliberationReference, deliberationOn } = row
  return { marketUnitCents, belowMarketReason, deliberation: actOf(deliberationReference, deliberationOn) }
}

function actOf(reference: string | null | undefined, on: string | null | undefined) {
  return reference && on ? { reference, on } : null
}
