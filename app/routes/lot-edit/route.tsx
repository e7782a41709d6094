import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { listAttachmentsOfLot } from '~/features/attachments/queries.server'
import { changeLot } from '~/features/lots/commands/change-lot.server'
import { answersOfLot } from '~/features/lots/model/lot-answers'
import { lotStateOf } from '~/features/lots/model/lot-state'
import { findLot } from '~/features/lots/queries.server'
import { changeLotSchema } from '~/features/lots/schema'
import { PostingForm } from '~/features/lots/ui/posting-form'
import { listPhotosOfLots } from '~/features/photos/queries.server'
import { useSentPhotos } from '~/features/photos/ui/use-sent-photos'
import { requireActor, requireRight } from '~/http/actor.server'
import { localeOf } from '~/http/locale.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { readPosting, withFiles } from '~/http/posting-form.server'
import { postingSites } from '~/http/posting-sites.server'
import { orNotFound } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { materials } from '~/messages/materials'
import { myLots } from '~/messages/my-lots'
import { useFormat, useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(myLots, 'edit.title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, lot } = await ownLot(request, params.lotId)
  if (lot.status === 'withdrawn') throw redirect(paths.lot(lot.id))
  const today = isoDayOf(nowMs())
  const [photos, attachments, sites] = await Promise.all([
    listPhotosOfLots([lot.id]),
    listAttachmentsOfLot(lot.id),
    postingSites(actor, today),
  ])
  const { id, title, reference, unit, updatedAtMs } = lot
  return {
    lot: { id, title, reference, unit, heldMilli: lot.quantityMilli - lot.availableMilli },
    today,
    state: lotStateOf(lot, today),
    answers: answersOfLot(lot),
    seen: updatedAtMs,
    kept: { photos: photos.get(id) ?? [], attachments },
    sites,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, lot } = await ownLot(request, params.lotId)
  const read = await readPosting(request, actor)
  if (!read.ok) return read.reply
  const form = await parseForm(request, changeLotSchema, read.form)
  if (!form.ok) return withFiles(form.reply, read.form, actor)
  const { title, material } = form.value
  const named = title ?? translator(await localeOf(request), materials)(`type.${material}.name`)
  const changed = await changeLot({ ...form.value, title: named, actor, lotId: lot.id })
  if (changed.ok) return redirect(`${paths.lot(lot.id)}?fait=modifie`)
  const reply = await withFiles(form.refuse(changed.error), read.form, actor)
  if (changed.error.code !== 'edited-meanwhile') return reply
  // Told of the other change, the person who sends again knows what they replace.
  const { result } = reply.data
  const seen = String(orNotFound(await findLot(lot.id)).updatedAtMs)
  const told = { ...result, initialValue: { ...result.initialValue, seen } }
  return data({ ...reply.data, result: told }, reply.init ?? {})
}

async function ownLot(request: Request, lotId: string | undefined) {
  const actor = await requireActor(request, 'lot:manage')
  const lot = orNotFound(await findLot(lotId ?? ''))
  requireRight(actor, 'lot:manage', { ownerOrganisationIds: [lot.organisationId] })
  return { actor, lot }
}

export default function EditLot() {
  const t = useT(myLots)
  const format = useFormat()
  const { lot, today, state, answers, seen, kept, sites } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { photos, attachments } = reply ?? kept
  const answered = reply?.result.initialValue?.seen
  const sent = useSentPhotos(photos)
  const held = lot.heldMilli > 0 ? format.quantity(lot.heldMilli, lot.unit) : null
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-6">
      <PageHeader
        eyebrow={lot.reference}
        title={t('edit.title')}
        lead={t('edit.lead')}
        back={{ to: paths.lot(lot.id), label: lot.title }}
      />
      {(state === 'paused' || state === 'over') && <Notice title={t(`edit.${state}`)} />}
      {held && <Notice title={t('edit.heldTitle', { held })}>{t('edit.heldText')}</Notice>}
      <PostingForm
        key={lot.id}
        sites={sites}
        defaults={{ id: lot.id, siteId: '', today }}
        answers={answers}
        editing={{ seen: typeof answered === 'string' ? Number(answered) : seen, held }}
        result={reply?.result}
        photos={sent}
        attachments={attachments}
        suggestion={reply?.suggestion ?? null}
      />
    </div>
  )
}
