import { Form } from '@remix-run/react'
import { purchases } from '~/messages/purchases'
import { Button } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import { purchaseTotals, type Purchase } from '../model/purchase'

/** The lines of a year with what they come to, each with its way out. */
export function PurchaseTable({
  lines,
  year,
  csvHref,
}: {
  lines: readonly Purchase[]
  year: number
  csvHref: string
}) {
  const t = useT(purchases)
  const format = useFormat()
  const words = { year: String(year) }
  const { amountCents, reusedCents, recycledCents, share } = purchaseTotals(lines)
  return (
    <section aria-labelledby="lines" className="flex min-w-0 flex-col gap-4">
      <h2 id="lines">{t('list', words)}</h2>
      {lines.length === 0 ? (
        <p className="text-muted">{t('none', words)}</p>
      ) : (
        <>
          {share !== null && (
            <p className="text-lg font-semibold">{t('share', { share: format.percent(share) })}</p>
          )}
          <DataTable<Purchase>
            caption={t('list', words)}
            hideCaption
            rows={lines}
            rowKey={({ id }) => id}
            csvHref={csvHref}
            columns={[
              {
                key: 'label',
                header: t('label'),
                rowHeader: true,
                cell: ({ label }) => <span className="wrap-anywhere">{label}</span>,
                total: t('total'),
              },
              {
                key: 'amount',
                header: t('amount'),
                figure: true,
                cell: (line) => format.euros(line.amountCents),
                total: format.euros(amountCents),
              },
              {
                key: 'reused',
                header: t('reused'),
                figure: true,
                cell: ({ reusedBp }) => format.percent(reusedBp / 10_000),
                total: format.euros(reusedCents),
              },
              {
                key: 'recycled',
                header: t('recycled'),
                figure: true,
                cell: ({ recycledBp }) => format.percent(recycledBp / 10_000),
                total: format.euros(recycledCents),
              },
              {
                key: 'acts',
                header: t('remove'),
                acts: true,
                cell: (line) => (
                  <Form method="post">
                    <input type="hidden" name="id" value={line.id} />
                    <input type="hidden" name="year" value={line.year} />
                    <Button
                      look="secondary"
                      name="intent"
                      value="remove"
                      aria-label={t('removeOne', { label: line.label })}
                    >
                      {t('remove')}
                    </Button>
                  </Form>
                ),
              },
            ]}
          />
        </>
      )}
    </section>
  )
}
