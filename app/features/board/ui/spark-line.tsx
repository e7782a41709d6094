import type { Spark } from '../model/spark'
import type { Palette } from './palette'

const WIDTH = 160
const HEIGHT = 40
const PAD = 4

/** The run of a figure over the period, without a scale: the figure beside it says how much. Gaps are not told. */
export function SparkLine({ values, palette }: { values: Spark; palette: Palette }) {
  const known = values.flatMap((value) => (value === null ? [] : [value]))
  if (known.length < 2) return null
  const [low, high] = [Math.min(0, ...known), Math.max(0, ...known)]
  const xOf = (index: number) => PAD + (index * (WIDTH - 2 * PAD)) / Math.max(1, values.length - 1)
  const yOf = (value: number) =>
    high === low ? HEIGHT - PAD : PAD + ((high - value) * (HEIGHT - 2 * PAD)) / (high - low)
  let path = ''
  // A step whose neighbours are not told is a line of no length: its round end makes it a dot.
  values.forEach((value, index) => {
    if (value === null) return
    const point = `${xOf(index).toFixed(1)} ${yOf(value).toFixed(1)}`
    const isFirst = index === 0 || values[index - 1] === null
    path += `${isFirst ? `M${point}L` : 'L'}${point}`
  })
  const lastAt = values.findLastIndex((value) => value !== null)
  const last = values[lastAt] ?? 0
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden focusable="false">
      <line x1={PAD} x2={WIDTH - PAD} y1={yOf(0)} y2={yOf(0)} stroke={palette.line} strokeWidth="1" />
      <path
        d={path}
        fill="none"
        stroke={palette.series[0]}
        strokeWidth="2.5"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <circle cx={xOf(lastAt)} cy={yOf(last)} r="3.5" fill={palette.series[0]} />
    </svg>
  )
}
