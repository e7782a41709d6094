import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { isId } from '~/core/ids'
import { paths } from '~/core/paths'
import { claimCode } from '~/features/labels/commands/claim-code.server'
import { readCode, spacedCode } from '~/features/labels/model/code'
import { publishLot } from '~/features/lots/commands/publish-lot.server'
import { saveDraft } from '~/features/lots/commands/save-draft.server'
import { draftAnswers } from '~/features/lots/model/posting-answers'
import { publishLotSchema } from '~/features/lots/schema'
import { PostingForm } from '~/features/lots/ui/posting-form'
import type { Actor } from '~/features/organisations/model/permissions'
import { useSentPhotos } from '~/features/photos/ui/use-sent-photos'
import { requireActor } from '~/http/actor.server'
import { localeOf } from '~/http/locale.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { readPosting, withFiles } from '~/http/posting-form.server'
import { notFound } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { materials } from '~/messages/materials'
import { posting } from '~/messages/posting'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'
import { CopyNotice } from './copy-notice'
import { LabelNotice } from './label-notice'
import { LineNotice } from './line-notice'
import { startPosting } from './start-posting.server'

export const meta: MetaFunction = pageTitle(posting, 'title')

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'lot:create')
  const { searchParams } = new URL(request.url)
  const label = readCode(searchParams.get('etiquette') ?? '')
  return { label, ...(await startPosting(searchParams, actor, isoDayOf(nowMs()))) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'lot:create')
  const read = await readPosting(request, actor)
  if (!read.ok) return read.reply
  const { form } = read
  if (form.get('intent') === 'draft') return keepDraft(form, actor, request)
  const parsed = await parseForm(request, publishLotSchema, form)
  if (!parsed.ok) return withFiles(parsed.reply, form, actor)
  const { title, material } = parsed.value
  const named = title ?? translator(await localeOf(request), materials)(`type.${material}.name`)
  const published = await publishLot({ ...parsed.value, title: named, actor })
  if (published.ok) {
    const code = await bindLabel(request, actor, published.value.id)
    return redirect(`${paths.lot(published.value.id)}?fait=publie${code && `&etiquette=${code}`}`)
  }
  return withFiles(parsed.refuse(published.error), form, actor)
}

/** «Enregistrer le brouillon»: whatever was filled, now. */
async function keepDraft(form: FormData, actor: Actor, request: Request) {
  const draftId = form.get('id')
  if (typeof draftId !== 'string' || !isId(draftId)) throw notFound()
  const saved = await saveDraft({ actor, draftId, answers: draftAnswers(form), takenAtMs: nowMs() })
  if (!saved.ok) throw notFound()
  await bindLabel(request, actor, draftId)
  return redirect(paths.myLots('brouillons', 'enregistre'))
}

/** Ties the label of the address (`etiquette`) to the lot or draft; the lot's page says whether it could. */
async function bindLabel(request: Request, actor: Actor, lotId: string): Promise<string> {
  const code = readCode(new URL(request.url).searchParams.get('etiquette') ?? '')
  if (code) await claimCode({ actor, code, lotId })
  return code ?? ''
}

export default function NewLot() {
  const t = useT(posting)
  const { label, today, lotId, siteId, sites, answers, recalled, line, copied, kept } =
    useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { photos, attachments, suggestion } = reply ?? kept
  const sent = useSentPhotos(photos)
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-6">
      <PageHeader title={t('title')} lead={t('lead')} />
      {label && <LabelNotice code={spacedCode(label)} />}
      {line && <LineNotice line={line} />}
      {copied && <CopyNotice lot={copied} />}
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
          recalled={recalled}
          result={reply?.result}
          photos={sent}
          attachments={attachments}
          suggestion={suggestion}
        />
      )}
    </div>
  )
}
