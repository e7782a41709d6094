import type { z } from 'zod'
import { ok, refused, type Result } from '~/core/result'
import type { Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { withTx, type Tx } from '~/platform/transaction.server'
import { checkLineAct, type LineAct } from '../model/inventory-line'
import {
  countUsesOfLine,
  deleteInventoryLine,
  findOwnedLine,
  updateInventoryLine,
  type InventoryLineRow,
} from '../repo.server'
import type { correctLineSchema, editLineSchema } from '../schema'

type OfLine = { actor: Actor; siteId: string; lineId: string }
type EditLine = OfLine & z.output<typeof editLineSchema>
type CorrectLine = OfLine & z.output<typeof correctLineSchema>

/** Changes all of a line of one's own inventory, while no lot was published from it (`line-has-lots`). */
export async function editInventoryLine(input: EditLine): Promise<Result<null>> {
  const { material, product, unit, massG, reusableMassG, massEstimated } = input
  const { dimensions, assembly, condition, location, reusability, precautions } = input
  const change = {
    material,
    product,
    unit,
    quantityMilli: input.quantity,
    massG,
    reusableMassG,
    massEstimated,
    ...{ dimensions, assembly, condition, location, reusability, precautions },
  }
  return withLine(input, 'edit', async (tx, before) => {
    await updateInventoryLine(tx, before.id, change)
    return { before: measuresOf(before), after: measuresOf(change) }
  })
}

/** Corrects the masses of a line, with the reason that the event keeps. */
export async function correctInventoryLine(input: CorrectLine): Promise<Result<null>> {
  const change = { massG: input.massKg, reusableMassG: input.reusableKg, massEstimated: false }
  return withLine(input, 'correct', async (tx, before) => {
    await updateInventoryLine(tx, before.id, change)
    const after = measuresOf({ ...before, ...change })
    return { before: measuresOf(before), after, reason: input.reason }
  })
}

/**
 * Takes a line out of one's own inventory, while no lot was published from it (`line-has-lots`) and its
 * closing record counts nothing from it (`line-in-closing`).
 */
export async function removeInventoryLine(input: OfLine): Promise<Result<null>> {
  return withLine(input, 'delete', async (tx, before) => {
    await deleteInventoryLine(tx, before.id)
    return { before: measuresOf(before) }
  })
}

type Measures = Pick<
  InventoryLineRow,
  'material' | 'product' | 'quantityMilli' | 'unit' | 'massG' | 'reusableMassG'
>

const KINDS = {
  edit: 'inventory-line-edited',
  correct: 'inventory-line-corrected',
  delete: 'inventory-line-removed',
} as const satisfies Record<LineAct, string>

/** Does an act on one's own line and records it with what `act` returns. */
async function withLine(
  { actor, siteId, lineId }: OfLine,
  kind: LineAct,
  act: (tx: Tx, line: InventoryLineRow) => Promise<Record<string, unknown>>,
): Promise<Result<null>> {
  return withTx(async (tx) => {
    const line = await findOwnedLine(tx, { organisationId: actor.organisationId, siteId }, lineId)
    if (!line) return refused('not-found')
    const refusal = checkLineAct(kind, await countUsesOfLine(tx, lineId))
    if (refusal) return refused(refusal)
    const detail = { lineId, ...(await act(tx, line)) }
    const change = { entity: 'site', entityId: siteId, kind: KINDS[kind] } as const
    await recordChange(tx, { ...change, actorUserId: actor.userId, detail })
    return ok(null)
  })
}

function measuresOf(line: Measures) {
  const { material, product, quantityMilli, unit, massG, reusableMassG } = line
  return { material, product, quantityMilli, unit, massG, reusableMassG }
}
