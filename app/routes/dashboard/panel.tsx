import { Link } from '@remix-run/react'
import { useId, type ReactNode } from 'react'

/** A part of the dashboard: what there is, then what can be done about it. */
export function Panel({
  title,
  count,
  children,
  actions,
}: {
  title: string
  /** How many there are in all, beside the title. */
  count?: number
  children: ReactNode
  actions?: ReactNode
}) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="tag mb-5 break-inside-avoid">
      <div className="tag-head border-b-2 border-edge">
        <span className="hole" aria-hidden />
        <h2 id={id} className="text-xl">
          {title}
        </h2>
        {count !== undefined && count > 0 && <span className="reference ml-auto text-2xl">{count}</span>}
      </div>
      <div className="flex grow flex-col gap-4 p-4">
        {children}
        {actions && <div className="flex flex-wrap gap-3">{actions}</div>}
      </div>
    </section>
  )
}

/** The rows of a part: each opens its page. */
export function Rows({ children }: { children: ReactNode }) {
  return <ul className="flex flex-col divide-y divide-line">{children}</ul>
}

export function Row({
  to,
  title,
  text,
  aside,
}: {
  to: string
  title: string
  text: ReactNode
  aside?: ReactNode
}) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5 first:pt-0 last:pb-0">
      <div className="min-w-0 flex-1 basis-52">
        <Link to={to} className="inline-flex min-h-11 items-center font-semibold text-ink lg:min-h-0">
          {title}
        </Link>
        <p className="text-muted">{text}</p>
      </div>
      {aside}
    </li>
  )
}
