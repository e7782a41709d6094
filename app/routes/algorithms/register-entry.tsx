import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { paths } from '~/core/paths'
import { algorithms } from '~/messages/algorithms'
import { useT } from '~/ui/i18n'
import { TapeRule } from '~/ui/marks'
import { RichText } from '~/ui/rich-text'

const HEADINGS = ['purpose', 'part', 'decides', 'data', 'operations', 'limits', 'off'] as const

/** One algorithm of the register: the same questions for each, then its figures. */
export function RegisterEntry({
  id,
  title,
  texts,
  isReplayed = false,
  children,
}: {
  id: string
  title: string
  texts: Readonly<Record<(typeof HEADINGS)[number], ReactNode>>
  /** Whether the people concerned can see each computation again. */
  isReplayed?: boolean
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
          <Answer key={heading} term={t(`heading.${heading}`)}>
            {texts[heading]}
          </Answer>
        ))}
        <Answer term={t('heading.contest')}>
          <span>
            <RichText
              text={t(isReplayed ? 'contest' : 'contestPlain')}
              spans={{ link: (content) => <Link to={paths.contact()}>{content}</Link> }}
            />
          </span>
        </Answer>
      </dl>
      {children}
    </section>
  )
}

function Answer({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="border-t-2 border-edge pt-2">
      <dt className="font-semibold">{term}</dt>
      <dd className="prose-width flex flex-col gap-2">{children}</dd>
    </div>
  )
}
