import { Link } from '@remix-run/react'
import { useState } from 'react'
import { paths } from '~/core/paths'
import { field } from '~/messages/field'
import { Badge } from '~/ui/badge'
import { Button, ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { useFormat, useT } from '~/ui/i18n'
import { ImageIcon } from '~/ui/icons'
import type { FieldDraft } from '../model/field-draft'
import { LabelNews } from './label-news'
import { ScreenHeader } from './screen-header'
import { useFieldDrafts } from './store/use-field-drafts'
import { usePhotoUrls } from './store/use-photo-urls'
import { useDraftTitle } from './use-draft-title'

/** Every draft of this account on this device: several at once, each resumed where it was left. */
export function DraftsScreen() {
  const t = useT(field)
  const { drafts } = useFieldDrafts()
  const covers = drafts.flatMap(({ photos }) => photos[0] ?? [])
  const urls = usePhotoUrls('photos', covers)
  const newest = [...drafts].sort((a, b) => b.updatedAtMs - a.updatedAtMs)
  return (
    <>
      <ScreenHeader title={t('drafts.title')} />
      {drafts.length === 0 ? (
        <EmptyState
          title={t('drafts.empty')}
          actions={<ButtonLink to={paths.field()}>{t('home.photograph')}</ButtonLink>}
        >
          {t('drafts.emptyText')}
        </EmptyState>
      ) : (
        <ul className="flex flex-col gap-4">
          {newest.map((draft) => (
            <li key={draft.id} className="flex flex-col gap-3 rounded-md border-2 border-edge bg-card p-3">
              <DraftCard draft={draft} cover={urls[draft.photos[0]?.id ?? ''] ?? null} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function DraftCard({ draft, cover }: { draft: FieldDraft; cover: string | null }) {
  const t = useT(field)
  const format = useFormat()
  const title = useDraftTitle()(draft)
  return (
    <>
      <div className="flex gap-3">
        <span className="grid h-20 w-24 flex-none place-items-center overflow-hidden bg-sunken">
          {cover ? <img src={cover} alt="" className="h-full w-full object-cover" /> : <ImageIcon />}
        </span>
        <div className="flex min-w-0 flex-col items-start gap-1">
          <h2 className="text-lg wrap-anywhere">{title}</h2>
          <DraftState draft={draft} />
          <p className="text-sm text-muted">
            {t('drafts.photos', { count: draft.photos.length })} ·{' '}
            {t('drafts.changed', { at: format.instant(draft.updatedAtMs) })}
          </p>
        </div>
      </div>
      {draft.cause && draft.state === 'ready' && <p className="text-warning">{t(`cause.${draft.cause}`)}</p>}
      <Faults faults={draft.faults} />
      <LabelNews draft={draft} />
      <DraftActs draft={draft} title={title} />
    </>
  )
}

function DraftState({ draft: { state, reference } }: { draft: FieldDraft }) {
  const t = useT(field)
  if (state === 'sent') {
    return <Badge tone="success">{t('drafts.state.sent', { reference: reference ?? '' })}</Badge>
  }
  return <Badge tone={state === 'ready' ? 'info' : 'mark'}>{t(`drafts.state.${state}`)}</Badge>
}

/** What the server said of the answers, as far as it was sentences. */
export function Faults({ faults }: { faults: FieldDraft['faults'] }) {
  const sentences = [...new Set(Object.values(faults).flat())]
  if (sentences.length === 0) return null
  return (
    <ul className="list-disc pl-6 text-danger">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}

function DraftActs({ draft, title }: { draft: FieldDraft; title: string }) {
  const t = useT(field)
  const { publish, discard } = useFieldDrafts()
  const [isAsking, setIsAsking] = useState(false)
  if (draft.state === 'sent') {
    return (
      <Link
        to={paths.lot(draft.id)}
        reloadDocument
        className="inline-flex min-h-11 items-center font-semibold"
      >
        {t('drafts.seeOf', { reference: draft.reference ?? '' })}
      </Link>
    )
  }
  if (isAsking) {
    return (
      <div className="flex flex-col gap-2">
        <p className="font-semibold">{t('drafts.sure')}</p>
        <div className="flex flex-wrap gap-2">
          <Button type="button" look="danger" onClick={() => void discard(draft.id)}>
            {t('drafts.remove')}
          </Button>
          <Button type="button" look="secondary" onClick={() => setIsAsking(false)}>
            {t('drafts.keep')}
          </Button>
        </div>
      </div>
    )
  }
  return (
    <div className="flex flex-wrap gap-2">
      <ButtonLink
        to={paths.field(`?ecran=publier&brouillon=${draft.id}`)}
        look={draft.cause === 'refused' || draft.state === 'writing' ? 'action' : 'secondary'}
        aria-label={t('drafts.resumeOf', { name: title })}
      >
        {t(draft.state === 'ready' ? 'drafts.edit' : 'drafts.resume')}
      </ButtonLink>
      {draft.state === 'ready' && draft.cause && (
        <Button type="button" look="secondary" onClick={() => void publish(draft.id)}>
          {t('drafts.send')}
        </Button>
      )}
      <Button
        type="button"
        look="quiet"
        aria-label={t('drafts.removeOf', { name: title })}
        onClick={() => setIsAsking(true)}
      >
        {t('drafts.remove')}
      </Button>
    </div>
  )
}
