import type { ReactNode } from 'react'
import { postingTerms } from '~/messages/posting-terms'
import { Badge } from '~/ui/badge'
import { useT } from '~/ui/i18n'
import { ChevronDownIcon } from '~/ui/icons'
import type { PostingField } from './posting-defaults'

/** A part of the form that everyone fills. */
export function PostingSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-5 border-t-4 border-edge pt-4">
      <h2 className="text-2xl">{title}</h2>
      {children}
    </section>
  )
}

/** A part that many leave as it is: closed, says what it holds and how much was answered, open when at fault. */
export function PostingFold({
  title,
  text,
  fields = [],
  filled,
  open = false,
  children,
}: {
  title: string
  text: string
  /** Its fields: one at fault opens it; those already answered are counted. */
  fields?: readonly PostingField[]
  /** How many are answered, where the fields do not tell. */
  filled?: number
  open?: boolean
  children: ReactNode
}) {
  const t = useT(postingTerms)
  const isFaulty = fields.some(({ errors }) => (errors?.length ?? 0) > 0)
  const count = filled ?? fields.filter(({ initialValue }) => initialValue).length
  return (
    <details open={open || isFaulty} className="group border-t-2 border-field">
      <summary className="flex min-h-14 cursor-pointer flex-col justify-center gap-1 py-3">
        <span className="flex flex-wrap items-center gap-3">
          <ChevronDownIcon className="flex-none group-open:rotate-180" />
          <span className="font-display text-lg font-bold">{title}</span>
          {count > 0 && <Badge>{t('filled', { count })}</Badge>}
        </span>
        <span className="text-muted">{text}</span>
      </summary>
      <div className="flex flex-col gap-5 pt-2 pb-5">{children}</div>
    </details>
  )
}
