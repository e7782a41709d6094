import { paths } from '~/core/paths'
import { lots } from '~/messages/lots'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'

/** What the giver has just done with the lot, as the address says it. */
export type LotAct = 'publie' | 'modifie' | 'pause' | 'reprise' | 'retrait'

const TITLES = {
  publie: 'done.published',
  modifie: 'done.changed',
  pause: 'done.paused',
  reprise: 'done.resumed',
  retrait: 'done.withdrawn',
} as const

/** Says that it is done, and what comes next. */
export function LotDone({ act, hasNeeds, siteId }: { act: LotAct; hasNeeds: boolean; siteId: string }) {
  const t = useT(lots)
  const isNew = act === 'publie'
  return (
    <Notice
      tone="success"
      live
      title={t(TITLES[act])}
      action={
        (isNew || act === 'modifie') && (
          <>
            {hasNeeds && <ButtonLink to="#besoins">{t('done.seeMatching')}</ButtonLink>}
            {isNew && (
              <ButtonLink look="secondary" to={paths.newLot(siteId)}>
                {t('done.another')}
              </ButtonLink>
            )}
          </>
        )
      }
    >
      {isNew && t('done.publishedText')}
      {act === 'modifie' && t('done.changedText')}
    </Notice>
  )
}
