import { paths } from '~/core/paths'
import { threads } from '~/messages/threads'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'

/** Where the two sides write to each other, with how much of it is unread. */
export function ThreadLink({ id, count, unread }: { id: string; count: number; unread: number }) {
  const t = useT(threads)
  return (
    <section aria-labelledby="talk" className="flex flex-col items-start gap-3" data-screen-only>
      <h2 id="talk">{t('section')}</h2>
      {count > 0 && (
        <p>
          {t('count', { count })}
          {unread > 0 && <strong className="ml-2">{t('unread', { count: unread })}</strong>}
        </p>
      )}
      <ButtonLink to={paths.reservationMessages(id)} look={unread > 0 ? 'action' : 'secondary'} wide>
        {t(count > 0 ? 'open' : 'write')}
      </ButtonLink>
    </section>
  )
}
