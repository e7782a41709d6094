import type { ReactNode } from 'react'

export type TimelineStep = {
  key: string
  title: ReactNode
  /** Day and time as text; left out for what has not happened yet. */
  when?: ReactNode
  detail?: ReactNode
  state: 'done' | 'current' | 'todo'
}

/** What happened and what comes next, in order. */
export function Timeline({ steps, label }: { steps: readonly TimelineStep[]; label: string }) {
  return (
    <ol className="timeline" aria-label={label}>
      {steps.map(({ key, title, when, detail, state }) => (
        <li key={key} data-state={state} aria-current={state === 'current' ? 'step' : undefined}>
          <p className={state === 'todo' ? 'text-muted' : 'font-semibold'}>{title}</p>
          {when && <p className="text-sm text-muted">{when}</p>}
          {detail && <div className="mt-1">{detail}</div>}
        </li>
      ))}
    </ol>
  )
}
