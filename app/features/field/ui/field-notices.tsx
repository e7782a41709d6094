import { useState } from 'react'
import { paths } from '~/core/paths'
import { field } from '~/messages/field'
import { Button, ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { discardDraft } from './store/draft-acts'
import { openFieldStore } from './store/field-store'
import { dropHandover } from './store/handover-acts'
import { useFieldSnapshot } from './store/use-field-store'
import { useOnline } from './use-online'

/** What stands between this device and the server, and what to do about it. */
export function FieldNotices() {
  const t = useT(field)
  const isOnline = useOnline()
  const { facts, sending, isFull } = useFieldSnapshot()
  const isSignedOut = sending.cause === 'session'
  return (
    <>
      {isFull && (
        <Notice tone="danger" live title={t('full.title')}>
          {t('full.text')}
        </Notice>
      )}
      {!facts && (
        <Notice
          tone="warning"
          title={t('unknown.title')}
          action={
            isOnline && (
              <ButtonLink to={paths.signIn(paths.field())} reloadDocument>
                {t('unknown.signIn')}
              </ButtonLink>
            )
          }
        >
          {t(isOnline ? 'unknown.text' : 'unknown.offline')}
        </Notice>
      )}
      {facts && isSignedOut && (
        <Notice
          tone="warning"
          live
          title={t('session.title')}
          action={
            <ButtonLink to={paths.signIn(paths.field())} reloadDocument>
              {t('session.signIn')}
            </ButtonLink>
          }
        >
          {t('session.text')}
        </Notice>
      )}
      {facts && !facts.who.isConfirmed && (
        <Notice tone="warning" title={t('unconfirmed.title')}>
          {t('unconfirmed.text')}
        </Notice>
      )}
      <OthersNotice />
    </>
  )
}

/** What another account left here: never sent by this one, erased only when asked and asked again. */
function OthersNotice() {
  const t = useT(field)
  const [isAsking, setIsAsking] = useState(false)
  const { drafts, handovers, facts } = useFieldSnapshot()
  const isOthers = (entry: { ownerUserId: string; state: string }) =>
    facts !== null && entry.ownerUserId !== facts.who.userId && entry.state !== 'sent'
  const otherDrafts = drafts.filter(isOthers)
  const otherHandovers = handovers.filter(isOthers)
  const count = otherDrafts.length + otherHandovers.length
  if (count === 0) return null
  const names = [...new Set([...otherDrafts, ...otherHandovers].map(({ ownerName }) => ownerName))].join(', ')
  const discard = async () => {
    for (const { id } of otherDrafts) await discardDraft(openFieldStore(), id)
    for (const entry of otherHandovers) await dropHandover(openFieldStore(), entry)
  }
  return (
    <Notice
      title={t('others.title', { count })}
      action={
        isAsking ? (
          <>
            <p className="w-full font-semibold">{t('others.sure')}</p>
            <Button type="button" look="danger" onClick={() => void discard()}>
              {t('others.discard')}
            </Button>
            <Button type="button" look="secondary" onClick={() => setIsAsking(false)}>
              {t('others.keep')}
            </Button>
          </>
        ) : (
          <Button type="button" look="secondary" small onClick={() => setIsAsking(true)}>
            {t('others.discard')}
          </Button>
        )
      }
    >
      {t('others.text', { names })}
    </Notice>
  )
}
