import { Form, Link } from '@remix-run/react'
import type { IsoDay } from '~/core/days'
import { paths } from '~/core/paths'
import type { LotView } from '~/features/lots/model/lot'
import type { LotState } from '~/features/lots/model/lot-state'
import type { Shelf } from '~/features/lots/model/shelves'
import { common } from '~/messages/common'
import { labelSheets } from '~/messages/label-sheets'
import { lots as lotTexts } from '~/messages/lots'
import { materials } from '~/messages/materials'
import { myLots } from '~/messages/my-lots'
import { Button } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import { LotActs } from './lot-acts'

/** The lots of one shelf. */
export function LotTable({
  lots,
  decisions,
  shelf,
  today,
}: {
  lots: readonly { lot: LotView; state: LotState }[]
  /** Decisions of the team in force, by lot. */
  decisions: Readonly<Record<string, string>>
  shelf: Shelf
  today: IsoDay
}) {
  const t = useT(myLots)
  const tLot = useT(lotTexts)
  const tCommon = useT(common)
  const tMaterial = useT(materials)
  const tSheet = useT(labelSheets)
  const format = useFormat()
  const canLabel = shelf !== 'retires'
  return (
    <>
      {canLabel && <LabelForm />}
      <DataTable
        caption={t('caption')}
        hideCaption
        rows={lots}
        rowKey={({ lot }) => lot.id}
        csvHref={paths.myLotsCsv(shelf)}
        columns={[
          {
            key: 'title',
            header: tCommon('word.lot'),
            cell: ({ lot }) => (
              <Link to={paths.lot(lot.id)} className="inline-block min-w-36">
                {lot.title}
              </Link>
            ),
            rowHeader: true,
          },
          {
            key: 'reference',
            header: tCommon('word.reference'),
            cell: ({ lot }) => <span className="whitespace-nowrap">{lot.reference}</span>,
          },
          {
            key: 'material',
            header: tCommon('word.material'),
            cell: ({ lot }) => tMaterial(`type.${lot.material}.short`),
          },
          {
            key: 'free',
            header: tLot('fact.free'),
            cell: ({ lot }) =>
              `${format.number(lot.availableMilli / 1000, 3)} / ${format.quantity(lot.quantityMilli, lot.unit)}`,
            figure: true,
          },
          {
            key: 'until',
            header: tLot('csv.until'),
            cell: ({ lot }) => format.day(lot.availableUntil),
            figure: true,
          },
          {
            key: 'state',
            header: t('state'),
            cell: ({ lot, state }) => {
              const name = state === 'open' ? t('open') : tLot(`status.${state}`)
              const decisionId = decisions[lot.id]
              if (!decisionId) return name
              return (
                <>
                  {name}{' '}
                  <Link
                    to={paths.moderationDecision(decisionId)}
                    className="inline-flex min-h-11 items-center font-semibold"
                    aria-label={t('decisionOf', { title: lot.title })}
                  >
                    {t('decision')}
                  </Link>
                </>
              )
            },
          },
          ...(canLabel
            ? [
                {
                  key: 'label',
                  header: tSheet('select.column'),
                  cell: ({ lot }: { lot: LotView }) => (
                    <input
                      type="checkbox"
                      className="tick"
                      name="lot"
                      value={lot.id}
                      form={LABEL_FORM}
                      aria-label={tSheet('select.one', { title: lot.title })}
                    />
                  ),
                },
              ]
            : []),
          {
            key: 'acts',
            acts: true,
            header: t('acts.header'),
            cell: ({ lot }) => <LotActs lot={lot} shelf={shelf} today={today} />,
          },
        ]}
      />
    </>
  )
}

const LABEL_FORM = 'labels'

/** What the ticked lots are for. The boxes are in the rows, which have forms of their own. */
function LabelForm() {
  const t = useT(labelSheets)
  return (
    <Form
      id={LABEL_FORM}
      method="get"
      action={paths.printLabels()}
      className="flex flex-wrap items-center gap-x-4 gap-y-2"
    >
      <Button look="secondary" small>
        {t('select.submit')}
      </Button>
      <span className="text-muted">{t('select.hint')}</span>
    </Form>
  )
}
