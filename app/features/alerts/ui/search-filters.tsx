import { alerts } from '~/messages/alerts'
import { useT } from '~/ui/i18n'
import type { SearchSubject } from '../model/saved-search'

/** What a search looks for, in words. */
export function SearchFilters({ subject, filters }: { subject: SearchSubject; filters: readonly string[] }) {
  const t = useT(alerts)
  if (filters.length === 0) {
    return (
      <p>
        <strong>{t(`subject.${subject}`)}</strong> {t('everything')}
      </p>
    )
  }
  return (
    <div className="flex flex-col gap-2">
      <p className="font-semibold">{t(`subject.${subject}`)}</p>
      <ul className="ml-5 list-disc">
        {filters.map((filter) => (
          <li key={filter} className="break-words">
            {filter}
          </li>
        ))}
      </ul>
    </div>
  )
}
