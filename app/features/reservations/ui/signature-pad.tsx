import { useId, useRef, useState, type PointerEvent } from 'react'
import { handovers } from '~/messages/handovers'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { drawingOf, isDrawing, SIGNATURE_BOX } from '../model/signature'

type Point = { x: number; y: number }

/**
 * A box to sign in with a finger, a pen or a mouse, kept as a vector. The name typed beside it signs without it, so that
 * a keyboard alone suffices.
 */
export function SignaturePad({
  label,
  value,
  onChange,
  error,
}: {
  label: string
  /** The `d` of an SVG path; empty for none. */
  value: string
  onChange: (drawing: string) => void
  error?: string | null
}) {
  const t = useT(handovers)
  const id = useId()
  const strokes = useRef<Point[][]>([])
  const [drawn, setDrawn] = useState(value)
  const add = (event: PointerEvent<SVGSVGElement>, isFirst: boolean) => {
    const stroke = isFirst ? [] : strokes.current.at(-1)
    if (!stroke) return
    if (isFirst) strokes.current.push(stroke)
    stroke.push(pointOf(event))
    setDrawn(drawingOf(strokes.current))
  }
  const begin = (event: PointerEvent<SVGSVGElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    add(event, true)
  }
  const finish = () => {
    const drawing = drawingOf(strokes.current)
    onChange(isDrawing(drawing) ? drawing : '')
  }
  const clear = () => {
    strokes.current = []
    setDrawn('')
    onChange('')
  }
  return (
    <div className="flex flex-col gap-2" role="group" aria-labelledby={id}>
      <p id={id} className="font-semibold">
        {label}
      </p>
      <p className="text-muted">{t('pad.hint')}</p>
      {error && <p className="font-semibold text-danger">{error}</p>}
      <svg
        viewBox={`0 0 ${SIGNATURE_BOX.width} ${SIGNATURE_BOX.height}`}
        role="img"
        aria-label={t(drawn === '' ? 'pad.empty' : 'pad.drawn')}
        data-signature-pad
        className="w-full touch-none rounded-md border-2 border-field bg-card text-ink"
        onPointerDown={begin}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) add(event, false)
        }}
        onPointerUp={finish}
      >
        <path
          d={drawn}
          fill="none"
          stroke="currentColor"
          strokeWidth="2.4"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="button" look="quiet" small onClick={clear}>
          {t('pad.clear')}
        </Button>
        {drawn !== '' && value === '' && (
          <p role="status" className="text-muted">
            {t('pad.more')}
          </p>
        )}
      </div>
    </div>
  )
}

function pointOf(event: PointerEvent<SVGSVGElement>): Point {
  const { left, top, width, height } = event.currentTarget.getBoundingClientRect()
  return {
    x: ((event.clientX - left) / width) * SIGNATURE_BOX.width,
    y: ((event.clientY - top) / height) * SIGNATURE_BOX.height,
  }
}
