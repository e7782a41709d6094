import { Form } from '@remix-run/react'
import { addDays } from '~/core/days'
import { paths } from '~/core/paths'
import { board } from '~/messages/board'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { DateInput, Select } from '~/ui/inputs'
import { Notice } from '~/ui/notice'
import type { Board } from '../model/board'

/** The period of a board: a year or a quarter at once, or two days. Plain forms, whose answers are the address. */
export function PeriodForm({
  board: { perimeter, period, view },
  years,
}: {
  board: Pick<Board, 'perimeter' | 'period' | 'view'>
  years: readonly number[]
}) {
  const t = useT(board)
  const action = paths.board(perimeter.slug)
  const { interval } = period
  return (
    <div className="flex w-full flex-col gap-3" data-screen-only>
      {period.isFallback && (
        <Notice tone="warning" title={t('period.fallback')}>
          {t('period.fallbackText')}
        </Notice>
      )}
      <Form
        method="get"
        action={action}
        key={`${period.year}-${period.quarter ?? ''}`}
        aria-label={t('period.title')}
        className="flex flex-wrap items-end gap-3"
      >
        <Select
          name="annee"
          label={t('period.yearField')}
          placeholder={null}
          defaultValue={String(period.year)}
          options={years.map((year) => ({ value: String(year), label: String(year) }))}
        />
        <Select
          name="trimestre"
          label={t('period.quarterField')}
          placeholder={t('period.wholeYear')}
          defaultValue={period.quarter === null ? '' : String(period.quarter)}
          options={[1, 2, 3, 4].map((quarter) => ({
            value: String(quarter),
            label: t('period.quarterName', { quarter: String(quarter) }),
          }))}
        />
        <Button look="secondary">{t('period.show')}</Button>
      </Form>
      <details open={period.kind === 'free' || period.isFallback || undefined}>
        <summary>{t('period.free')}</summary>
        <Form
          method="get"
          action={action}
          key={`${interval.from}-${interval.until}`}
          aria-label={t('period.free')}
          className="flex flex-wrap items-end gap-3 pt-3"
        >
          <DateInput name="du" label={t('period.from')} defaultValue={interval.from} required />
          <DateInput
            name="au"
            label={t('period.to')}
            defaultValue={addDays(interval.until, -1)}
            hint={t(view === 'public' ? 'period.freeHintPublic' : 'period.freeHint')}
            required
          />
          <Button look="secondary">{t('period.show')}</Button>
        </Form>
      </details>
    </div>
  )
}
