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
import { isId, newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { publishLot } from '~/features/lots/commands/publish-lot.server'
import { saveDraft } from '~/features/lots/commands/save-draft.server'
import { draftAnswers } from '~/features/lots/model/posting-answers'
import { findDraftOf } from '~/features/lots/queries/drafts.server'
import { publishLotSchema } from '~/features/lots/schema'
import { PostingForm } from '~/features/lots/ui/posting-form'
import type { Actor } from '~/features/organisations/model/permissions'
import { photoSourceOf } from '~/features/photos/ui/photo-source'
import { listSitesOf } from '~/features/sites/queries.server'
import { requireActor } from '~/http/actor.server'
import { domainMessage } from '~/http/issue-message.server'
import { keepAnswers } from '~/http/keep-answers.server'
import { localeOf } from '~/http/locale.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { notFound, orNotFound } from '~/http/replies.server'
import { STATUS } from '~/http/status'
import { translator } from '~/messages/catalogue'
import { materials } from '~/messages/materials'
import { photos as photoTexts } from '~/messages/photos'
import { posting } from '~/messages/posting'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'
import { LineNotice } from './line-notice'
import { startFromLine } from './start-from-line.server'
import { photosOfAnswers, photosOfForm, receivePhotos, waitForSuggestions } from './receive-photos.server'

export const meta: MetaFunction = pageTitle(posting, 'title')

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'lot:create')
  const today = isoDayOf(nowMs())
  const sites = await listSitesOf(actor.organisationId)
  // Sites under way first, the next to end on top: what leaves soonest is posted soonest.
  const ordered = [
    ...sites.filter((site) => site.endsOn > today).reverse(),
    ...sites.filter((site) => site.endsOn <= today),
  ]
  const search = new URL(request.url).searchParams
  const asked = search.get('chantier')
  const draftId = search.get('brouillon')
  const draft = draftId === null ? null : orNotFound(await findDraftOf(actor.organisationId, draftId))
  const fromLine = draft ? null : await startFromLine(search.get('ligne'), actor)
  return {
    today,
    lotId: draft?.id ?? newId(),
    answers: draft?.answers ?? fromLine?.answers ?? {},
    line: fromLine?.line ?? null,
    kept: await photosOfAnswers(draft?.answers ?? {}, actor),
    siteId: (ordered.find((site) => site.id === asked) ?? ordered[0])?.id ?? '',
    sites: ordered.map(({ id, name, communeName, endsOn }) => ({ id, name, communeName, endsOn })),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'lot:create')
  const locale = await localeOf(request)
  const received = await receivePhotos(request, actor, locale)
  if (!received) {
    const sentence = domainMessage(locale, { code: 'invalid' })
    const result = keepAnswers(new FormData(), { photoIds: [sentence] })
    return data({ result, photos: [], suggestion: null, attachments: [] }, { status: STATUS.invalid })
  }
  const { form, faults, documentFaults } = received
  const isFaulty = faults.length > 0 || documentFaults.length > 0
  if (form.get('intent') === 'draft' && !isFaulty) return keepDraft(form, actor)
  const isAsked = form.get('intent') === 'photos' || form.get('intent') === 'sheet'
  if (isAsked || isFaulty) {
    const isMissing = form.get('intent') === 'photos' && !form.has('photoIds')
    if (isMissing && !isFaulty) faults.push(domainMessage(locale, { code: 'photo-required' }))
    await waitForSuggestions(form)
    const result = keepAnswers(form, { photoIds: faults, attachmentIds: documentFaults })
    const status = isFaulty ? STATUS.invalid : 200
    return data({ result, ...(await photosOfForm(form, actor)) }, { status })
  }
  const parsed = await parseForm(request, publishLotSchema, form)
  if (!parsed.ok)
    return data({ ...parsed.reply.data, ...(await photosOfForm(form, actor)) }, parsed.reply.init ?? {})
  const title = parsed.value.title ?? translator(locale, materials)(`type.${parsed.value.material}.name`)
  const published = await publishLot({ ...parsed.value, title, actor })
  if (published.ok) return redirect(`${paths.lot(published.value.id)}?fait=publie`)
  const reply = parsed.refuse(published.error)
  return data({ ...reply.data, ...(await photosOfForm(form, actor)) }, reply.init ?? {})
}

/** «Enregistrer le brouillon»: whatever was filled, now. */
async function keepDraft(form: FormData, actor: Actor) {
  const draftId = form.get('id')
  if (typeof draftId !== 'string' || !isId(draftId)) throw notFound()
  const saved = await saveDraft({ actor, draftId, answers: draftAnswers(form), takenAtMs: nowMs() })
  if (!saved.ok) throw notFound()
  return redirect(paths.myLots('brouillons', 'enregistre'))
}

export default function NewLot() {
  const t = useT(posting)
  const tPhotos = useT(photoTexts)
  const { today, lotId, siteId, sites, answers, line, kept } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { photos, attachments, suggestion } = reply ?? kept
  const sent = photos.map((photo, index) => ({
    id: photo.id,
    name: tPhotos('number', { number: index + 1 }),
    status: 'sent' as const,
    error: null,
    canRetry: false,
    preview: photoSourceOf(photo, '').src,
  }))
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-6">
      <PageHeader title={t('title')} lead={t('lead')} />
      {line && <LineNotice line={line} />}
      {sites.length === 0 ? (
        <EmptyState
          title={t('noSiteTitle')}
          actions={<ButtonLink to={paths.newSite()}>{t('openSite')}</ButtonLink>}
        >
          {t('noSiteText')}
        </EmptyState>
      ) : (
        <PostingForm
          sites={sites}
          key={lotId}
          defaults={{ id: lotId, siteId, today }}
          answers={answers}
          result={reply?.result}
          photos={sent}
          attachments={attachments}
          suggestion={suggestion}
        />
      )}
    </div>
  )
}
