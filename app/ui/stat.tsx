import type { ReactNode } from 'react'
import { interfaceTexts } from '~/messages/interface'
import { useT } from './i18n'

/**
 * A figure that says what it is: name, value, the two quantities it divides, and its definition.
 * A rate is never shown without its denominator; `value` is then a text such as «sans dénominateur».
 */
export function Stat({
  label,
  value,
  ratio,
  definition,
  note,
  more,
}: {
  label: ReactNode
  value: ReactNode
  /** Both already written with their unit: `{ numerator: '12,4 t', denominator: '98 t' }`. */
  ratio?: { numerator: string; denominator: string }
  definition?: ReactNode
  /** One more line: a comparison, a period, an estimate. */
  note?: ReactNode
  /** A link to what the figure counts. */
  more?: ReactNode
}) {
  const t = useT(interfaceTexts)
  return (
    <div className="flex flex-col gap-1 border-t-4 border-edge pt-3">
      <p className="font-semibold">{label}</p>
      <p className="reference text-4xl whitespace-normal">{value}</p>
      {ratio && <p className="font-medium">{t('stat.ratio', ratio)}</p>}
      {note && <p className="text-muted">{note}</p>}
      {more && <p data-screen-only>{more}</p>}
      {definition && <p className="text-sm text-muted">{definition}</p>}
    </div>
  )
}

/** Two to four `Stat` side by side. */
export function StatRow({ children }: { children: ReactNode }) {
  return (
    <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,15rem),1fr))] gap-x-6 gap-y-8">
      {children}
    </div>
  )
}
