import { useState } from 'react'
import { map as texts } from '~/messages/map'
import { Checkbox } from '~/ui/choices'
import { useT } from '~/ui/i18n'
import { Select } from '~/ui/inputs'
import type { MapGround } from '../model/base'
import type { MapHandle } from './map-canvas'

/** Beneath the map: which base it stands on, whether the directory shows, and whose the base is. */
export function MapControls({
  ground: { outlines, bases },
  handle,
  places,
  onBase,
}: {
  ground: MapGround
  handle: MapHandle
  places: { isOn: boolean; set: (isOn: boolean) => void } | null
  onBase: () => void
}) {
  const t = useT(texts)
  const [base, setBase] = useState(bases[0]?.name ?? '')
  const chosen = bases.find(({ name }) => name === base)
  const sources = [chosen?.attribution, outlines?.source].filter(Boolean)
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-x-8 gap-y-3">
        {places && (
          <Checkbox
            name="annuaire"
            label={t('places')}
            checked={places.isOn}
            onChange={({ currentTarget }) => places.set(currentTarget.checked)}
          />
        )}
        {bases.length > 0 && (
          <Select
            name="fond"
            label={t('base')}
            value={base}
            onChange={({ currentTarget }) => {
              setBase(currentTarget.value)
              onBase()
              handle.setBase(currentTarget.value)
            }}
            placeholder={outlines ? t('outlines') : t('plain')}
            options={bases.map(({ name }) => ({ value: name, label: name }))}
          />
        )}
      </div>
      {sources.length > 0 && (
        <p className="text-sm text-muted">{t('source', { source: sources.join(' ; ') })}</p>
      )}
    </div>
  )
}
