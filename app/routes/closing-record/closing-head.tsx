import { paths } from '~/core/paths'
import { closing } from '~/messages/closing'
import { useFormat, useT } from '~/ui/i18n'
import { DownloadIcon } from '~/ui/icons'
import { Notice } from '~/ui/notice'
import { Stat, StatRow } from '~/ui/stat'
import type { closingPage } from './closing-page.server'

type Shown = Awaited<ReturnType<typeof closingPage>>
type Of = { shown: Shown; siteId: string }

const DONE = ['enregistre', 'pret', 'rouvert'] as const

/** What the record is, what it is not, when it is due, and its four sums. */
export function ClosingHead({ shown, siteId, done }: Of & { done: string | null }) {
  const t = useT(closing)
  const format = useFormat()
  const { deadline, survey, record, unexplained } = shown
  const known = DONE.find((one) => one === done)
  const days = { ended: format.dayLong(deadline.endedOn), due: format.dayLong(deadline.dueOn) }
  return (
    <div className="flex flex-col gap-6">
      {known && <Notice tone="success" live title={t(`done.${known}`)} />}
      <Notice title={t('notFiled')}>{t('notFiledText')}</Notice>
      <div className="flex flex-col gap-1">
        <p className="font-semibold">{t(`deadline.${deadline.stage}`, days)}</p>
        <p className="text-muted">{t('deadlineSource')}</p>
        {survey?.kind === 'resources' && <p className="prose-width text-muted">{t('resources')}</p>}
      </div>
      {record.state === 'ready' && unexplained > 0 && <Notice tone="warning">{t('changed')}</Notice>}
      {survey && <Sums shown={shown} siteId={siteId} />}
      <Downloads siteId={siteId} />
    </div>
  )
}

function Sums({ shown: { totals, unexplained } }: Of) {
  const t = useT(closing)
  const format = useFormat()
  const all = [totals.lines, totals.outside]
  const declaredG = all.reduce((sum, { declaredG }) => sum + declaredG, 0)
  const handedOverG = all.reduce((sum, { handedOverG }) => sum + handedOverG, 0)
  return (
    <StatRow>
      <Stat label={t('stat.surveyed')} value={format.mass(totals.lines.surveyedG)} />
      <Stat
        label={t('stat.handedOver')}
        value={format.mass(handedOverG)}
        definition={t('stat.handedOverText', { outside: format.mass(totals.outside.handedOverG) })}
      />
      <Stat label={t('stat.declared')} value={format.mass(declaredG)} definition={t('stat.declaredText')} />
      <Stat
        label={t('stat.gap')}
        value={format.mass(totals.lines.gapG)}
        note={unexplained > 0 ? t('stat.open', { count: unexplained }) : t('stat.none')}
        definition={t('stat.gapText')}
      />
    </StatRow>
  )
}

/** The record as a table, as a document, and what it is made from. */
function Downloads({ siteId }: { siteId: string }) {
  const t = useT(closing)
  const files = [
    { href: paths.closingXlsx(siteId), label: t('download.xlsx') },
    { href: paths.closingPdf(siteId), label: t('download.pdf') },
    { href: paths.closingMovesCsv(siteId), label: t('download.csv') },
  ]
  return (
    <nav aria-label={t('download.title')} data-screen-only>
      <ul className="flex flex-wrap gap-x-6">
        {files.map(({ href, label }) => (
          <li key={href}>
            <a href={href} className="inline-flex min-h-11 items-center gap-2 font-semibold">
              <DownloadIcon />
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
