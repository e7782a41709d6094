import { paths } from '~/core/paths'
import { factors as texts } from '~/messages/factors'
import { Badge } from '~/ui/badge'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'

type Version = {
  version: string
  validFrom: string
  reason: string
  publishedAtMs: number | null
  publishedBy: string | null
}

/** Every version, newest first: since when, by whom, why, and its table. */
export function FactorHistory({ versions, current }: { versions: readonly Version[]; current: string }) {
  const t = useT(texts)
  const format = useFormat()
  return (
    <DataTable
      caption={t('history.title')}
      dense
      rows={versions}
      rowKey={({ version }) => version}
      columns={[
        {
          key: 'version',
          header: t('history.version'),
          rowHeader: true,
          cell: ({ version }) => (
            <>
              {version} {version === current && <Badge tone="mark">{t('history.current')}</Badge>}
            </>
          ),
        },
        {
          key: 'from',
          header: t('history.validFrom'),
          cell: ({ validFrom }) => format.day(validFrom),
        },
        {
          key: 'published',
          header: t('history.published'),
          cell: ({ publishedAtMs }) =>
            publishedAtMs === null ? t('history.shipped') : format.instant(publishedAtMs),
        },
        {
          key: 'by',
          header: t('history.by'),
          cell: ({ publishedBy, publishedAtMs }) =>
            publishedAtMs === null ? null : (publishedBy ?? t('history.gone')),
        },
        { key: 'reason', header: t('history.reason'), cell: ({ reason }) => reason },
        {
          key: 'acts',
          header: t('history.acts'),
          acts: true,
          cell: ({ version }) => (
            <a href={paths.factorsCsv(version)} download className="inline-flex min-h-11 items-center">
              {t('history.download', { version })}
            </a>
          ),
        },
      ]}
    />
  )
}
