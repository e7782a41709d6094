import type { ReactNode } from 'react'
import { interfaceTexts } from '~/messages/interface'
import { useT } from './i18n'
import { CheckIcon, InfoIcon, StopIcon, WarningIcon } from './icons'

export type NoticeTone = 'info' | 'success' | 'warning' | 'danger'

const LOOKS = {
  info: { Icon: InfoIcon, classes: 'text-info bg-info-tint' },
  success: { Icon: CheckIcon, classes: 'text-success bg-success-tint' },
  warning: { Icon: WarningIcon, classes: 'text-warning bg-warning-tint' },
  danger: { Icon: StopIcon, classes: 'text-danger bg-danger-tint' },
} satisfies Record<NoticeTone, unknown>

/**
 * A message in the page. `live` announces it when it appears after an act of the person:
 * politely, or at once for a danger.
 */
export function Notice({
  tone = 'info',
  title,
  live = false,
  children,
  action,
}: {
  tone?: NoticeTone
  title?: ReactNode
  live?: boolean
  children?: ReactNode
  action?: ReactNode
}) {
  const t = useT(interfaceTexts)
  const { Icon, classes } = LOOKS[tone]
  return (
    <div role={live ? (tone === 'danger' ? 'alert' : 'status') : undefined} className={`notice ${classes}`}>
      <Icon className="mt-0.5 flex-none" title={t(`notice.${tone}`)} />
      <div className="flex min-w-0 grow flex-col gap-1 text-ink">
        {title && <p className="font-display text-lg font-bold">{title}</p>}
        {children && <div>{children}</div>}
        {action && <div className="mt-2 flex flex-wrap gap-2">{action}</div>}
      </div>
    </div>
  )
}
