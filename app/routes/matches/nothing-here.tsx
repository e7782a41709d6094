import { paths } from '~/core/paths'
import type { PairStage } from '~/features/matching/model/pair-stage'
import { matching } from '~/messages/matching'
import { proposals } from '~/messages/proposals'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { useT } from '~/ui/i18n'
import { queryOf, type BoardAddress } from './stage-nav'

/** Where an empty stage sends its reader. */
const BEFORE = {
  contactes: 'proposes',
  reserves: 'proposes',
  remis: 'reserves',
  ecartes: 'proposes',
} as const satisfies Record<Exclude<PairStage, 'proposes'>, PairStage>

/** A stage without a pair, and what would bring one. */
export function NothingHere({
  at,
  mayPublish,
  mayState,
}: {
  at: BoardAddress
  mayPublish: boolean
  mayState: boolean
}) {
  const t = useT(proposals)
  const tMatching = useT(matching)
  const { etape } = at
  if (at.cote || at.matiere) {
    return (
      <EmptyState
        title={t('empty.filtered.title')}
        actions={<ButtonLink to={paths.matches(queryOf({ etape }))}>{t('empty.filtered.act')}</ButtonLink>}
      >
        {t('empty.filtered.text')}
      </EmptyState>
    )
  }
  if (etape !== 'proposes') {
    return (
      <EmptyState
        title={t(`empty.${etape}.title`)}
        actions={
          <ButtonLink to={paths.matches(queryOf({ etape: BEFORE[etape] }))}>
            {t(`empty.${etape}.act`)}
          </ButtonLink>
        }
      >
        {t(`empty.${etape}.text`)}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title={t('empty.proposes.title')}
      actions={
        <>
          {mayPublish && <ButtonLink to={paths.newLot()}>{tMatching('publish')}</ButtonLink>}
          {mayState && (
            <ButtonLink to={paths.newNeed()} look={mayPublish ? 'secondary' : 'action'}>
              {tMatching('stateNeed')}
            </ButtonLink>
          )}
        </>
      }
    >
      {t('empty.proposes.text')}
    </EmptyState>
  )
}
