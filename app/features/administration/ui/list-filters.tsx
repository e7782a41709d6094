import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { administration } from '~/messages/administration'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'

/** The frame of a list's filters: a form whose answers are the page's address. */
export function ListFilters({
  state,
  clearTo,
  children,
}: {
  /** Changes with the address, so that the fields follow the back button. */
  state: string
  /** The list without filters, when one is set. */
  clearTo: string | null
  children: ReactNode
}) {
  const t = useT(administration)
  return (
    <Form
      method="get"
      role="search"
      aria-label={t('filter.title')}
      key={state}
      className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-4"
      data-screen-only
    >
      {children}
      <div className="flex flex-wrap items-center gap-4">
        <Button look="secondary" wide>
          {t('filter.submit')}
        </Button>
        {clearTo && (
          <Link to={clearTo} className="inline-flex min-h-11 items-center">
            {t('filter.clear')}
          </Link>
        )}
      </div>
    </Form>
  )
}
