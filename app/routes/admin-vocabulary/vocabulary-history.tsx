import { Form } from '@remix-run/react'
import { paths } from '~/core/paths'
import type { VocabularyVersion } from '~/features/vocabulary/model/vocabulary-version'
import { vocabulary as texts } from '~/messages/vocabulary'
import { Badge } from '~/ui/badge'
import { Button } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'

/** Every version that is or was in force: since when, by whom, what changed and why, and the way back to it. */
export function VocabularyHistory({ versions }: { versions: readonly VocabularyVersion[] }) {
  const t = useT(texts)
  const format = useFormat()
  const current = versions[0]?.version ?? ''
  return (
    <DataTable
      caption={t('history.title')}
      dense
      rows={versions}
      rowKey={({ version }) => version}
      csvHref={paths.vocabularyVersionsCsv()}
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
          key: 'since',
          header: t('history.since'),
          cell: ({ setAtMs }) => (setAtMs === null ? t('history.shipped') : format.instant(setAtMs)),
        },
        {
          key: 'by',
          header: t('history.by'),
          cell: ({ setBy, setAtMs }) => (setAtMs === null ? null : (setBy ?? t('history.gone'))),
        },
        {
          key: 'act',
          header: t('history.act'),
          cell: ({ act, subject }) => <span className="wrap-anywhere">{t(`act.${act}`, { subject })}</span>,
        },
        { key: 'reason', header: t('history.reason'), cell: ({ reason }) => reason },
        {
          key: 'size',
          header: t('history.size'),
          figure: true,
          cell: ({ size }) => format.number(size),
        },
        {
          key: 'acts',
          header: t('history.acts'),
          acts: true,
          cell: ({ version }) => <VersionActs version={version} current={current} />,
        },
      ]}
    />
  )
}

function VersionActs({ version, current }: { version: string; current: string }) {
  const t = useT(texts)
  return (
    <div className="flex flex-wrap items-center gap-3">
      <a href={paths.vocabularyCsv(version)} download className="inline-flex min-h-11 items-center">
        {t('history.download', { version })}
      </a>
      {version !== current && (
        <Form method="post">
          <input type="hidden" name="seen" value={current} />
          <input type="hidden" name="version" value={version} />
          <Button name="intent" value="restore" look="quiet">
            {t('history.restore', { version })}
          </Button>
        </Form>
      )}
    </div>
  )
}
