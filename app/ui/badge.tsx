import type { ReactNode } from 'react'

export type BadgeTone = 'plain' | 'mark' | 'success' | 'warning' | 'danger' | 'info'

const TONES = {
  plain: 'text-ink',
  mark: 'badge-mark',
  success: 'text-success',
  warning: 'text-warning',
  danger: 'text-danger',
  info: 'text-info',
} satisfies Record<BadgeTone, string>

/** A state in one or two words. The words carry the meaning; the colour repeats it. */
export function Badge({
  tone = 'plain',
  icon,
  children,
}: {
  tone?: BadgeTone
  icon?: ReactNode
  children: ReactNode
}) {
  return (
    <span className={`badge ${TONES[tone]}`}>
      {icon}
      {children}
    </span>
  )
}
