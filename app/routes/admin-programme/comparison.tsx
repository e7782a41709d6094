import type { GroupResult } from '~/features/programme/model/comparison'
import { paths } from '~/core/paths'
import { programmeBoard } from '~/messages/programme-board'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'

type Props = { inTrack: GroupResult; others: GroupResult; year: number }

/** The communes of the track beside the others, with what such a comparison cannot say. */
export function Comparison({ inTrack, others, year }: Props) {
  const t = useT(programmeBoard)
  const format = useFormat()
  const mass = (grams: number | null) => (grams === null ? t('compare.noValue') : format.mass(grams))
  const title = t('compare.title', { year: String(year) })
  return (
    <section aria-labelledby="compare" className="flex min-w-0 flex-col gap-4">
      <h2 id="compare">{title}</h2>
      <Notice tone="warning">{t('compare.caveat')}</Notice>
      <DataTable
        caption={title}
        hideCaption
        rows={[
          { key: 'inTrack' as const, ...inTrack },
          { key: 'others' as const, ...others },
        ]}
        rowKey={({ key }) => key}
        csvHref={paths.teamListCsv('comparaison', `?annee=${year}`)}
        columns={[
          {
            key: 'group',
            header: t('compare.group'),
            rowHeader: true,
            cell: ({ key }) => t(`compare.${key}`),
          },
          {
            key: 'communes',
            header: t('compare.communes'),
            figure: true,
            cell: ({ communes }) => communes,
          },
          {
            key: 'withSites',
            header: t('compare.withSites'),
            figure: true,
            cell: ({ withSites }) => withSites,
          },
          {
            key: 'perSite',
            header: t('compare.perSite'),
            figure: true,
            cell: ({ perSiteG }) => mass(perSiteG),
          },
          {
            key: 'perInhabitant',
            header: t('compare.perInhabitant'),
            figure: true,
            cell: ({ perInhabitantG }) =>
              perInhabitantG === null ? t('compare.noValue') : format.smallMass(perInhabitantG),
          },
        ]}
      />
      <p className="prose-width text-muted">{t('compare.text')}</p>
    </section>
  )
}
