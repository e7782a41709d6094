import type { ActionFunctionArgs } from '@remix-run/node'
import type { DomainError } from '~/core/result'
import type { Actor } from '~/features/organisations/model/permissions'
import { confirmHandover } from '~/features/reservations/commands/confirm-handover.server'
import { recordHandoverCheck } from '~/features/reservations/commands/record-handover-check.server'
import { sideOf } from '~/features/reservations/model/side'
import { findHandover, findReservationView } from '~/features/reservations/queries.server'
import { fieldHandoverSchema } from '~/features/reservations/schema'
import { enterInLedger } from '~/http/enter-in-ledger.server'
import { faultsOf, fieldRefusal, privateJson, requireFieldActor } from '~/http/field-guard.server'
import { domainMessage } from '~/http/issue-message.server'
import { localeOf } from '~/http/locale.server'
import { parseForm } from '~/http/parse-form.server'
import { readForm } from '~/http/read-form.server'
import { STATUS } from '~/http/status'

/**
 * Keeps what was counted and signs the mass, as it was done on a device: the fields of `fieldHandoverSchema`, and in
 * `compte` the account that did it. Sending it again answers the same.
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request)
  const asUserId = form.get('compte')
  form.delete('compte')
  const actor = await requireFieldActor(request, { action: 'handover:confirm', asUserId })
  const parsed = await parseForm(request, fieldHandoverSchema, form)
  if (!parsed.ok) return fieldRefusal('refused', STATUS.invalid, { faults: faultsOf(parsed.reply.data) })
  const { id, reservationId, counted, difference, massKg, signedName, countedAtMs } = parsed.value
  const refuse = async (error: DomainError) => {
    const sentence = domainMessage(await localeOf(request), error)
    return fieldRefusal('refused', STATUS[error.code], { faults: { [error.field ?? '']: [sentence] } })
  }
  const check = { actor, id, reservationId, countedMilli: counted, difference, countedAtMs }
  const checked = await recordHandoverCheck(check)
  if (!checked.ok) return refuse(checked.error)
  if (await isSignedSince(actor, reservationId, { massG: massKg, countedAtMs }))
    return refuse({ code: 'signed-since' })
  const signed = await confirmHandover({ actor, reservationId, massG: massKg, signedName })
  if (!signed.ok) return refuse(signed.error)
  const { handoverId } = signed.value
  if (handoverId) await enterInLedger(handoverId, request, context.requestId)
  return privateJson({ ok: true })
}

/** Whether one's own side has signed another mass after this one was written: what is newer is not undone. */
async function isSignedSince(
  actor: Actor,
  reservationId: string,
  { massG, countedAtMs }: { massG: number; countedAtMs: number },
): Promise<boolean> {
  const view = await findReservationView(reservationId)
  const side = view && sideOf(view, actor.organisationId)
  const { confirmations } = await findHandover(reservationId)
  const own = confirmations.find((confirmation) => confirmation.side === side)
  return own !== undefined && own.massG !== massG && own.atMs > countedAtMs
}
