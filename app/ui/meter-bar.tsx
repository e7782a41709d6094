import type { ReactNode } from 'react'

export type Meter = {
  key: string
  label: string
  /** 0 to 1; `null` when the criterion does not apply. */
  value: number | null
  /** The reason in words: «12 km, dans votre rayon de 15 km». The bar only repeats it. */
  text: ReactNode
}

/** Why a pair was proposed: one bar and one sentence for each criterion. */
export function MeterList({ meters }: { meters: readonly Meter[] }) {
  return (
    <ul className="flex flex-col gap-2.5">
      {meters.map(({ key, label, value, text }) => (
        <li key={key} className="grid grid-cols-[6rem_1fr] items-center gap-x-3">
          <span className="font-semibold">{label}</span>
          <Bar value={value} />
          <span className="col-start-2 text-sm text-muted">{text}</span>
        </li>
      ))}
    </ul>
  )
}

/** A bar from 0 to 1, ruled at its tenths; decoration beside a figure or a sentence. */
export function Bar({ value, tone = 1 }: { value: number | null; tone?: 1 | 2 | 3 | 4 }) {
  const width = `${Math.round(Math.min(1, Math.max(0, value ?? 0)) * 1000) / 10}%`
  return (
    <svg className="block h-4 w-full" aria-hidden focusable="false">
      <rect
        x="1"
        y="1"
        width="100%"
        height="14"
        fill="var(--sunken)"
        stroke="var(--field)"
        strokeWidth="1"
        strokeDasharray={value === null ? '4 4' : undefined}
        className="[width:calc(100%-2px)]"
      />
      {value !== null && <rect x="0" y="0" width={width} height="16" fill={`var(--chart-${tone})`} />}
      {[1, 2, 3, 4, 5, 6, 7, 8, 9].map((tenth) => (
        <line
          key={tenth}
          x1={`${tenth * 10}%`}
          x2={`${tenth * 10}%`}
          y1={tenth === 5 ? 8 : 11}
          y2="16"
          stroke="var(--card)"
          strokeWidth="1"
        />
      ))}
    </svg>
  )
}
