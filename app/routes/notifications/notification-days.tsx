import { Form } from '@remix-run/react'
import { isoDayOf, type IsoDay } from '~/core/days'
import type { NotificationView } from '~/features/notifications/queries.server'
import { sentenceOf } from '~/features/notifications/ui/sentence'
import { notifications } from '~/messages/notifications'
import { Badge } from '~/ui/badge'
import { Button } from '~/ui/button'
import { useFormat, useT } from '~/ui/i18n'

/** Notifications under the day they came, newest first. */
export function NotificationDays({ items, today }: { items: readonly NotificationView[]; today: IsoDay }) {
  const format = useFormat()
  const days = [...new Set(items.map(({ createdAtMs }) => isoDayOf(createdAtMs)))]
  return days.map((day) => (
    <section key={day} className="flex flex-col gap-3">
      <h2 className="font-display text-xl font-bold">
        {format.dayLong(day)} ({format.relativeDay(day, today)})
      </h2>
      <ul className="flex flex-col gap-3">
        {items
          .filter(({ createdAtMs }) => isoDayOf(createdAtMs) === day)
          .map((item) => (
            <Item key={item.id} item={item} />
          ))}
      </ul>
    </section>
  ))
}

function Item({ item }: { item: NotificationView }) {
  const t = useT(notifications)
  const format = useFormat()
  const isUnread = item.readAtMs === null
  const textId = `notification-${item.id}`
  return (
    <li className="flex flex-col gap-2 border-2 border-edge bg-card p-4">
      <p className="flex flex-wrap items-center gap-3 text-muted">
        {format.time(item.createdAtMs)}
        {isUnread && <Badge>{t('new')}</Badge>}
      </p>
      <p id={textId} className={isUnread ? 'font-semibold' : undefined}>
        {sentenceOf(t, item)}
      </p>
      <Form method="post" className="flex flex-wrap gap-3">
        <input type="hidden" name="id" value={item.id} />
        <Button small name="intent" value="open" aria-describedby={textId}>
          {t('open')}
        </Button>
        {isUnread && (
          <Button look="quiet" small name="intent" value="read" aria-describedby={textId}>
            {t('read')}
          </Button>
        )}
      </Form>
    </li>
  )
}
