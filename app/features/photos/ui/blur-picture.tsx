import { useRef, useState, type PointerEvent } from 'react'
import { zoneBetween, type Grid, type Zone } from '~/core/zone'
import { photoBlur } from '~/messages/photo-blur'
import { useT } from '~/ui/i18n'
import { CheckIcon } from '~/ui/icons'
import type { MarkedZone } from '../model/marked-zone'
import type { PhotoView } from '../model/photo-view'
import { photoSourceOf } from './photo-source'

type Point = { x: number; y: number }

/** The classes of grids by their rows: names that stand in the source when the style sheet is made. */
const ROWS = [
  ...['grid-rows-1', 'grid-rows-2', 'grid-rows-3', 'grid-rows-4'],
  ...['grid-rows-5', 'grid-rows-6', 'grid-rows-7', 'grid-rows-8'],
]

/** A photo in its own proportions under the cells that mark it and the zones that are marked. */
export function BlurPicture({
  photo,
  grid,
  marked,
  onDrawn,
}: {
  photo: PhotoView
  grid: Grid
  marked: readonly MarkedZone[]
  /** Takes a zone that was drawn; null when the photo is not drawn upon. */
  onDrawn: ((zone: Zone) => void) | null
}) {
  const t = useT(photoBlur)
  const { src, webpSrcSet } = photoSourceOf(photo, '')
  return (
    <div className="relative w-full max-w-3xl border-2 border-edge">
      <picture>
        <source type="image/webp" srcSet={webpSrcSet} sizes="(min-width: 48rem) 48rem, 100vw" />
        <img
          src={src}
          alt={t('photo')}
          width={photo.width}
          height={photo.height}
          className="block h-auto w-full"
        />
      </picture>
      <Outlines photo={photo} marked={marked} />
      <div className={`absolute inset-0 grid grid-cols-6 ${ROWS[grid.rows - 1] ?? ''}`}>
        {Array.from({ length: grid.columns * grid.rows }, (_, cell) => (
          <label key={cell} className="relative block min-h-0 min-w-0 cursor-pointer">
            <input
              type="checkbox"
              name="cells"
              value={cell}
              className="peer absolute inset-0 size-full cursor-pointer appearance-none border border-card/60 outline-offset-[-3px] checked:bg-sunken"
              aria-label={t('cell', {
                row: Math.floor(cell / grid.columns) + 1,
                column: (cell % grid.columns) + 1,
              })}
            />
            <span className="pointer-events-none absolute inset-0 hidden place-items-center text-ink peer-checked:grid">
              <CheckIcon />
            </span>
          </label>
        ))}
      </div>
      {onDrawn && <DrawingLayer onDrawn={onDrawn} />}
    </div>
  )
}

/** Each marked zone as a frame with its number: dark on light, to be seen on any photo. */
function Outlines({ photo: { width, height }, marked }: { photo: PhotoView; marked: readonly MarkedZone[] }) {
  const unit = Math.max(width, height) / 100
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className="pointer-events-none absolute inset-0 size-full"
      aria-hidden="true"
    >
      {marked.map(({ zone, kind, isChecked }, at) => {
        const box = {
          x: (zone.x * width) / 1000,
          y: (zone.y * height) / 1000,
          width: (zone.width * width) / 1000,
          height: (zone.height * height) / 1000,
        }
        return (
          <g key={`${kind}-${at}`} opacity={isChecked ? 1 : 0.4}>
            <rect {...box} fill="none" strokeWidth={unit} className="stroke-card" />
            <rect {...box} fill="none" strokeWidth={unit / 2} className="stroke-ink" />
            <rect x={box.x} y={box.y} width={4 * unit} height={4 * unit} className="fill-ink" />
            <text
              x={box.x + 2 * unit}
              y={box.y + 3.1 * unit}
              fontSize={3.2 * unit}
              textAnchor="middle"
              className="fill-card font-bold"
            >
              {at + 1}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

/** Takes the pointer over the photo and gives the rectangle that it drew. */
function DrawingLayer({ onDrawn }: { onDrawn: (zone: Zone) => void }) {
  const layer = useRef<HTMLDivElement>(null)
  const [drawn, setDrawn] = useState<{ from: Point; to: Point } | null>(null)
  const pointOf = ({ clientX, clientY }: PointerEvent): Point => {
    const { left, top, width, height } = layer.current!.getBoundingClientRect()
    return { x: (clientX - left) / width, y: (clientY - top) / height }
  }
  const zone = drawn && zoneBetween(drawn.from, drawn.to)
  return (
    <div
      ref={layer}
      data-drawing
      className="absolute inset-0 cursor-crosshair touch-none"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        const from = pointOf(event)
        setDrawn({ from, to: from })
      }}
      onPointerMove={(event) => drawn && setDrawn({ ...drawn, to: pointOf(event) })}
      onPointerCancel={() => setDrawn(null)}
      onPointerUp={() => {
        // A tap without a drag is none.
        if (zone && zone.width > 10 && zone.height > 10) onDrawn(zone)
        setDrawn(null)
      }}
    >
      {zone && (
        <svg viewBox="0 0 1000 1000" preserveAspectRatio="none" className="size-full" aria-hidden="true">
          <rect {...zone} className="fill-card/60 stroke-ink" strokeWidth={4} />
        </svg>
      )}
    </div>
  )
}
