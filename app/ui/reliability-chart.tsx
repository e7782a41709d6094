import { useId } from 'react'

const [WIDTH, HEIGHT, LEFT, BOTTOM, TOP] = [460, 340, 52, 44, 22]
const TICKS = [0, 0.25, 0.5, 0.75, 1]

export type ReliabilityBin = {
  from: number
  until: number
  photos: number
  confidence: number
  right: number
}

/**
 * How far a stated confidence can be trusted: for each step of confidence, a bar as high as the share that is right, with
 * a dot at the mean confidence said and the number of photos at its foot. On the dashed line, it is as right as it says.
 */
export function ReliabilityChart({
  title,
  description,
  bins,
  xLabel,
  yLabel,
  percent,
}: {
  title: string
  description: string
  bins: readonly ReliabilityBin[]
  xLabel: string
  yLabel: string
  percent: (share: number) => string
}) {
  const id = useId()
  const x = (share: number) => LEFT + share * (WIDTH - LEFT - 12)
  const y = (share: number) => HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP)
  return (
    <svg
      role="img"
      aria-labelledby={`${id}-title ${id}-text`}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="block h-auto w-full max-w-2xl"
      fontSize="13"
      fill="var(--ink)"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-text`}>{description}</desc>
      <g aria-hidden>
        {TICKS.map((tick) => (
          <g key={tick}>
            <line x1={LEFT} x2={x(1)} y1={y(tick)} y2={y(tick)} stroke="var(--line)" />
            <text x={LEFT - 8} y={y(tick) + 4} textAnchor="end">
              {percent(tick)}
            </text>
            <text x={x(tick)} y={HEIGHT - BOTTOM + 18} textAnchor={tick === 1 ? 'end' : 'middle'}>
              {percent(tick)}
            </text>
          </g>
        ))}
        {bins.map((bin) => (
          <Bar key={bin.from} bin={bin} x={x} y={y} />
        ))}
        <path
          d={`M${x(0)} ${y(0)}L${x(1)} ${y(1)}`}
          stroke="var(--ink)"
          strokeWidth="1.5"
          strokeDasharray="6 5"
          fill="none"
        />
        <text x={LEFT - 44} y={13} fontWeight="600">
          {yLabel}
        </text>
        <text x={x(1)} y={HEIGHT - 6} textAnchor="end" fontWeight="600">
          {xLabel}
        </text>
      </g>
    </svg>
  )
}

function Bar({
  bin,
  x,
  y,
}: {
  bin: ReliabilityBin
  x: (share: number) => number
  y: (share: number) => number
}) {
  const middle = x((bin.from + bin.until) / 2)
  return (
    <>
      <rect
        x={x(bin.from) + 2}
        y={y(bin.right)}
        width={x(bin.until) - x(bin.from) - 4}
        height={y(0) - y(bin.right)}
        fill="var(--chart-1)"
        fillOpacity="0.55"
      />
      <text x={middle} y={y(0) - 5} textAnchor="middle" fontSize="11.5">
        {bin.photos}
      </text>
      <circle cx={x(bin.confidence)} cy={y(bin.right)} r="4.5" fill="var(--ink)" />
    </>
  )
}
