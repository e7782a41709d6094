import type { z } from 'zod'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { ok, refused, type Result } from '~/core/result'
import type { Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import { findOwnedSite, updateInventory } from '../repo.server'
import type { surveySchema } from '../schema'

type DescribeInventory = z.output<typeof surveySchema> & { actor: Actor; siteId: string }

/** Says which survey the inventory of one's own site is, of which day (`survey-ahead`: not one to come) and by whom. */
export async function describeInventory(input: DescribeInventory): Promise<Result<null>> {
  const { actor, siteId, kind, surveyedOn, surveyor } = input
  if (surveyedOn > isoDayOf(nowMs())) return refused('survey-ahead', { field: 'surveyedOn' })
  return withTx(async (tx) => {
    const site = await findOwnedSite(tx, actor.organisationId, siteId)
    if (!site || !(await updateInventory(tx, siteId, { kind, surveyedOn, surveyor })))
      return refused('not-found')
    await recordChange(tx, {
      entity: 'site',
      entityId: siteId,
      kind: 'inventory-described',
      actorUserId: actor.userId,
      detail: { kind, surveyedOn },
    })
    return ok(null)
  })
}
