import { useSearchParams } from '@remix-run/react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { paths } from '~/core/paths'
import { field } from '~/messages/field'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { DraftsScreen } from './drafts-screen'
import { FieldNotices } from './field-notices'
import { HandoversScreen } from './handovers-screen'
import { HomeScreen } from './home-screen'
import { LeaveScreen } from './leave-screen'
import { LotsScreen } from './lots-screen'
import { OutboxStrip } from './outbox-strip'
import { BatchScreen } from './post/batch-screen'
import { PostScreen } from './post/post-screen'
import { useFieldSync } from './store/use-field-sync'
import { useFieldSnapshot } from './store/use-field-store'
import { useServiceWorker } from './worker/use-service-worker'
import { VersionNotice } from './worker/version-notice'

/** The reading of codes and the check of a handover come when they are asked for; a device keeps their files with the page. */
const LabelsScreen = lazy(() =>
  import('./labels/labels-screen').then((module) => ({ default: module.LabelsScreen })),
)

const CheckScreen = lazy(() => import('./check-screen').then((module) => ({ default: module.CheckScreen })))

/** All screens on site. The document is the same for each, so that a device keeps one; the address's search says which. */
export function FieldApp() {
  const [isHere, setIsHere] = useState(false)
  useEffect(() => setIsHere(true), [])
  return isHere ? <OpenedApp /> : <Opening />
}

/** What the server renders: nothing of an account, and the way round for who has no JavaScript. */
function Opening() {
  const t = useT(field)
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <noscript>
        <Notice tone="warning" title={t('noScript.title')}>
          <p>{t('noScript.text')}</p>
          <p className="mt-3">
            <a href={paths.newLot()}>{t('noScript.classic')}</a>
          </p>
        </Notice>
      </noscript>
      <p role="status" className="text-muted">
        {t('opening')}
      </p>
    </>
  )
}

function OpenedApp() {
  useFieldSync()
  const update = useServiceWorker()
  const { status, facts, isAsked } = useFieldSnapshot()
  // Who holds this device is not unknown before the server was asked.
  if (status === 'opening' || (status === 'ready' && !facts && !isAsked)) return <Opening />
  if (status === 'unavailable') return <NothingKept />
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-col gap-5">
      <VersionNotice update={update} />
      <OutboxStrip />
      <FieldNotices />
      <Screen />
    </div>
  )
}

function Screen() {
  const [search] = useSearchParams()
  switch (search.get('ecran')) {
    case 'publier':
      return <PostScreen draftId={search.get('brouillon') ?? ''} />
    case 'serie':
      return <BatchScreen />
    case 'brouillons':
      return <DraftsScreen />
    case 'lots':
      return <LotsScreen />
    case 'etiquettes':
      return (
        <Suspense fallback={<Opening />}>
          <LabelsScreen code={search.get('code')} draftId={search.get('brouillon')} />
        </Suspense>
      )
    case 'remises':
      return <HandoversScreen />
    case 'remise':
      return (
        <Suspense fallback={<Opening />}>
          <CheckScreen reservationId={search.get('reservation') ?? ''} />
        </Suspense>
      )
    case 'deconnexion':
      return <LeaveScreen />
    default:
      return <HomeScreen />
  }
}

function NothingKept() {
  const t = useT(field)
  return (
    <>
      <PageHeader title={t('title')} />
      <Notice tone="warning" title={t('unavailable.title')}>
        {t('unavailable.text')}
      </Notice>
      <ButtonLink to={paths.newLot()} reloadDocument className="mt-6">
        {t('noScript.classic')}
      </ButtonLink>
    </>
  )
}
