import { getFormProps, getInputProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import type { Unit } from '~/core/units'
import { attribution } from '~/messages/attribution'
import { publicCessions } from '~/messages/public-cessions'
import { Button } from '~/ui/button'
import { Checkbox } from '~/ui/choices'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useFormat, useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import type { CriteriaInForce } from '../model/attribution-criteria'
import type { SeenRequest, Side } from '../model/decision'
import { isCleared, type Check } from '../model/public-checks'
import { ChecksList } from './checks-list'
import { RankingTable } from './ranking-table'
import { useCriteriaText } from './use-criteria-text'

/** What an answer would be founded on now. */
export type AnswerGroundsView = {
  inForce: CriteriaInForce
  ranking: SeenRequest[]
  checks: Check[]
  /** Whether accepting (refusing) would depart from the order proposed. */
  isAgainst: { accepted: boolean; refused: boolean }
}

/** For whoever answers a request: the order that the criteria propose, and what rules for public bodies ask. */
export function AnswerGrounds({
  grounds: { inForce, ranking, checks, isAgainst },
  view,
  side,
}: {
  grounds: AnswerGroundsView
  view: { id: string; lotId: string; lotUnit: Unit }
  side: Side | null
}) {
  const isGiver = side === 'giver'
  const t = useT(attribution)
  const criteriaText = useCriteriaText()
  return (
    <>
      {ranking.length > 1 && (
        <section aria-labelledby="order" className="flex flex-col gap-4">
          <h2 id="order">{t('ranking.title')}</h2>
          <p className="prose-width">
            {inForce.source === 'none'
              ? t('ranking.leadNone')
              : t('ranking.lead', { criteria: criteriaText(inForce.criteria) })}
          </p>
          <RankingTable
            caption={t('ranking.title')}
            hideCaption
            ranking={ranking}
            unit={view.lotUnit}
            current={view.id}
          />
          <p className="prose-width text-muted">{t('ranking.verify')}</p>
          {isGiver && isAgainst.accepted && <Notice tone="warning">{t('ranking.against')}</Notice>}
          {isGiver && isAgainst.refused && <Notice>{t('ranking.refusing')}</Notice>}
        </section>
      )}
      {checks.length > 0 && <Checks checks={checks} lotId={view.lotId} side={side} />}
    </>
  )
}

function Checks({ checks, lotId, side }: { checks: readonly Check[]; lotId: string; side: Side | null }) {
  const isGiver = side === 'giver'
  const t = useT(publicCessions)
  const left = checks.filter(({ isMet }) => !isMet).length
  return (
    <section aria-labelledby="public-rules" className="flex flex-col gap-4">
      <h2 id="public-rules">{t('panel.title')}</h2>
      {isGiver ? (
        <Notice tone={isCleared(checks) ? 'success' : 'warning'}>
          {left === 0 ? t('panel.cleared') : t('panel.left', { count: left })}
        </Notice>
      ) : (
        <p className="prose-width">{t('panel.forTaker')}</p>
      )}
      <ChecksList checks={checks} lotId={lotId} canSettle={isGiver} isTaker={side === 'taker'} />
    </section>
  )
}

/** The promise not to sell again: as it was given, or its form where the taker has not given it yet. */
export function UndertakingPanel({
  undertaking,
  source,
  canUndertake,
  lastResult,
}: {
  undertaking: { atMs: number; by: string } | null
  source: string
  canUndertake: boolean
  lastResult: SubmissionResult<string[]> | undefined
}) {
  const t = useT(attribution)
  const format = useFormat()
  const [form, { noResale }] = useForm<{ noResale: string }>({ id: 'undertake', lastResult })
  if (!undertaking && !canUndertake) return null
  return (
    <section aria-labelledby="promise" className="flex flex-col gap-3">
      <h2 id="promise">{t('promise.title')}</h2>
      {undertaking ? (
        <p>{t('promise.made', { by: undertaking.by, at: format.instant(undertaking.atMs) })}</p>
      ) : (
        <Form method="post" {...getFormProps(form)} className="flex max-w-xl flex-col gap-4" data-screen-only>
          <ErrorSummary id="undertake-errors" errors={summaryOf([form, noResale])} />
          <input type="hidden" name="intent" value="undertake" />
          <Checkbox
            {...getInputProps(noResale, { type: 'checkbox', value: 'yes' })}
            key="noResale"
            label={t('promise.label')}
            hint={t('promise.hint', { source })}
            error={noResale.errors}
          />
          <div>
            <Button wide>{t('promise.submit')}</Button>
          </div>
        </Form>
      )}
    </section>
  )
}
