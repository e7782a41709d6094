import { and, eq, inArray, ne, sql, type SQL } from 'drizzle-orm'
import type { DayInterval } from '~/core/days'
import { HANDED_OVER_STATUSES, SERVING_STATUSES } from '~/core/reservation-status'
import { funnel, type FunnelStep } from '~/features/accounting/model/rates'
import { withoutParts } from '~/features/accounting/queries/withheld.server'
import { reader } from '~/platform/db.server'
import { ledgerRows } from '~db/sqlite/accounting'
import { lots } from '~db/sqlite/lots'
import { handovers, reservations } from '~db/sqlite/reservations'
import { sites } from '~db/sqlite/sites'
import type { Perimeter } from '../model/perimeter'
import { ending, sitesOf, surveyed } from './cohort.server'

type Of = Pick<Perimeter, 'kind' | 'communeCodes'>

/**
 * The funnel of a cohort, added up where its rows are: `funnelMasses` of the accounts says what each stage weighs, and
 * a test holds this to it. What was granted of lots for handovers that are left out weighs nothing.
 */
export async function sumFunnel(
  of: Of,
  period: DayInterval,
  known: { inventoriedG: number; handedOverG: number; leftOut: readonly { reservationId: string }[] },
): Promise<{ steps: FunnelStep[]; lotsWithoutMass: number }> {
  // What the ledger counts, once it does: a corrected handover weighs what it was corrected to.
  const counted = sql`(select sum(${ledgerRows.massG}) from ${ledgerRows} where ${ledgerRows.handoverId} = ${handovers.id})`
  const part = sql`coalesce(${counted}, ${handovers.massG}, round(${lots.massG} * 1.0 * ${reservations.quantityMilli} / ${lots.quantityMilli}), 0)`
  const cohort = reader()
    .$with('cohort')
    .as(
      reader()
        .select({ siteId: sites.id })
        .from(sites)
        .where(and(ending(period), surveyed, sitesOf(of))),
    )
  const perLot = reader()
    .$with('per_lot')
    .as(
      reader()
        .select({
          offered: sql<number>`${ne(lots.status, 'withdrawn')}`.as('offered'),
          removed: sql<number>`coalesce(${lots.removal} = 'removed', 0)`.as('removed'),
          isWeightless: sql<number>`${lots.massG} is null`.as('is_weightless'),
          lotG: sql<number>`coalesce(${lots.massG}, 0)`.as('lot_g'),
          grantedG: sql<number>`coalesce(sum(${part}), 0)`.as('granted_g'),
          leftG:
            sql<number>`coalesce(sum(case when ${inArray(reservations.status, [...HANDED_OVER_STATUSES])} then ${part} else 0 end), 0)`.as(
              'left_g',
            ),
        })
        .from(cohort)
        .innerJoin(lots, eq(lots.siteId, cohort.siteId))
        .leftJoin(
          reservations,
          and(
            eq(reservations.lotId, lots.id),
            inArray(reservations.status, [...SERVING_STATUSES]),
            withoutParts(known.leftOut),
          ),
        )
        .leftJoin(handovers, eq(handovers.reservationId, reservations.id))
        .groupBy(lots.id),
    )
  const total = (value: SQL) => sql<number>`coalesce(sum(${value}), 0)`.mapWith(Number)
  const { lotG, grantedG, leftG } = perLot
  const [sums] = await reader()
    .with(cohort, perLot)
    .select({
      removed: total(
        sql`case when ${perLot.offered} and ${perLot.removed} then max(${lotG}, ${leftG}) else ${leftG} end`,
      ),
      published: total(sql`case when ${perLot.offered} then max(${lotG}, ${grantedG}) else ${grantedG} end`),
      reserved: total(sql`${grantedG}`),
      lotsWithoutMass: total(sql`${perLot.offered} and ${perLot.isWeightless}`),
    })
    .from(perLot)
  const { removed = 0, published = 0, reserved = 0, lotsWithoutMass = 0 } = sums ?? {}
  const { inventoriedG: inventoried, handedOverG: handedOver } = known
  return { steps: funnel({ inventoried, removed, published, reserved, handedOver }), lotsWithoutMass }
}
