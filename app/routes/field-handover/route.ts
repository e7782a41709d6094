import type { ActionFunctionArgs } from '@remix-run/node'
import type { z } from 'zod'
import { nowMs } from '~/core/clock'
import type { DomainError, Result } from '~/core/result'
import type { Actor } from '~/features/organisations/model/permissions'
import { addHandoverFile } from '~/features/reservations/commands/add-handover-file.server'
import { confirmHandover } from '~/features/reservations/commands/confirm-handover.server'
import { recordHandoverCheck } from '~/features/reservations/commands/record-handover-check.server'
import { heardAt, type ToldTime } from '~/features/reservations/model/done-at'
import { sideOf } from '~/features/reservations/model/side'
import { findHandover, findReservationView } from '~/features/reservations/queries.server'
import { fieldHandoverSchema, signedWith } from '~/features/reservations/schema'
import { enterInLedger } from '~/http/enter-in-ledger.server'
import { faultsOf, fieldRefusal, privateJson, requireFieldActor } from '~/http/field-guard.server'
import { domainMessage } from '~/http/issue-message.server'
import { localeOf } from '~/http/locale.server'
import { parseForm } from '~/http/parse-form.server'
import { readForm } from '~/http/read-form.server'
import { readFilesForm, type SentFile } from '~/http/read-photo-form.server'
import { STATUS } from '~/http/status'

/**
 * Keeps what was counted or weighed and signs the mass for one side or both, as it was done on a device: the fields of
 * `fieldHandoverSchema`, in `compte` the account that did it, and in `slip` the picture of a weighing slip. Sending it
 * again answers the same.
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const arrivedAtMs = nowMs()
  const sent = await readSent(request)
  if (!sent) return fieldRefusal('refused', STATUS.invalid)
  const asUserId = sent.form.get('compte')
  sent.form.delete('compte')
  const actor = await requireFieldActor(request, { action: 'handover:confirm', asUserId })
  const parsed = await parseForm(request, fieldHandoverSchema, sent.form)
  if (!parsed.ok) return fieldRefusal('refused', STATUS.invalid, { faults: faultsOf(parsed.reply.data) })
  const refuse = async (error: DomainError) => {
    const sentence = domainMessage(await localeOf(request), error)
    return fieldRefusal('refused', STATUS[error.code], { faults: { [error.field ?? '']: [sentence] } })
  }
  const { reservationId, massKg, countedAtMs, sentAtMs = null } = parsed.value
  const told = { saidMs: countedAtMs, sentMs: sentAtMs, arrivedMs: arrivedAtMs }
  const checked = await keepCheck(actor, parsed.value, { slip: sent.slip, told })
  if (!checked.ok) return refuse(checked.error)
  if (await isSignedSince(actor, reservationId, { massG: massKg, heardAtMs: heardAt(told) }))
    return refuse({ code: 'signed-since' })
  const signed = await confirmHandover({ actor, reservationId, ...signedWith(parsed.value), told })
  if (!signed.ok) return refuse(signed.error)
  const { handoverId } = signed.value
  if (handoverId) await enterInLedger(handoverId, request, context.requestId)
  return privateJson({ ok: true })
}

/** The fields, and the picture of the slip where the sending has one; null when it is no form. */
async function readSent(request: Request): Promise<{ form: FormData; slip: SentFile | null } | null> {
  if (!(request.headers.get('Content-Type') ?? '').startsWith('multipart/form-data'))
    return { form: await readForm(request), slip: null }
  let slip: SentFile | null = null
  const form = await readFilesForm(request, { slip: (file) => void (slip = file) })
  return form && { form, slip }
}

/** Keeps the picture of the slip, then the check that it belongs to. */
async function keepCheck(
  actor: Actor,
  answers: z.output<typeof fieldHandoverSchema>,
  { slip, told }: { slip: SentFile | null; told: ToldTime },
): Promise<Result<{ id: string }>> {
  const { id, reservationId, counted, reason, difference, items, slipId } = answers
  if (slip && slipId) {
    const kept = await addHandoverFile({
      actor,
      fileId: slipId,
      reservationId,
      kind: 'weighing-slip',
      ...slip,
    })
    if (!kept.ok) return kept
  }
  const weighing = slipId
    ? { massG: answers.massKg, slipNumber: answers.slipNumber, slipFileId: slipId }
    : undefined
  const check = { actor, id, reservationId, countedMilli: counted, reason, difference, items, weighing }
  return recordHandoverCheck({ ...check, told })
}

/** Whether one's own side has signed another mass after this one was written: what is newer is not undone. */
async function isSignedSince(
  actor: Actor,
  reservationId: string,
  { massG, heardAtMs }: { massG: number; heardAtMs: number },
): Promise<boolean> {
  const view = await findReservationView(reservationId)
  const side = view && sideOf(view, actor.organisationId)
  const { confirmations } = await findHandover(reservationId)
  const own = confirmations.find((confirmation) => confirmation.side === side)
  return own !== undefined && own.massG !== massG && own.atMs > heardAtMs
}
