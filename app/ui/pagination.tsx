import { Link } from '@remix-run/react'
import { interfaceTexts } from '~/messages/interface'
import { useT } from './i18n'
import { ArrowLeftIcon, ArrowRightIcon } from './icons'

/** The pages near the current one, the first and the last; `null` stands for a gap. Pages count from 1. */
export function pagesShown(page: number, pages: number): (number | null)[] {
  const near = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages)
  const sorted = [...new Set(near)].sort((a, b) => a - b)
  return sorted.flatMap((number, index) => {
    const before = sorted[index - 1]
    if (before === undefined || number === before + 1) return [number]
    return number === before + 2 ? [before + 1, number] : [null, number]
  })
}

/** Links to the pages of a list, kept in the address. Renders nothing for a single page. */
export function Pagination({
  page,
  pages,
  hrefOf,
}: {
  page: number
  pages: number
  hrefOf: (page: number) => string
}) {
  const t = useT(interfaceTexts)
  if (pages <= 1) return null
  return (
    <nav aria-label={t('pagination.label')} className="flex flex-wrap items-center gap-2">
      {page > 1 && (
        <Link to={hrefOf(page - 1)} rel="prev" className="chip" aria-label={t('pagination.previous')}>
          <ArrowLeftIcon />
        </Link>
      )}
      <ul className="flex flex-wrap items-center gap-2">
        {pagesShown(page, pages).map((number, index) =>
          number === null ? (
            <li key={`gap-${index}`} aria-hidden>
              …
            </li>
          ) : (
            <li key={number}>
              <Link
                to={hrefOf(number)}
                className="chip min-w-11 justify-center"
                aria-current={number === page ? 'true' : undefined}
                aria-label={t(number === page ? 'pagination.current' : 'pagination.page', { page: number })}
              >
                {number}
              </Link>
            </li>
          ),
        )}
      </ul>
      {page < pages && (
        <Link to={hrefOf(page + 1)} rel="next" className="chip" aria-label={t('pagination.next')}>
          <ArrowRightIcon />
        </Link>
      )}
    </nav>
  )
}
