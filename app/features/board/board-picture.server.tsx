import type { ReactElement, ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { isoDayOf } from '~/core/days'
import { formatter } from '~/core/format'
import type { Locale } from '~/core/locale'
import { accounting } from '~/messages/accounting'
import { board as boardTexts } from '~/messages/board'
import { boardFiles } from '~/messages/board-files'
import { translator } from '~/messages/catalogue'
import { communeFigures } from '~/messages/commune-figures'
import { communes } from '~/messages/communes'
import { materials } from '~/messages/materials'
import type { Board } from './model/board'
import { flowNodeName, measureText, placeAndTime, stepLabels } from './ui/board-texts'
import { ChordDrawing } from './ui/chord-drawing'
import { ColumnsDrawing } from './ui/columns-drawing'
import { PAPER } from './ui/palette'
import { PeerDrawing } from './ui/peer-drawing'
import { wrapped } from './model/wrapped'

export const PICTURES = ['chiffres', 'mois', 'entonnoir', 'mediane', 'flux'] as const
export type PictureName = (typeof PICTURES)[number]

const WIDTH = 800
const SIDE = 20
const INSIDE = WIDTH - 2 * SIDE

/**
 * A figure of a board as a picture that stands alone: its sentence, the drawing, what its colours mean, its source.
 * Null when the board has nothing for it, or may not tell it.
 */
export function boardPicture(board: Board, name: PictureName, locale: Locale): string | null {
  const t = translator(locale, boardTexts)
  const format = formatter(locale)
  const words = placeAndTime(board, t, format)
  const drawn = DRAW[name](board, locale)
  if (drawn === null) return null
  const titles = {
    chiffres: t('headline', words),
    mois: t('months', words),
    entonnoir: t('funnel', words),
    mediane: board.perimeter.kind === 'metropole' ? t('peers.titleAll', words) : t('peers.title', words),
    flux: t('flows.title', words),
  }
  const day = format.dayLong(isoDayOf(board.readAtMs))
  const tFiles = translator(locale, boardFiles)
  const footer = tFiles('paper.footer', { place: board.perimeter.name, day })
  const left = leavesOut(board, name) ? tFiles('minimums', { threshold: board.threshold }) : null
  return svgText(
    <Frame title={titles[name]} height={drawn.height} footer={footer} left={left} locale={locale}>
      {drawn.drawing}
    </Frame>,
  )
}

/** Whether handovers are left out of what a picture shows; medians are of whole figures alone. */
function leavesOut({ headlines, months, flows }: Board, name: PictureName): boolean {
  const { rate, handedOver, carbon, incoming } = headlines
  const isPartialIn: Record<PictureName, boolean> = {
    chiffres: [rate, handedOver, carbon, incoming].some(({ isPartial }) => isPartial),
    mois: months.isPartial,
    entonnoir: rate.isPartial,
    mediane: false,
    flux: flows.isPartial,
  }
  return isPartialIn[name]
}

function svgText(element: ReactElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${renderToStaticMarkup(element)}`
}

type Drawn = { drawing: ReactNode; height: number } | null

const DRAW: Record<PictureName, (board: Board, locale: Locale) => Drawn> = {
  chiffres: drawHeadlines,
  mois: drawMonths,
  entonnoir: drawFunnel,
  mediane: drawPeers,
  flux: drawFlows,
}

const LINE = 27

function Frame({
  title,
  height,
  footer,
  left,
  locale,
  children,
}: {
  title: string
  height: number
  footer: string
  /** What the figures leave out; null where they are whole. */
  left: string | null
  locale: Locale
  children: ReactNode
}) {
  const lines = wrapped(title)
  const top = 24 + lines.length * LINE
  const whole = top + height + (left === null ? 34 : 54)
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${WIDTH} ${whole}`}
      width={WIDTH}
      height={whole}
      role="img"
      aria-label={title}
      lang={locale}
      fontFamily="'Atkinson Hyperlegible Next', 'Atkinson Hyperlegible', Arial, sans-serif"
    >
      <rect width={WIDTH} height={whole} fill={PAPER.card} />
      {lines.map((line, index) => (
        <text
          key={line}
          x={SIDE}
          y={20 + (index + 1) * LINE - 8}
          fontSize="21"
          fontWeight="700"
          fill={PAPER.ink}
        >
          {line}
        </text>
      ))}
      <svg x={SIDE} y={top} width={INSIDE} height={height} overflow="visible">
        {children}
      </svg>
      {left !== null && (
        <text x={SIDE} y={whole - 32} fontSize="13" fill={PAPER.ink}>
          {left}
        </text>
      )}
      <text x={SIDE} y={whole - 12} fontSize="13" fill={PAPER.muted}>
        {footer}
      </text>
    </svg>
  )
}

