import { listAttachmentsOfLot } from '~/features/attachments/queries.server'
import { changeLot } from '~/features/lots/commands/change-lot.server'
import { answersOfLot } from '~/features/lots/model/lot-answers'
import { nestAnswers, type PostingAnswers } from '~/features/lots/model/posting-answers'
import { findLot } from '~/features/lots/queries.server'
import { changeLotSchema } from '~/features/lots/schema'
import type { Actor } from '~/features/organisations/model/permissions'
import { listPhotosOfLots } from '~/features/photos/queries.server'

/** Sends the form of a lot as its page opens it, with some answers changed, through the form's schema. */
export async function changes(actor: Actor, lotId: string, answers: Record<string, unknown>) {
  const lot = (await findLot(lotId))!
  const photos = (await listPhotosOfLots([lotId])).get(lotId) ?? []
  const form = changeLotSchema.parse({
    ...given(answersOfLot(lot)),
    seen: lot.updatedAtMs,
    photoIds: photos.map(({ id }) => id),
    attachmentIds: (await listAttachmentsOfLot(lotId)).map(({ id }) => id),
    ...answers,
  })
  return changeLot({ actor, lotId, ...form, title: form.title ?? 'Portes' })
}

/** Answers as a form's parser takes them: what was left empty is left out. */
export function given(answers: PostingAnswers): Record<string, unknown> {
  return Object.fromEntries(Object.entries(nestAnswers(answers)).filter(([, value]) => value !== ''))
}
