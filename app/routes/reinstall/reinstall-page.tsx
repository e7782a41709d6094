import type { SubmissionResult } from '@conform-to/react'
import { useSearchParams } from '@remix-run/react'
import { paths } from '~/core/paths'
import type { Side } from '~/features/reservations/model/machine'
import type { ReservationView } from '~/features/reservations/model/reservation-view'
import type { ReinstallationView, StoryConsents } from '~/features/stories/model/story'
import { ConsentForm } from '~/features/stories/ui/consent-form'
import { TellForm, type TellAsked } from '~/features/stories/ui/tell-form'
import { SpottingNotice } from '~/features/photos/ui/spotting-notice'
import { photoBlur } from '~/messages/photo-blur'
import { stories } from '~/messages/stories'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { useFormat, useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { Photo } from '~/ui/photo'
import { FactList } from '~/ui/tag-card'
import type { PictureToBlur } from './picture-to-blur.server'

type PageProps = {
  view: ReservationView
  side: Side | null
  told: ReinstallationView | null
  consents: StoryConsents
  /** For who told it: whether somebody may be seen in the picture. */
  toBlur: PictureToBlur | null
  isHandedOver: boolean
  /** The form's blank answers; null for who does not tell it, or when it is told. */
  asked: TellAsked | null
  lastResult?: SubmissionResult<string[]>
}

/** The last step of a reservation: where what was handed over serves again, and whether anyone may see it. */
export function ReinstallPage(page: PageProps) {
  const { view, side, told, consents, toBlur, isHandedOver, asked, lastResult } = page
  const t = useT(stories)
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-8">
      <PageHeader
        back={{ to: paths.reservation(view.id), label: t('tell.back') }}
        eyebrow={`${view.lotReference} – ${view.lotTitle}`}
        title={t('tell.title')}
        lead={asked && t('tell.lead')}
      />
      <DoneNotice />
      {asked && <TellForm asked={asked} lastResult={lastResult} />}
      {told && <Told view={view} told={told} />}
      {toBlur && <ToBlur {...toBlur} />}
      {told && <ConsentForm side={side} consents={consents} storyId={told.id} />}
      {!told && !asked && <Waiting view={view} isHandedOver={isHandedOver} />}
      <p>
        <ButtonLink to={paths.stories()} look="quiet">
          {t('link')}
        </ButtonLink>
      </p>
    </div>
  )
}

function DoneNotice() {
  const t = useT(stories)
  const [search] = useSearchParams()
  const done = search.get('fait')
  if (done !== 'reinstalled' && done !== 'consented') return null
  return <Notice tone="success" live title={t(`done.${done}`)} />
}

function Told({ view, told }: { view: ReservationView; told: ReinstallationView }) {
  const t = useT(stories)
  const format = useFormat()
  return (
    <section aria-labelledby="told" className="flex flex-col gap-4">
      <h2 id="told">{t('tell.told')}</h2>
      <Photo
        photo={{
          src: paths.handoverFile(view.id, told.fileId),
          alt: t('tell.alt', { words: told.words }),
          synthetic: told.isSynthetic,
        }}
        sizes="(min-width: 48rem) 48rem, 100vw"
      />
      <FactList
        facts={[
          { term: t('tell.on'), value: format.dayLong(told.reinstalledOn) },
          { term: t('tell.place'), value: told.communeName },
          { term: t('tell.words'), value: told.words },
        ]}
      />
    </section>
  )
}

/** What the detector says of the picture, before it is agreed to show it, and the way to blur it. */
function ToBlur({ photoId, spotting }: PictureToBlur) {
  const t = useT(photoBlur)
  return (
    <section aria-labelledby="to-blur" className="flex flex-col gap-3" data-screen-only>
      <h2 id="to-blur">{t('link')}</h2>
      <SpottingNotice spotting={spotting} />
      {photoId && (
        <p>
          <ButtonLink to={paths.photoBlur(photoId)} look="secondary">
            {t('openStory')}
          </ButtonLink>
        </p>
      )}
    </section>
  )
}

function Waiting({ view, isHandedOver }: { view: ReservationView; isHandedOver: boolean }) {
  const t = useT(stories)
  return (
    <EmptyState
      title={t(isHandedOver ? 'tell.waiting' : 'tell.tooEarly')}
      actions={<ButtonLink to={paths.reservation(view.id)}>{t('tell.back')}</ButtonLink>}
    >
      {t(isHandedOver ? 'tell.waitingText' : 'tell.tooEarlyText')}
    </EmptyState>
  )
}
