import type { ReactNode } from 'react'
import { algorithms } from '~/messages/algorithms'
import { useT } from '~/ui/i18n'
import { TapeRule } from '~/ui/marks'

const HEADINGS = ['purpose', 'part', 'data', 'operations', 'limits', 'off'] as const

/** One algorithm of the register: the same six questions for each, then its figures. */
export function RegisterEntry({
  id,
  title,
  texts,
  children,
}: {
  id: string
  title: string
  texts: Readonly<Record<(typeof HEADINGS)[number], ReactNode>>
  children: ReactNode
}) {
  const t = useT(algorithms)
  return (
    <section aria-labelledby={id} className="flex min-w-0 flex-col gap-8">
      <div>
        <TapeRule />
        <h2 id={id} className="mt-5">
          {title}
        </h2>
      </div>
      <dl className="grid gap-6 lg:grid-cols-2">
        {HEADINGS.map((heading) => (
          <div key={heading} className="border-t-2 border-edge pt-2">
            <dt className="font-semibold">{t(`heading.${heading}`)}</dt>
            <dd className="prose-width flex flex-col gap-2">{texts[heading]}</dd>
          </div>
        ))}
      </dl>
      {children}
    </section>
  )
}
