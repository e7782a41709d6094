import type { ReactNode } from 'react'

/** Nothing to show yet, and the next act that would change it. */
export function EmptyState({
  title,
  children,
  actions,
  level: Heading = 'h2',
}: {
  title: ReactNode
  children?: ReactNode
  actions?: ReactNode
  level?: 'h2' | 'h3'
}) {
  return (
    <section className="flex flex-col items-start gap-3 rounded-lg border-2 border-dashed border-field p-6 lg:p-10">
      <span className="hole" aria-hidden />
      <Heading>{title}</Heading>
      {children && <div className="prose-width text-muted">{children}</div>}
      {actions && <div className="mt-2 flex w-full flex-wrap gap-3">{actions}</div>}
    </section>
  )
}
