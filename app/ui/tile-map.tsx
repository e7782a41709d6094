import { Link } from '@remix-run/react'
import { useId } from 'react'
import { interfaceTexts } from '~/messages/interface'
import { classOf, quantileBounds, shortPlaceName } from './chart-scale'
import { CsvLink, DataTable } from './data-table'
import { useT } from './i18n'

export type Tile = {
  code: string
  name: string
  /** Place in the grid, from 0, from the top left. */
  column: number
  row: number
  /** `null`: no figure for this commune, which is not zero. */
  value: number | null
}

type MapProps = {
  tiles: readonly Tile[]
  format: (value: number) => string
  hrefOf?: (code: string) => string
  /** The commune that the page is about, ringed in yellow. */
  current?: string
  /** What no value means, where it is not «no figure». */
  gapLabel?: string
}

const SIZE = 48
const CLASSES = 5

/**
 * One square for each commune, darker for a higher figure. The drawing is for eyes and mouse; the table that follows
 * has the same figures and links for everyone else.
 */
export function TileMap({
  title,
  valueHeading,
  bounds,
  isCount = false,
  classLabels,
  source,
  csvHref,
  ...map
}: MapProps & {
  /** A sentence that says what the map shows. */
  title: string
  valueHeading: string
  /** Upper bounds of the classes but the last, at most four; quintiles of the values by default. */
  bounds?: readonly number[]
  /** The values are whole numbers: a class begins one above the last. */
  isCount?: boolean
  /** Names of the classes, lowest first, in place of their bounds. */
  classLabels?: readonly string[]
  source?: string
  csvHref?: string
}) {
  const t = useT(interfaceTexts)
  const id = useId()
  const values = map.tiles.flatMap(({ value }) => (value === null ? [] : [value]))
  const limits = (bounds ?? quantileBounds(values, CLASSES)).slice(0, CLASSES - 1)
  return (
    <figure aria-labelledby={id} className="flex min-w-0 flex-col gap-4">
      <figcaption id={id} className="font-display text-xl font-bold">
        {title}
      </figcaption>
      <Legend
        limits={limits}
        isCount={isCount}
        classLabels={classLabels}
        gapLabel={map.gapLabel}
        format={map.format}
        hasGaps={values.length < map.tiles.length}
      />
      <div aria-hidden>
        <Drawing {...map} limits={limits} />
      </div>
      <details>
        <summary>{t('chart.table')}</summary>
        <TileTable title={title} valueHeading={valueHeading} {...map} />
      </details>
      {source && <p className="text-sm text-muted">{t('chart.source', { source })}</p>}
      {csvHref && <CsvLink href={csvHref} />}
    </figure>
  )
}

/** The shade of a class: the first and last of the scale are always used, so that two classes stay apart. */
function shadeOf(index: number, count: number): number {
  return count <= 1 ? 3 : 1 + Math.round((index * (CLASSES - 1)) / (count - 1))
}

function Drawing({
  tiles,
  format,
  hrefOf,
  current,
  gapLabel,
  limits,
}: MapProps & { limits: readonly number[] }) {
  const t = useT(interfaceTexts)
  const hatch = useId()
  const width = SIZE * (1 + Math.max(0, ...tiles.map(({ column }) => column)))
  const height = SIZE * (1 + Math.max(0, ...tiles.map(({ row }) => row)))
  return (
    <svg
      viewBox={`-4 -4 ${width + 8} ${height + 8}`}
      className="block h-auto w-full max-w-4xl"
      focusable="false"
    >
      <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" fill="var(--card)" />
        <path d="M0 0v6" stroke="var(--field)" strokeWidth="2" />
      </pattern>
      {[...tiles]
        .sort((a, b) => Number(a.code === current) - Number(b.code === current))
        .map((tile) => {
          const shade = tile.value === null ? 0 : shadeOf(classOf(tile.value, limits), limits.length + 1)
          const square = (
            <Square tile={tile} shade={shade} hatch={hatch} isCurrent={tile.code === current}>
              {`${tile.name} : ${tile.value === null ? (gapLabel ?? t('chart.noValue')) : format(tile.value)}`}
            </Square>
          )
          return hrefOf ? (
            <Link key={tile.code} to={hrefOf(tile.code)} tabIndex={-1} className="no-underline">
              {square}
            </Link>
          ) : (
            <g key={tile.code}>{square}</g>
          )
        })}
    </svg>
  )
}

