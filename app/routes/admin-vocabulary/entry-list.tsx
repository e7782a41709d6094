import { Form, Link } from '@remix-run/react'
import { paths } from '~/core/paths'
import type { VocabularyEntry } from '~/features/vocabulary/model/entries'
import { vocabulary as texts } from '~/messages/vocabulary'
import { Button } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { useT } from '~/ui/i18n'
import { TextInput } from '~/ui/inputs'

/** The entries in force, or those that hold what is looked for, each with the way to change it. */
export function EntryList({
  entries,
  filter,
}: {
  entries: readonly (VocabularyEntry & { at: number })[]
  filter: string
}) {
  const t = useT(texts)
  return (
    <section aria-labelledby="entries-title" className="flex min-w-0 flex-col gap-4">
      <h2 id="entries-title">{t('list.title')}</h2>
      <Form role="search" aria-labelledby="entries-title" className="flex max-w-xl flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1">
          <TextInput type="search" name="mot" label={t('list.filter')} defaultValue={filter} maxLength={60} />
        </div>
        <Button look="secondary">{t('list.filterSubmit')}</Button>
      </Form>
      {filter && (
        <p className="flex flex-wrap items-center gap-4">
          {t('list.found', { count: entries.length, text: filter })}
          <Link to={paths.vocabulary()} className="inline-flex min-h-11 items-center font-semibold">
            {t('list.all')}
          </Link>
        </p>
      )}
      <DataTable
        caption={t('list.title')}
        hideCaption
        dense
        rows={entries}
        rowKey={({ at }) => String(at)}
        csvHref={paths.vocabularyCsv()}
        empty={t('list.empty', { text: filter })}
        columns={[
          {
            key: 'words',
            header: t('list.words'),
            rowHeader: true,
            cell: ({ words }) => words.join(', '),
          },
          { key: 'broader', header: t('list.broader'), cell: ({ broader }) => broader.join(', ') },
          {
            key: 'acts',
            header: t('list.acts'),
            acts: true,
            cell: ({ at, words }) => (
              <Link
                to={paths.vocabulary(`?entree=${at}`)}
                className="inline-flex min-h-11 items-center font-semibold"
              >
                {t('list.change', { word: words[0] ?? '' })}
              </Link>
            ),
          },
        ]}
      />
    </section>
  )
}
