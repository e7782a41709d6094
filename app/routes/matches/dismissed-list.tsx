import { Form, Link } from '@remix-run/react'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { DISMISSAL_REASONS } from '~/features/matching/model/dismissal'
import { proposals } from '~/messages/proposals'
import { Button } from '~/ui/button'
import { useFormat, useT } from '~/ui/i18n'
import type { ListedPair } from '~/http/pair-board.server'

/** The pairs that a side set aside; whoever did so takes theirs back. */
export function DismissedList({ pairs }: { pairs: readonly ListedPair[] }) {
  return (
    <ul className="flex flex-col gap-3">
      {pairs.map((pair) => (
        <Dismissed key={pair.id} pair={pair} />
      ))}
    </ul>
  )
}

function Dismissed({ pair: { id, lot, need, dismissed } }: { pair: ListedPair }) {
  const t = useT(proposals)
  const format = useFormat()
  if (!dismissed) return null
  const day = format.dayLong(isoDayOf(dismissed.atMs))
  const reason = DISMISSAL_REASONS.find((name) => name === dismissed.reason) ?? 'other'
  return (
    <li className="flex flex-col gap-3 border-2 border-edge bg-card p-4 sm:flex-row sm:items-center sm:justify-between">
      <div className="flex min-w-0 flex-col gap-1">
        <p className="font-semibold">
          <Link to={paths.lot(lot.id)}>{lot.title}</Link>
          {' · '}
          <Link to={paths.need(need.id)}>{need.title}</Link>
        </p>
        <p className="text-muted">
          {dismissed.byUs
            ? t('dismissed.us', { day, reason: t(`reason.${reason}`).toLowerCase() })
            : t('dismissed.them', { day })}
          {dismissed.note && ` (${dismissed.note})`}
        </p>
      </div>
      {dismissed.byUs && (
        <Form method="post" className="shrink-0">
          <input type="hidden" name="intent" value="take-back" />
          <input type="hidden" name="pairId" value={id} />
          <Button
            small
            look="secondary"
            aria-label={t('dismissed.takeBackOf', { lot: lot.title, need: need.title })}
          >
            {t('dismissed.takeBack')}
          </Button>
        </Form>
      )}
    </li>
  )
}