function Square({
  tile,
  shade,
  hatch,
  isCurrent,
  children,
}: {
  tile: Tile
  shade: number
  hatch: string
  isCurrent: boolean
  children: string
}) {
  const [x, y] = [tile.column * SIZE, tile.row * SIZE]
  return (
    <>
      <title>{children}</title>
      <rect
        x={x}
        y={y}
        width={SIZE}
        height={SIZE}
        fill={shade === 0 ? `url(#${hatch})` : `var(--scale-${shade})`}
        className="tile"
      />
      {isCurrent && (
        <>
          <rect x={x} y={y} width={SIZE} height={SIZE} fill="none" stroke="var(--edge)" strokeWidth="8" />
          <rect x={x} y={y} width={SIZE} height={SIZE} fill="none" stroke="var(--mark)" strokeWidth="4" />
        </>
      )}
      {shade > 0 && (
        <text
          x={x + SIZE / 2}
          y={y + SIZE / 2 + 4.5}
          className="tile-name"
          fill={shade >= 4 ? 'var(--on-scale-high)' : 'var(--on-scale-low)'}
        >
          {shortPlaceName(tile.name)}
        </text>
      )}
    </>
  )
}

function Legend({
  limits,
  isCount,
  classLabels,
  gapLabel,
  format,
  hasGaps,
}: {
  limits: readonly number[]
  isCount: boolean
  classLabels?: readonly string[]
  gapLabel?: string
  format: (value: number) => string
  hasGaps: boolean
}) {
  const t = useT(interfaceTexts)
  const count = limits.length + 1
  const label = (index: number) => {
    if (classLabels) return classLabels[index] ?? ''
    const [from, to] = [limits[index - 1], limits[index]]
    if (to === undefined) return from === undefined ? '' : t('chart.over', { from: format(from) })
    if (from === undefined) return isCount && to === 0 ? format(to) : t('chart.upTo', { to: format(to) })
    const least = isCount ? from + 1 : from
    return least === to ? format(to) : t('chart.between', { from: format(least), to: format(to) })
  }
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1" aria-label={t('chart.legend')}>
      {limits.length > 0 &&
        Array.from({ length: count }, (_, index) => (
          <li key={index} className="flex items-center gap-2">
            <svg width="22" height="18" aria-hidden focusable="false">
              <rect
                width="22"
                height="18"
                fill={`var(--scale-${shadeOf(index, count)})`}
                stroke="var(--field)"
              />
            </svg>
            {label(index)}
          </li>
        ))}
      {hasGaps && (
        <li className="flex items-center gap-2">
          <span className="hatch h-[18px] w-[22px] border border-field" aria-hidden />
          {gapLabel ?? t('chart.noValue')}
        </li>
      )}
    </ul>
  )
}

function TileTable({
  title,
  valueHeading,
  tiles,
  format,
  hrefOf,
  gapLabel,
}: MapProps & { title: string; valueHeading: string }) {
  const t = useT(interfaceTexts)
  return (
    <DataTable
      caption={title}
      hideCaption
      dense
      rows={[...tiles].sort((a, b) => a.name.localeCompare(b.name, 'fr'))}
      rowKey={(tile) => tile.code}
      columns={[
        {
          key: 'commune',
          header: t('chart.commune'),
          rowHeader: true,
          cell: (tile) => (hrefOf ? <Link to={hrefOf(tile.code)}>{tile.name}</Link> : tile.name),
        },
        {
          key: 'value',
          header: valueHeading,
          figure: true,
          cell: (tile) => (tile.value === null ? (gapLabel ?? t('chart.noValue')) : format(tile.value)),
        },
      ]}
    />
  )
}
