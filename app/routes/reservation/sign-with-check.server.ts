import type { z } from 'zod'
import { newId } from '~/core/ids'
import { refused, type Result } from '~/core/result'
import type { Actor } from '~/features/organisations/model/permissions'
import { addHandoverFile } from '~/features/reservations/commands/add-handover-file.server'
import { confirmHandover } from '~/features/reservations/commands/confirm-handover.server'
import { recordHandoverCheck } from '~/features/reservations/commands/record-handover-check.server'
import type { ReservationView } from '~/features/reservations/model/reservation-view'
import { signedWith, type confirmHandoverSchema } from '~/features/reservations/schema'
import { readForm } from '~/http/read-form.server'
import { readFilesForm, type SentFile } from '~/http/read-photo-form.server'

/** The fields of the page's forms, and the picture of a weighing slip where the signature brings one. */
export async function readReservationForm(
  request: Request,
): Promise<{ form: FormData; slip: SentFile | null }> {
  if (!(request.headers.get('Content-Type') ?? '').startsWith('multipart/form-data'))
    return { form: await readForm(request), slip: null }
  let slip: SentFile | null = null
  const form = await readFilesForm(request, { slip: (file) => void (slip = file) })
  const read = form ?? new FormData()
  read.delete('slip')
  return { form: read, slip }
}

/** Keeps what was counted or weighed, where something was, then signs for one side or both. */
export async function signWithCheck(
  actor: Actor,
  view: ReservationView,
  answers: z.output<typeof confirmHandoverSchema>,
  slip: SentFile | null,
): Promise<Result<{ handoverId: string | null }>> {
  const { counted, reason, difference, items, massKg, slipNumber, checkId = newId() } = answers
  const reservationId = view.id
  if (slip && counted === undefined) return refused('count-with-slip', { field: 'counted' })
  if (counted !== undefined) {
    const fileId = newId()
    if (slip) {
      const about = { actor, fileId, reservationId, kind: 'weighing-slip' as const }
      const kept = await addHandoverFile({ ...about, ...slip })
      if (!kept.ok) return kept
    }
    const weighing = slip ? { massG: massKg, slipNumber, slipFileId: fileId } : undefined
    const check = {
      actor,
      id: checkId,
      reservationId,
      countedMilli: counted,
      reason,
      difference,
      items,
      weighing,
    }
    const checked = await recordHandoverCheck(check)
    if (!checked.ok) return checked
  }
  return confirmHandover({ actor, reservationId, ...signedWith(answers) })
}
