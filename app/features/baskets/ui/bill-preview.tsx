import { bill } from '~/messages/bill'
import { materials } from '~/messages/materials'
import { Badge } from '~/ui/badge'
import { Button, ButtonLink } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import { Select } from '~/ui/inputs'
import { paths } from '~/core/paths'
import type { BillCount, BillDraft, ReadLine } from '../model/bill'
import { BILL_COLUMNS } from '../model/guess-columns'
import { LineFields, MaterialSelect } from './line-fields'

/** Lines with fields shown at once, and lines without: a page stays light, whatever was sent. */
const MOST_FIELDS = 40
const MOST_READ = 300

/** What was read of a bill, to put right before it is kept. */
export function BillPreview({
  draft,
  lines,
  count,
  sheet,
  sheets,
}: {
  draft: BillDraft
  lines: readonly ReadLine[]
  count: BillCount
  sheet: string | null
  sheets: readonly string[]
}) {
  const t = useT(bill)
  const faulty = lines.filter(({ line, left }) => line === null && left === null)
  const unknown = lines.filter(({ line }) => line !== null && line.material === null)
  const read = lines.filter(({ line }) => line !== null && line.material !== null)
  const left = lines.filter(({ left: why }) => why !== null)
  return (
    <div className="flex flex-col gap-8">
      <input type="hidden" name="bill" value={JSON.stringify(draft)} />
      <p className="flex flex-wrap gap-2" role="status">
        <Badge tone="success">{t('preview.lines', { count: count.lines })}</Badge>
        {count.faulty > 0 && <Badge tone="danger">{t('preview.faulty', { count: count.faulty })}</Badge>}
        {count.unknown > 0 && <Badge tone="warning">{t('preview.unknown', { count: count.unknown })}</Badge>}
        {count.left > 0 && <Badge>{t('preview.left', { count: count.left })}</Badge>}
      </p>
      {sheet !== null && sheets.length > 1 && (
        <p>{t('preview.sheet', { sheet, sheets: sheets.slice(0, 10).join(', ') })}</p>
      )}
      <ColumnChoices draft={draft} />
      {faulty.length > 0 && (
        <section aria-labelledby="faulty-title" className="flex flex-col gap-5">
          <h2 id="faulty-title">{t('preview.faultyTitle')}</h2>
          {faulty.length > MOST_FIELDS && <p>{t('preview.moreFaulty', { shown: MOST_FIELDS })}</p>}
          {faulty.slice(0, MOST_FIELDS).map(({ row, rowNumber, texts, faults }) => (
            <LineFields
              key={row}
              prefix={`fix.r${row}`}
              number={rowNumber}
              texts={texts}
              faults={faults}
              leave={t('line.leave')}
            />
          ))}
        </section>
      )}
      {unknown.length > 0 && <UnknownLines lines={unknown} />}
      {read.length > 0 && <ReadLines title={t('preview.readTitle')} lines={read} />}
      {left.length > 0 && (
        <details>
          <summary className="min-h-11 py-2 font-semibold">
            {t('preview.left', { count: left.length })}
          </summary>
          <ReadLines title={t('preview.leftTitle')} lines={left} />
        </details>
      )}
      <div className="flex flex-wrap gap-3">
        <Button name="intent" value="keep" wide>
          {t('preview.keep')}
        </Button>
        <Button name="intent" value="check" look="secondary" wide>
          {t('preview.check')}
        </Button>
        <ButtonLink to={paths.newBasket()} look="quiet" reloadDocument wide>
          {t('preview.restart')}
        </ButtonLink>
      </div>
    </div>
  )
}

/** Which column of the file is which. */
function ColumnChoices({ draft: { rows, columns } }: { draft: BillDraft }) {
  const t = useT(bill)
  const heading = columns.heading === null ? [] : (rows[columns.heading] ?? [])
  const options = (rows[0] ?? []).map((_, at) => {
    const letter = letterOf(at)
    const name = heading[at]
    return {
      value: String(at),
      label: name ? t('preview.columnNamed', { letter, name }) : t('preview.column', { letter }),
    }
  })
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 font-display text-lg font-bold">{t('preview.columns')}</legend>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {BILL_COLUMNS.map((column) => (
          <Select
            key={column}
            id={`columns-${column}`}
            name={`columns.${column}`}
            defaultValue={columns[column] === null ? '' : String(columns[column])}
            label={t(`line.${column}`)}
            placeholder={t('preview.none')}
            options={options}
          />
        ))}
      </div>
    </fieldset>
  )
}

function letterOf(at: number): string {
  const last = String.fromCharCode(65 + (at % 26))
  return at < 26 ? last : letterOf(Math.floor(at / 26) - 1) + last
}

function UnknownLines({ lines }: { lines: readonly ReadLine[] }) {
  const t = useT(bill)
  const format = useFormat()
  return (
    <section aria-labelledby="unknown-title" className="flex flex-col gap-4">
      <h2 id="unknown-title">{t('preview.unknownTitle')}</h2>
      <p className="prose-width">{t('preview.unknownText')}</p>
      {lines.length > MOST_FIELDS && <p>{t('preview.moreFaulty', { shown: MOST_FIELDS })}</p>}
      <ul className="flex flex-col gap-4">
        {lines.slice(0, MOST_FIELDS).map(({ row, rowNumber, texts, line }) => (
          <li key={row} className="grid items-end gap-x-6 gap-y-1 sm:grid-cols-[minmax(0,1fr)_20rem]">
            <p className="wrap-anywhere">
              <span className="text-muted">{t('line.number', { number: rowNumber })}</span>{' '}
              <strong>{line?.label}</strong>
              {line && ` – ${format.quantity(line.quantityMilli, line.unit)}`}
            </p>
            <MaterialSelect
              prefix={`fix.r${row}`}
              value={texts.material}
              label={t('line.ofLine', { what: t('line.material'), number: rowNumber })}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

function ReadLines({ title, lines }: { title: string; lines: readonly ReadLine[] }) {
  const t = useT(bill)
  const tMaterial = useT(materials)
  const format = useFormat()
  return (
    <>
      <DataTable
        caption={title}
        dense
        rows={lines.slice(0, MOST_READ)}
        rowKey={({ row }) => String(row)}
        columns={[
          {
            key: 'label',
            header: t('line.label'),
            rowHeader: true,
            cell: ({ rowNumber, line, texts }) => (
              <>
                <span className="font-normal text-muted">{rowNumber}</span> {line?.label ?? texts.label}
              </>
            ),
          },
          {
            key: 'quantity',
            header: t('line.quantity'),
            figure: true,
            cell: ({ line, texts }) =>
              line
                ? format.quantity(line.quantityMilli, line.unit)
                : `${texts.quantity} ${texts.unit}`.trim() || '–',
          },
          {
            key: 'material',
            header: t('line.material'),
            cell: ({ line }) => (line?.material ? tMaterial(`type.${line.material}.name`) : '–'),
          },
          {
            key: 'price',
            header: t('line.price'),
            figure: true,
            cell: ({ line }) =>
              line?.newUnitPriceCents == null ? '–' : format.euros(line.newUnitPriceCents),
          },
        ]}
      />
      {lines.length > MOST_READ && <p>{t('preview.moreRead', { shown: MOST_READ, all: lines.length })}</p>}
    </>
  )
}
