import { lotSearchQuery, type LotSearchState } from '~/features/lots/model/lot-search-query'
import { lots } from '~/messages/lots'
import { useT } from '~/ui/i18n'

/** On a phone the form of a search, with a material's sheet, is longer than the screen: the way past it. */
export function ToResults({ search, total }: { search: LotSearchState; total: number }) {
  const t = useT(lots)
  if (total === 0 || lotSearchQuery(search) === '') return null
  return (
    <a href="#results" className="inline-flex min-h-11 items-center self-start font-semibold lg:hidden">
      {t('search.toResults', { count: total })}
    </a>
  )
}
