import { useState } from 'react'
import { paths } from '~/core/paths'
import { fieldWork } from '~/messages/field-work'
import { Button, ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { countUnsent } from '../model/outbox'
import { ScreenHeader } from './screen-header'
import { openFieldStore } from './store/field-store'
import { useFieldSnapshot } from './store/use-field-store'
import { forgetCaches } from './worker/forget-caches'

/** Signing out on this device: what would be lost is counted first, and nothing is erased unasked. */
export function LeaveScreen() {
  const t = useT(fieldWork)
  const { drafts, handovers } = useFieldSnapshot()
  const [isRefused, setIsRefused] = useState(false)
  const count = countUnsent({ drafts, handovers })
  const leave = async () => setIsRefused(!(await signOut()))
  return (
    <>
      <ScreenHeader title={t('leave.title')} />
      {count > 0 ? (
        <Notice tone="warning" title={t('leave.warn', { count })}>
          {t('leave.warnText')}
        </Notice>
      ) : (
        <p>{t('leave.nothing')}</p>
      )}
      {isRefused && <Notice live>{t('leave.offline')}</Notice>}
      <div className="flex flex-col gap-3">
        <ButtonLink to={paths.field()} look={count > 0 ? 'action' : 'secondary'}>
          {t(count > 0 ? 'leave.first' : 'leave.stay')}
        </ButtonLink>
        <Button type="button" look={count > 0 ? 'danger' : 'action'} onClick={() => void leave()}>
          {count > 0 ? t('leave.erase', { count }) : t('leave.plain')}
        </Button>
      </div>
    </>
  )
}

/** Ends the session first: without a network nothing is erased, since the next person would still be signed in. */
async function signOut(): Promise<boolean> {
  try {
    const response = await fetch(paths.signOut(), {
      method: 'POST',
      body: new URLSearchParams(),
      redirect: 'manual',
    })
    if (response.type !== 'opaqueredirect' && !response.ok) return false
  } catch {
    return false
  }
  await openFieldStore().purge()
  await forgetCaches()
  window.location.assign(paths.home())
  return true
}