function drawHeadlines({ headlines }: Board, locale: Locale): Drawn {
  const t = translator(locale, boardTexts)
  const tAccounting = translator(locale, accounting)
  const format = formatter(locale)
  const { rate, handedOver, carbon, incoming } = headlines
  const mass = (massG: number | null) => (massG === null ? t('few') : format.mass(massG))
  const range = carbon.range
  const cells = [
    {
      label: tAccounting('rate.local'),
      value: rate.isWithheld
        ? t('few')
        : rate.rate.rate === null
          ? tAccounting('rate.none')
          : format.percent(rate.rate.rate),
      note: rate.isWithheld
        ? ''
        : tAccounting('rate.ofMasses', {
            numerator: format.mass(rate.rate.numeratorG),
            denominator: format.mass(rate.rate.denominatorG),
          }),
    },
    { label: t('handedOver'), value: mass(handedOver.massG), note: '' },
    {
      label: tAccounting('carbon.label'),
      value:
        range === null
          ? carbon.isWithheld
            ? t('few')
            : tAccounting('carbon.none')
          : format.co2e(range.netG / 1000),
      note: range
        ? t('carbonRange', { low: format.co2e(range.lowG / 1000), high: format.co2e(range.highG / 1000) })
        : '',
    },
    { label: translator(locale, communes)('one.incoming'), value: mass(incoming.massG), note: '' },
  ]
  return {
    height: 210,
    drawing: cells.map(({ label, value, note }, index) => {
      const [x, y] = [(index % 2) * (INSIDE / 2 + 10), Math.floor(index / 2) * 108]
      return (
        <g key={label} transform={`translate(${x} ${y})`}>
          <rect width={INSIDE / 2 - 10} height="4" fill={PAPER.edge} />
          <text y="26" fontSize="15" fontWeight="700" fill={PAPER.ink}>
            {label}
          </text>
          <text y="64" fontSize="32" fontWeight="700" fill={PAPER.ink}>
            {value}
          </text>
          <text y="86" fontSize="12" fill={PAPER.muted}>
            {note}
          </text>
        </g>
      )
    }),
  }
}

function drawMonths({ months }: Board, locale: Locale): Drawn {
  if (months.families.length === 0) return null
  const t = translator(locale, boardTexts)
  const tMaterial = translator(locale, materials)
  const format = formatter(locale)
  const names = [...months.families.map((family) => tMaterial(`type.${family}.name`)), t('rest')]
  const columns = months.steps.map(({ start, massG }) => ({
    label: stepLabels(start, months, t, format).short,
    parts: [
      ...months.families.map((family, fill) => ({ fill, value: massG[family] ?? 0 })),
      { fill: 'other' as const, value: massG.rest ?? 0 },
    ],
  }))
  return {
    height: 320 + 26 * Math.ceil(names.length / 2),
    drawing: (
      <>
        <ColumnsDrawing columns={columns} format={(massG) => format.mass(massG)} palette={PAPER} />
        {names.map((name, index) => (
          <g key={name} transform={`translate(${(index % 2) * 380} ${330 + 26 * Math.floor(index / 2)})`}>
            <rect width="16" height="16" fill={PAPER.series[index] ?? PAPER.other} />
            <text x="24" y="13" fontSize="14" fill={PAPER.ink}>
              {name}
            </text>
          </g>
        ))}
      </>
    ),
  }
}

function drawFunnel({ funnel }: Board, locale: Locale): Drawn {
  const top = Math.max(...funnel.steps.map(({ massG }) => massG))
  if (funnel.isWithheld || top === 0) return null
  const t = translator(locale, communeFigures)
  const format = formatter(locale)
  return {
    height: 44 * funnel.steps.length,
    drawing: funnel.steps.map(({ stage, massG, ofInventoried }, index) => (
      <g key={stage} transform={`translate(0 ${44 * index})`}>
        <text y="24" fontSize="15" fontWeight="700" fill={PAPER.ink}>
          {t(`funnel.${stage}`)}
        </text>
        <rect x="120" y="6" width={(460 * massG) / top} height="26" fill={PAPER.series[0]} />
        <text x={130 + (460 * massG) / top} y="24" fontSize="14" fill={PAPER.ink}>
          {format.mass(massG)}
          {ofInventoried.rate !== null && index > 0 && ` · ${format.percent(ofInventoried.rate)}`}
        </text>
      </g>
    )),
  }
}

function drawPeers({ comparisons }: Board, locale: Locale): Drawn {
  const shown = comparisons.filter(({ peers }) => peers > 0)
  if (shown.length === 0) return null
  const t = translator(locale, boardTexts)
  const format = formatter(locale)
  return {
    height: 150 * shown.length,
    drawing: shown.map(({ measure, values, median, own }, index) => {
      const text = (value: number | null) => (value === null ? '' : measureText(measure, value, format))
      return (
        <g key={measure} transform={`translate(0 ${150 * index})`}>
          <text y="16" fontSize="15" fontWeight="700" fill={PAPER.ink}>
            {t(`peers.${measure}`)}
          </text>
          <svg y="20" width={INSIDE} height="126">
            <PeerDrawing
              values={values}
              median={median}
              own={own}
              palette={PAPER}
              texts={{ median: t('peers.medianLabel', { value: text(median) }), own: text(own) }}
            />
          </svg>
        </g>
      )
    }),
  }
}

function drawFlows({ flows, perimeter }: Board, locale: Locale): Drawn {
  if (flows.links.length === 0) return null
  const t = translator(locale, boardTexts)
  return {
    height: 640,
    drawing: (
      <svg width={INSIDE} height="640">
        <ChordDrawing flows={flows} palette={PAPER} nameOf={(node) => flowNodeName(node, perimeter, t)} />
      </svg>
    ),
  }
}
