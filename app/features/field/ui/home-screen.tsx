import { Link, useNavigate } from '@remix-run/react'
import type { ReactNode } from 'react'
import { paths } from '~/core/paths'
import { field } from '~/messages/field'
import { fieldLabels } from '~/messages/field-labels'
import { photos } from '~/messages/photos'
import { useFormat, useT } from '~/ui/i18n'
import { CameraIcon, ImageIcon, ListIcon, ScaleIcon, ScanIcon, TagIcon } from '~/ui/icons'
import { Notice } from '~/ui/notice'
import { isToSign } from '../model/field-facts'
import { LABELS } from './labels/label-addresses'
import { PhotoButton } from './photo-button'
import { useFieldDrafts } from './store/use-field-drafts'
import { useFieldSnapshot } from './store/use-field-store'

/** The first screen on site: photograph, then everything that is kept here. */
export function HomeScreen() {
  const t = useT(field)
  const format = useFormat()
  const { facts } = useFieldSnapshot()
  return (
    <>
      <h1 className="sr-only">{t('title')}</h1>
      {facts === null ? null : facts.who.canPublish ? (
        <PhotographButtons />
      ) : (
        <Notice title={t('noPublish.title')}>{t('noPublish.text')}</Notice>
      )}
      {facts && <Kept />}
      {facts && (
        <footer className="flex flex-col items-start gap-1 text-muted">
          <p>
            {t('home.account', { name: facts.who.name, organisation: facts.who.organisationName })}
            <br />
            {t('home.fresh', { at: format.instant(facts.atMs) })}
          </p>
          <Link to={paths.field('?ecran=deconnexion')} className="inline-flex min-h-11 items-center">
            {t('home.signOut')}
          </Link>
          {facts.who.canPublish && (
            <Link to={paths.newLot()} reloadDocument className="inline-flex min-h-11 items-center">
              {t('home.classic')}
            </Link>
          )}
        </footer>
      )}
    </>
  )
}

function PhotographButtons() {
  const t = useT(field)
  const tPhotos = useT(photos)
  const navigate = useNavigate()
  const { start } = useFieldDrafts()
  const begin = async (files: readonly File[]) => {
    const id = files.length > 0 ? await start({ files }) : null
    if (id) void navigate(paths.field(`?ecran=publier&brouillon=${id}`))
  }
  return (
    <div className="flex flex-col gap-3">
      <PhotoButton look="action" capture onFiles={begin} hint={t('home.photographHint')}>
        <CameraIcon width="2.2rem" height="2.2rem" />
        {t('home.photograph')}
      </PhotoButton>
      <div className="grid grid-cols-2 gap-3">
        <PhotoButton look="secondary" onFiles={begin}>
          <ImageIcon className="flex-none" />
          {tPhotos('choose')}
        </PhotoButton>
        <Link to={paths.field('?ecran=serie')} className="button button-secondary">
          <ListIcon className="flex-none" />
          {t('home.batch')}
        </Link>
      </div>
    </div>
  )
}

/** What this device holds, with its counts, each one tap away. */
function Kept() {
  const t = useT(field)
  const tLabels = useT(fieldLabels)
  const { facts, handovers } = useFieldSnapshot()
  const { drafts } = useFieldDrafts()
  const unsent = drafts.filter(({ state }) => state !== 'sent').length
  const signed = new Set(
    handovers.filter(({ state }) => state !== 'writing').map(({ reservationId }) => reservationId),
  )
  const toSign = (facts?.reservations ?? []).filter(
    (entry) => isToSign(entry) && !signed.has(entry.id),
  ).length
  const lots = facts?.lots.length ?? 0
  const labels = facts?.labels.length ?? 0
  return (
    <ul className="flex flex-col gap-3">
      <Row to="?ecran=brouillons" icon={<ImageIcon />} label={t('home.drafts')}>
        {unsent > 0 ? t('home.draftsCount', { count: unsent }) : t('home.nothing')}
      </Row>
      <Row to="?ecran=remises" icon={<ScaleIcon />} label={t('home.handovers')}>
        {toSign > 0 ? t('home.handoversCount', { count: toSign }) : t('home.nothing')}
      </Row>
      {facts?.who.canPublish && (
        <Row to="?ecran=lots" icon={<TagIcon />} label={t('home.lots')}>
          {lots > 0 ? t('home.lotsCount', { count: lots }) : t('home.nothing')}
        </Row>
      )}
      <Row to={LABELS} icon={<ScanIcon />} label={tLabels('home')}>
        {labels > 0 ? tLabels('kept', { count: labels }) : t('home.nothing')}
      </Row>
    </ul>
  )
}

function Row({
  to,
  icon,
  label,
  children,
}: {
  to: string
  icon: ReactNode
  label: string
  children: ReactNode
}) {
  return (
    <li>
      <Link
        to={paths.field(to)}
        className="flex min-h-16 items-center gap-4 rounded-md border-2 border-edge bg-card px-4 py-2 text-ink no-underline hover:bg-mark hover:text-on-mark"
      >
        <span className="flex-none">{icon}</span>
        <span className="flex min-w-0 flex-col">
          <span className="font-display text-lg font-bold">{label}</span>
          <span>{children}</span>
        </span>
      </Link>
    </li>
  )
}
