import { proposals } from '~/messages/proposals'
import { useFormat, useT } from '~/ui/i18n'
import type { ListedPair } from '~/http/pair-board.server'

/** What the two sides wrote to each other about a pair. */
export function Exchanges({ pair: { id, messages, side, lot, need } }: { pair: ListedPair }) {
  const t = useT(proposals)
  const format = useFormat()
  if (messages.length === 0) return null
  const [us, other] = side === 'giver' ? [lot, need] : [need, lot]
  return (
    <section aria-labelledby={`exchanges-${id}`} className="border-t-2 border-edge px-4 py-4 lg:px-5">
      <h3 id={`exchanges-${id}`} className="text-lg">
        {t('messages.title')}
      </h3>
      <ol className="mt-2 flex flex-col gap-3">
        {messages.map(({ atMs, organisationId, text }) => (
          <li key={`${atMs}-${organisationId}`} className="prose-width border-l-4 border-field pl-3">
            <p className="text-sm text-muted">
              {organisationId === us.organisationId
                ? t('messages.us', { when: format.instant(atMs) })
                : t('messages.them', { name: other.organisationName, when: format.instant(atMs) })}
            </p>
            <p className="whitespace-pre-line wrap-anywhere">{text}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
