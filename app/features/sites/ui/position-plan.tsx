import type { KeyboardEvent, MouseEvent } from 'react'
import type { GeoPoint } from '~/core/geo-point'
import { PARIS_CODE } from '~/features/communes/model/commune'
import { siteForm } from '~/messages/site-form'
import { useFormat, useT } from '~/ui/i18n'
import { bearingOf, fromPlan, readableNames, toPlan, type PlanPoint } from '../model/plan'

export type PlanCommune = GeoPoint & { code: string; name: string }

/** Half the side of the plan, in units of its drawing. */
const UNITS = 400
/** A letter and a line of the names, of 26 units, and half the plan: a name with no room is left out. */
const NAME_SIZE = { letter: 14, line: 34, halfSide: 400 }

const STEPS: Record<string, PlanPoint> = {
  ArrowUp: { eastKm: 0, southKm: -0.05 },
  ArrowDown: { eastKm: 0, southKm: 0.05 },
  ArrowLeft: { eastKm: -0.05, southKm: 0 },
  ArrowRight: { eastKm: 0.05, southKm: 0 },
}

/** A drawn plan around a commune's point, with its neighbours' and a scale: no tile, no network. */
export function PositionPlan({
  commune,
  communes,
  position,
  onPlace,
}: {
  commune: PlanCommune
  communes: readonly PlanCommune[]
  position: GeoPoint | null
  onPlace: (position: GeoPoint) => void
}) {
  const t = useT(siteForm)
  const format = useFormat()
  const pin = position && toPlan(commune, position)
  const reachKm = reachOf(commune, pin)

  function placeAt(event: MouseEvent<HTMLDivElement>) {
    const box = event.currentTarget.getBoundingClientRect()
    const share = (value: number, size: number) => ((value / size) * 2 - 1) * reachKm
    onPlace(
      fromPlan(commune, {
        eastKm: share(event.clientX - box.left, box.width),
        southKm: share(event.clientY - box.top, box.height),
      }),
    )
  }

  function move(event: KeyboardEvent<HTMLDivElement>) {
    const step = STEPS[event.key]
    if (!step) return
    event.preventDefault()
    const times = event.shiftKey ? 10 : 1
    const from = pin ?? { eastKm: 0, southKm: 0 }
    onPlace(
      fromPlan(commune, {
        eastKm: from.eastKm + step.eastKm * times,
        southKm: from.southKm + step.southKm * times,
      }),
    )
  }

  return (
    <div className="flex max-w-md flex-col gap-2">
      <div
        role="application"
        tabIndex={0}
        aria-label={t('position.plan', { commune: commune.name })}
        aria-describedby="plan-help"
        onClick={placeAt}
        onKeyDown={move}
        className="aspect-square w-full cursor-crosshair touch-manipulation border-2 border-edge bg-sunken"
      >
        <PlanDrawing {...{ commune, communes, pin, reachKm }} />
      </div>
      <p id="plan-help" className="text-muted">
        {t('position.help')}
      </p>
      <p aria-live="polite" className="font-semibold">
        {pin
          ? t('position.placed', {
              km: format.km(Math.hypot(pin.eastKm, pin.southKm)),
              bearing: t(`position.bearing.${bearingOf(pin)}`),
              commune: commune.name,
            })
          : t('position.notPlaced')}
      </p>
    </div>
  )
}

/** Half the side in kilometres: the commune, and the pin wherever it is. */
function reachOf({ code }: PlanCommune, pin: PlanPoint | null): number {
  const usual = code === PARIS_CODE ? 7 : 4
  if (!pin) return usual
  return Math.max(usual, Math.ceil(Math.max(Math.abs(pin.eastKm), Math.abs(pin.southKm)) + 0.5))
}

function PlanDrawing({
  commune,
  communes,
  pin,
  reachKm,
}: {
  commune: PlanCommune
  communes: readonly PlanCommune[]
  pin: PlanPoint | null
  reachKm: number
}) {
  const t = useT(siteForm)
  const at = (km: number) => (km / reachKm) * UNITS
  const around = communes
    .map((other) => ({ ...other, ...toPlan(commune, other) }))
    .filter(({ eastKm, southKm }) => Math.max(Math.abs(eastKm), Math.abs(southKm)) < reachKm)
  const named = readableNames(
    around.map(({ code, name, eastKm, southKm }) => ({ code, name, x: at(eastKm), y: at(southKm) })),
    NAME_SIZE,
  )
  return (
    <svg viewBox="-400 -400 800 800" className="size-full" aria-hidden focusable="false">
      {[1, 2, 3].map((km) => (
        <circle key={km} r={at(km)} fill="none" stroke="var(--line)" strokeWidth="2" />
      ))}
      {around.map(({ code, name, eastKm, southKm }) => (
        <g key={code} transform={`translate(${at(eastKm)} ${at(southKm)})`}>
          <circle r={code === commune.code ? 9 : 6} fill="var(--muted)" />
          {named.has(code) && (
            <text y="-14" textAnchor="middle" fontSize="26" fill="var(--ink)">
              {name}
            </text>
          )}
        </g>
      ))}
      <g transform="translate(-370 370)" stroke="var(--edge)" strokeWidth="4">
        <path d={`M0 -10V0H${at(1)}V-10`} fill="none" />
        <text x={at(1) / 2} y="-12" textAnchor="middle" fontSize="26" stroke="none" fill="var(--ink)">
          {t('position.scale', { km: 1 })}
        </text>
      </g>
      {pin && (
        <path
          d="M0 0C-8 -18 -22 -26 -22 -44A22 22 0 1 1 22 -44C22 -26 8 -18 0 0Z"
          transform={`translate(${at(pin.eastKm)} ${at(pin.southKm)})`}
          fill="var(--action)"
          stroke="var(--card)"
          strokeWidth="4"
        />
      )}
    </svg>
  )
}
