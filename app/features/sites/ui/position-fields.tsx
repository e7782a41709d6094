import type { FieldMetadata } from '@conform-to/react'
import { useEffect, useState } from 'react'
import type { GeoPoint } from '~/core/geo-point'
import { siteForm } from '~/messages/site-form'
import { Button } from '~/ui/button'
import { Checkbox } from '~/ui/choices'
import { useT } from '~/ui/i18n'
import { PinIcon } from '~/ui/icons'
import { NumberInput } from '~/ui/inputs'
import { Notice } from '~/ui/notice'
import { parseDegrees } from '../model/plan'
import { AddressLookup } from './address-lookup'
import { PositionPlan, type PlanCommune } from './position-plan'

/**
 * The position of a site: a pin on a plan, the device's own position, or two numbers, which alone work without
 * JavaScript. A questioned position comes back with a box to tick.
 */
export function PositionFields({
  lat,
  lon,
  isRight,
  communeCode,
  communes,
  address,
}: {
  lat: FieldMetadata<string>
  lon: FieldMetadata<string>
  isRight: FieldMetadata<string>
  communeCode: string | undefined
  communes: readonly PlanCommune[]
  /** The address typed so far, to look its position up. */
  address: string | undefined
}) {
  const t = useT(siteForm)
  const [live, setLive] = useState(false)
  useEffect(() => setLive(true), [])
  const [typed, setTyped] = useState({ lat: lat.initialValue ?? '', lon: lon.initialValue ?? '' })
  const commune = communes.find(({ code }) => code === communeCode)
  const place = ({ lat: y, lon: x }: GeoPoint) => setTyped({ lat: degrees(y), lon: degrees(x) })
  const position = positionOf(typed)
  const clear = () => setTyped({ lat: '', lon: '' })
  return (
    <fieldset className="flex min-w-0 flex-col gap-5">
      <legend className="mb-1.5 font-semibold">{t('position.title')}</legend>
      <p className="text-muted">{t('position.lead')}</p>
      {live && (
        <>
          {commune ? (
            <PositionPlan commune={commune} communes={communes} position={position} onPlace={place} />
          ) : (
            <p className="font-semibold">{t('position.choose')}</p>
          )}
          <AddressLookup address={[address, commune?.name].filter(Boolean).join(', ')} onPlace={place} />
          <PinButtons place={place} clear={position && clear} />
        </>
      )}
      <div className="grid items-start gap-6 sm:grid-cols-2">
        {([lat, lon] as const).map((field, index) => {
          const name = index === 0 ? 'lat' : 'lon'
          return (
            <NumberInput
              key={name}
              id={field.id}
              name={field.name}
              label={t(`position.${name}`)}
              hint={t(`position.${name}Hint`)}
              error={field.errors}
              optional
              value={typed[name]}
              onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
            />
          )
        })}
      </div>
      {(lat.errors || isRight.initialValue) && (
        <Checkbox
          id={isRight.id}
          name={isRight.name}
          value="on"
          defaultChecked={isRight.initialValue === 'on'}
          label={t('position.isRight')}
        />
      )}
    </fieldset>
  )
}

function PinButtons({ place, clear }: { place: (position: GeoPoint) => void; clear: (() => void) | null }) {
  const t = useT(siteForm)
  const [failed, setFailed] = useState(false)
  const locate = () =>
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setFailed(false)
        place({ lat: coords.latitude, lon: coords.longitude })
      },
      () => setFailed(true),
      { enableHighAccuracy: true, timeout: 10_000 },
    )
  return (
    <>
      {failed && (
        <Notice tone="warning" live>
          {t('position.hereFailed')}
        </Notice>
      )}
      <p className="flex flex-wrap gap-3">
        {'geolocation' in navigator && (
          <Button type="button" look="secondary" onClick={locate}>
            <PinIcon />
            {t('position.here')}
          </Button>
        )}
        {clear && (
          <Button type="button" look="quiet" onClick={clear}>
            {t('position.clear')}
          </Button>
        )}
      </p>
    </>
  )
}

function positionOf(typed: { lat: string; lon: string }): GeoPoint | null {
  const lat = parseDegrees(typed.lat)
  const lon = parseDegrees(typed.lon)
  return lat === null || lon === null ? null : { lat, lon }
}

/** As people type it; the comma is read in both languages. */
function degrees(value: number): string {
  return value.toFixed(5).replace('.', ',')
}
