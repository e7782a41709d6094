import type { LoaderFunctionArgs } from '@remix-run/node'
import { addDays } from '~/core/days'
import type { PeriodFigures } from '~/features/programme/model/experiment'
import { toCsv } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { download } from '~/http/replies.server'
import { seenExperiment } from '~/http/seen-experiment.server'
import { translator } from '~/messages/catalogue'
import { programmeExperiment } from '~/messages/programme-experiment'

/** The indicators of both periods, one figure a row. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { dossier, view } = await seenExperiment(request, params.dossierId)
  const t = translator(await localeOf(request), programmeExperiment)
  const rowsOf = (name: string, { period, ...figures }: PeriodFigures) => {
    const about = { name, from: period.from, until: addDays(period.until, -1) }
    return [
      { ...about, indicator: t('figures.handedOver'), value: figures.handedOverG / 1000, unit: 'kg' },
      { ...about, indicator: t('figures.handovers'), value: figures.handovers, unit: '' },
      {
        ...about,
        indicator: t('figures.rate'),
        value: figures.rate === null ? null : figures.rate * 100,
        unit: '%',
      },
      { ...about, indicator: t('figures.surveys'), value: figures.surveys, unit: '' },
    ]
  }
  const rows = view.figures
    ? [
        ...rowsOf(t('figures.before'), view.figures.before),
        ...rowsOf(t('figures.during'), view.figures.during),
      ]
    : []
  const body = toCsv(
    [
      { header: t('figures.periodHeader'), cell: ({ name }) => name },
      { header: t('figures.from'), cell: ({ from }) => from },
      { header: t('figures.until'), cell: ({ until }) => until },
      { header: t('figures.indicator'), cell: ({ indicator }) => indicator },
      { header: t('figures.value'), cell: ({ value }) => value },
      { header: t('figures.unit'), cell: ({ unit }) => unit },
    ],
    rows,
  )
  return download(body, `${t('figures.file')}-${dossier.communeCode}.csv`, 'text/csv')
}
