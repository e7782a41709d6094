import { paths } from '~/core/paths'
import { isoDayOf } from '~/core/days'
import { openData } from '~/messages/open-data'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import { DownloadIcon } from '~/ui/icons'
import { FactList } from '~/ui/tag-card'
import type { CatalogueEntry } from './read-catalogue.server'

/** One dataset: what it holds, under which terms, how to take it, its fields and its first rows. */
export function DatasetSection({ entry }: { entry: CatalogueEntry }) {
  const t = useT(openData)
  const { id, fields, preview } = entry
  const title = t(`dataset.${id}.title`)
  return (
    <section aria-labelledby={id} className="flex min-w-0 flex-col gap-4 border-t-4 border-edge pt-4">
      <h2 id={id}>{title}</h2>
      <p className="prose-width">{t(`dataset.${id}.text`)}</p>
      <Terms entry={entry} />
      <Downloads entry={entry} title={title} />
      <details className="min-w-0">
        <summary className="font-semibold">{t('schema', { dataset: title })}</summary>
        <Fields fields={fields} caption={t('schema', { dataset: title })} />
      </details>
      <details className="min-w-0">
        <summary className="font-semibold">{t('preview', { dataset: title })}</summary>
        <DataTable
          caption={t('preview', { dataset: title })}
          hideCaption
          dense
          rows={preview}
          rowKey={(row) => JSON.stringify(row)}
          empty={t('previewEmpty')}
          columns={fields.map(({ name, type }, index) => ({
            key: name,
            header: name,
            figure: type === 'number' || type === 'integer',
            rowHeader: index === 0,
            cell: (row: Record<string, string>) => row[name],
          }))}
        />
      </details>
    </section>
  )
}

function Terms({ entry: { licence, sources, updatedAtMs, frequency, id } }: { entry: CatalogueEntry }) {
  const t = useT(openData)
  const format = useFormat()
  const isOfSoftware = id === 'communes' || id === 'matieres' || id === 'unites'
  const updated = isOfSoftware ? t('updatedWithSoftware') : t('never')
  return (
    <FactList
      facts={[
        {
          term: t('licence'),
          value: (
            <a href={licence.url} rel="license noreferrer">
              {licence.name}
            </a>
          ),
        },
        {
          term: t('updated'),
          value: updatedAtMs === null ? updated : format.dayLong(isoDayOf(updatedAtMs)),
        },
        { term: t('frequency'), value: t(`frequencies.${frequency}`) },
        {
          term: t('sources'),
          value:
            sources.length === 0 ? (
              t('noSource')
            ) : (
              <ul>
                {sources.map((source) => (
                  <li key={source}>{t(`source.${source}`)}</li>
                ))}
              </ul>
            ),
        },
      ]}
    />
  )
}

function Downloads({ entry: { id, formats }, title }: { entry: CatalogueEntry; title: string }) {
  const t = useT(openData)
  return (
    <ul
      className="flex flex-wrap gap-x-6 gap-y-1"
      aria-label={`${t('downloads')} – ${title}`}
      data-screen-only
    >
      {formats.map((format) => (
        <li key={format}>
          <a
            href={paths.openDataFile(`${id}.${format}`)}
            download
            className="inline-flex min-h-11 items-center gap-2 font-semibold"
            aria-label={t('file', { dataset: title, format: t(`format.${format}`) })}
          >
            <DownloadIcon />
            {t(`format.${format}`)}
          </a>
        </li>
      ))}
      <li>
        <a
          href={paths.openDataFile(`${id}.schema.json`)}
          className="inline-flex min-h-11 items-center font-semibold"
        >
          {t('tableSchema')}
        </a>
      </li>
    </ul>
  )
}

function Fields({ fields, caption }: { fields: CatalogueEntry['fields']; caption: string }) {
  const t = useT(openData)
  const typeOf = ({ type, isOptional }: CatalogueEntry['fields'][number]) => {
    const word = t(`types.${type}`)
    return isOptional ? t('optional', { type: word }) : word
  }
  return (
    <DataTable
      caption={caption}
      hideCaption
      dense
      rows={fields}
      rowKey={({ name }) => name}
      columns={[
        {
          key: 'field',
          header: t('field'),
          rowHeader: true,
          cell: ({ name }) => <code className="wrap-anywhere">{name}</code>,
        },
        { key: 'type', header: t('type'), cell: typeOf },
        {
          key: 'unit',
          header: t('unit'),
          cell: ({ unit }) => (unit === 'unit' ? t('units.unit') : (unit ?? t('noUnit'))),
        },
        {
          key: 'meaning',
          header: t('meaning'),
          cell: ({ meaning, choices }) => (
            <>
              {meaning}
              {choices && (
                <span className="block text-sm text-muted wrap-anywhere">{choices.join(', ')}</span>
              )}
            </>
          ),
        },
      ]}
    />
  )
}
