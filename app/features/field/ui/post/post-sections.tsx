import type { ReactNode } from 'react'
import { paths } from '~/core/paths'
import { fieldPost } from '~/messages/field-post'
import { useT } from '~/ui/i18n'
import { CheckIcon } from '~/ui/icons'
import { Notice } from '~/ui/notice'
import type { Needed } from '../../model/post/needed-answers'
import { useOutbox } from '../store/use-outbox'
import { ConditionChoice } from './condition-choice'
import { DeadlineChoice } from './deadline-choice'
import { HazardChoice } from './hazard-choice'
import { MaterialChoice } from './material-choice'
import { MoreDetails } from './more-details'
import { PostPhotos } from './post-photos'
import { QuantityChoice } from './quantity-choice'
import { sectionId } from './section-ids'
import { RightChoice, SiteChoice } from './terms-choice'
import type { Posting } from './use-posting'

/** Fields of the posting form that each section asks for: what the server says of one is told there. */
const FIELDS: Readonly<Record<Needed, readonly string[]>> = {
  photos: ['photoIds'],
  material: ['material'],
  quantity: ['quantity', 'unit', 'quantityBasis'],
  condition: ['condition'],
  hazards: ['hazards'],
  availableUntil: ['availableUntil', 'availableFrom', 'storageUntil'],
  siteId: ['siteId'],
  cedingRight: ['cedingRight'],
}

/** All that a lot needs, one section after the other on one screen, and what it may say besides. */
export function PostSections({ posting, isChecked }: { posting: Posting; isChecked: boolean }) {
  const { open, answering, today, sites, site, said, needed, answer, chooseSite } = posting
  const isOffline = useIsOffline()
  const errorOf = useErrors(posting, isChecked)
  const props = (name: Needed) => ({ id: sectionId(name), answering, error: errorOf(name), onAnswer: answer })
  const part = (name: Needed, children: ReactNode) => (
    <PostSection name={name} isDone={!needed.includes(name)}>
      {children}
    </PostSection>
  )
  return (
    <>
      {part('photos', <PostPhotos id={sectionId('photos')} open={open} error={errorOf('photos')} />)}
      {part(
        'material',
        <MaterialChoice
          {...props('material')}
          said={said}
          hasPhotos={open.draft.photos.length > 0}
          isOffline={isOffline}
          onChoose={(material) => answer({ material })}
        />,
      )}
      {part('quantity', <QuantityChoice {...props('quantity')} />)}
      {part('condition', <ConditionChoice {...props('condition')} />)}
      {part('hazards', <HazardChoice {...props('hazards')} />)}
      {part(
        'availableUntil',
        <DeadlineChoice {...props('availableUntil')} today={today} siteEndsOn={site?.endsOn ?? null} />,
      )}
      {part(
        'siteId',
        sites.length === 0 ? (
          <NoSite />
        ) : (
          <SiteChoice {...props('siteId')} sites={sites} onChoose={chooseSite} />
        ),
      )}
      {part('cedingRight', <RightChoice {...props('cedingRight')} />)}
      <MoreDetails id="lot-more" answering={answering} faults={open.draft.faults} onAnswer={answer} />
    </>
  )
}

/** A section of the tag, ticked once it is answered. */
function PostSection({ name, isDone, children }: { name: Needed; isDone: boolean; children: ReactNode }) {
  const t = useT(fieldPost)
  return (
    <section className="flex flex-col gap-3 border-t-4 border-edge pt-3" aria-labelledby={`title-${name}`}>
      <h2 id={`title-${name}`} className="flex items-center justify-between gap-3 text-2xl">
        {t(`section.${name}`)}
        {isDone && (
          <span className="grid h-8 w-8 place-items-center rounded-sm bg-mark text-lg text-on-mark">
            <CheckIcon />
          </span>
        )}
      </h2>
      {children}
    </section>
  )
}

function NoSite() {
  const t = useT(fieldPost)
  return (
    <Notice
      tone="warning"
      title={t('noSite.title')}
      action={
        <a href={paths.newSite()} className="button button-action">
          {t('noSite.open')}
        </a>
      }
    >
      {t('noSite.text')}
    </Notice>
  )
}

/** What is wrong with a section: what the server said, else, once publishing was tried, that it lacks an answer. */
function useErrors({ needed, faultsOf }: Posting, isChecked: boolean) {
  const t = useT(fieldPost)
  return (name: Needed): readonly string[] | undefined => {
    const said = FIELDS[name].flatMap((field) => faultsOf(field) ?? [])
    if (said.length > 0) return said
    return isChecked && needed.includes(name) ? [t(`missing.${name}`)] : undefined
  }
}

function useIsOffline(): boolean {
  const { sending } = useOutbox()
  return sending.cause === 'offline' || !navigator.onLine
}
