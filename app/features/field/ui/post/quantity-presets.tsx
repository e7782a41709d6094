import type { Unit } from '~/core/units'
import type { PostingAnswers } from '~/features/lots/model/posting-answers'
import { fieldPost } from '~/messages/field-post'
import { Badge } from '~/ui/badge'
import { useFormat, useT } from '~/ui/i18n'
import { packagingOf, type ContainerPreset, type QuantityPreset } from '../../model/post/quantity-presets'

/** Round numbers that replace the quantity, and containers that add to it, each told as the estimate that it is. */
export function QuantityPresets({
  presets,
  unit,
  currentMilli,
  onQuantity,
}: {
  presets: readonly QuantityPreset[]
  unit: Unit
  currentMilli: number
  onQuantity: (milli: number, more?: PostingAnswers) => void
}) {
  const t = useT(fieldPost)
  const format = useFormat()
  const containers = presets.filter((preset) => preset.kind === 'container')
  return (
    <>
      <div role="group" aria-label={t('quantity.presets')} className="grid grid-cols-3 gap-2">
        {presets.map((preset) =>
          preset.kind === 'count' ? (
            <button
              key={preset.milli}
              type="button"
              className="tap justify-center"
              aria-pressed={preset.milli === currentMilli}
              onClick={() => onQuantity(preset.milli)}
            >
              {format.quantity(preset.milli, unit)}
            </button>
          ) : null,
        )}
      </div>
      {containers.length > 0 && (
        <>
          <div className="grid gap-2 min-[22rem]:grid-cols-2">
            {containers.map(({ container, milli }) => (
              <button
                key={container}
                type="button"
                className="tap"
                aria-label={t('quantity.addLong', {
                  container: t(`container.${container}`),
                  quantity: format.quantity(milli, unit),
                })}
                onClick={() =>
                  onQuantity(currentMilli + milli, {
                    packaging: packagingOf(container),
                    quantityBasis: 'estimated',
                  })
                }
              >
                <span>
                  {t('quantity.add', { container: t(`container.${container}`) })}
                  <span className="tap-note">
                    {t('quantity.about', { quantity: format.quantity(milli, unit) })}
                  </span>
                </span>
              </button>
            ))}
          </div>
          <Contents containers={containers} unit={unit} />
        </>
      )}
    </>
  )
}

/** What the figures of the containers are founded on. */
function Contents({ containers, unit }: { containers: readonly ContainerPreset[]; unit: Unit }) {
  const t = useT(fieldPost)
  const format = useFormat()
  return (
    <details>
      <summary className="flex min-h-11 items-center gap-2">
        <Badge tone="warning">{t('quantity.estimate')}</Badge>
        {t('quantity.how')}
      </summary>
      <ul className="flex flex-col gap-1 pb-2 text-sm text-muted">
        {containers.map(({ container, basis }) => (
          <li key={container}>{basisText(container, basis)}</li>
        ))}
        <li>{t('quantity.assumed')}</li>
      </ul>
    </details>
  )

  function basisText(container: ContainerPreset['container'], basis: ContainerPreset['basis']): string {
    const name = t(`container.${container}`)
    if (basis.by === 'volume')
      return t('quantity.byVolume', { container: name, volume: format.quantity(basis.volumeM3 * 1000, 'm3') })
    const load = format.mass(basis.loadKg * 1000)
    if (basis.by === 'load') return t('quantity.byLoad', { container: name, load })
    return t('quantity.byMass', {
      container: name,
      load,
      mass: format.mass(basis.gPerUnit),
      unit: format.unit(unit),
      source: basis.source,
    })
  }
}
