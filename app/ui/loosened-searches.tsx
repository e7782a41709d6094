import { search } from '~/messages/search'
import { ButtonLink } from './button'
import { useT } from './i18n'

/** A search that found nothing, with one condition less each time: what that would find. */
export function LoosenedSearches({
  searches,
}: {
  searches: readonly { key: string; label: string; to: string }[]
}) {
  const t = useT(search)
  if (searches.length === 0) return <p>{t('loosen.none')}</p>
  return (
    <nav aria-labelledby="loosen" className="flex flex-col gap-2">
      <h3 id="loosen" className="text-lg text-ink">
        {t('loosen.title')}
      </h3>
      <ul className="flex flex-wrap gap-2">
        {searches.map(({ key, label, to }) => (
          <li key={key}>
            <ButtonLink look="secondary" small to={to}>
              {label}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
