import { knownAttributes } from '~/core/attributes/values'
import { attributes as attributeTexts } from '~/messages/attributes'
import { lotFacts } from '~/messages/lot-facts'
import { useFormat, useT } from '~/ui/i18n'
import type { LotView } from '../model/lot'
import { drawPiece, pieceOf, type Drawing, type Piece } from '../model/sketch'

const FRAME = { width: 230, height: 150 }
const MARGIN = { left: 12, top: 26 }

/** One piece of the lot drawn to scale from its sheet, its dimensions written; nothing while they are unknown. */
export function LotSketch({ lot }: { lot: Pick<LotView, 'material' | 'attributes'> }) {
  const t = useT(lotFacts)
  const tAttribute = useT(attributeTexts)
  const format = useFormat()
  const piece = pieceOf(lot.material, knownAttributes(lot.attributes))
  if (!piece) return null
  const sides = [piece.across, piece.up, piece.deep].filter((side) => side !== null)
  const written = [...new Map(sides.map((side) => [side.key, side])).values()].map(({ key, mm }) =>
    t('dimension', { label: tAttribute(`label.${key}`), value: format.number(mm) }),
  )
  return (
    <figure className="sketch flex flex-col gap-2">
      <figcaption className="font-semibold">{t('sketch')}</figcaption>
      <PieceDrawing
        piece={piece}
        drawing={drawPiece(piece, FRAME)}
        alt={t('sketchAlt', { dimensions: written.join(', ') })}
      />
      {piece.deep && <p className="text-sm text-muted">{t('deep')}</p>}
    </figure>
  )
}

function PieceDrawing({ piece, drawing, alt }: { piece: Piece; drawing: Drawing; alt: string }) {
  const t = useT(lotFacts)
  const format = useFormat()
  const { width, height, shift, bar } = drawing
  const [left, top] = [MARGIN.left, MARGIN.top + shift]
  const [right, bottom] = [left + width, top + height]
  const upY = top + height / 2 + 5
  const mm = (value: number) => `${format.number(value)} mm`
  return (
    <svg
      role="img"
      aria-label={alt}
      viewBox={`0 0 320 ${bottom + 62}`}
      className="w-full max-w-md border-2 border-edge bg-card"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinejoin="round"
    >
      {piece.isRound ? (
        <ellipse cx={left + width / 2} cy={top + height / 2} rx={width / 2} ry={height / 2} />
      ) : (
        <rect x={left} y={top} width={width} height={height} className="fill-sunken" />
      )}
      {shift > 0 && (
        <path
          d={`M${left} ${top}l${shift} ${-shift}h${width}l${-shift} ${shift}M${right + shift} ${top - shift}v${height}L${right} ${bottom}`}
        />
      )}
      <g className="text-xs font-semibold" fill="currentColor" stroke="none" fontSize={13}>
        <text x={left + width / 2} y={bottom + 18} textAnchor={width < 60 ? 'start' : 'middle'}>
          {mm(piece.across.mm)}
        </text>
        <text x={right + shift + 8} y={upY}>
          {mm(piece.up.mm)}
        </text>
        {piece.deep && (
          <text x={right + shift + 8} y={Math.min(top - shift / 2, upY - 16)} className="fill-muted">
            {mm(piece.deep.mm)}
          </text>
        )}
        <text x={left + bar.length + 8} y={bottom + 50}>
          {t('bar', { value: bar.mm / 10 })}
        </text>
      </g>
      <path
        d={`M${left} ${bottom + 40}v10M${left + bar.length} ${bottom + 40}v10M${left} ${bottom + 45}h${bar.length}`}
      />
    </svg>
  )
}
