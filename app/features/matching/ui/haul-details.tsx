import { TRUCK_TEXTS } from '~/features/carbon/model/truck-texts'
import { lotTerms } from '~/messages/lot-terms'
import { pairHaul } from '~/messages/pair-haul'
import { Badge } from '~/ui/badge'
import { Co2e } from '~/ui/co2e'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import { RichText } from '~/ui/rich-text'
import type { PairHaul } from '../model/pair-haul'

/** The trip of a pair: the road with its range, what each class of vehicle emits, and the net benefit. */
export function HaulDetails({ haul }: { haul: PairHaul }) {
  return (
    <div className="flex flex-col gap-3">
      <Road haul={haul} />
      {haul.options.length > 0 && <Options haul={haul} />}
      <Net net={haul.net} />
    </div>
  )
}

function Road({ haul: { road, massG, access } }: { haul: PairHaul }) {
  const t = useT(pairHaul)
  const tTerms = useT(lotTerms)
  const format = useFormat()
  const km = { mean: format.km(road.meanKm), low: format.km(road.lowKm), high: format.km(road.highKm) }
  return (
    <p>
      {massG === null ? t('roadOnly', km) : t('road', { ...km, mass: format.mass(massG) })}
      {access !== null && ` ${t('access', { vehicle: tTerms(`vehicle.${access}`).toLowerCase() })}`}
    </p>
  )
}

function Options({ haul: { options, chosen } }: { haul: PairHaul }) {
  const t = useT(pairHaul)
  const format = useFormat()
  return (
    <>
      <DataTable
        caption={t('table')}
        hideCaption
        dense
        rowKey={({ truck }) => truck}
        rows={options}
        columns={[
          {
            key: 'vehicle',
            header: t('vehicle'),
            rowHeader: true,
            cell: ({ truck }) => (
              <span className="inline-flex flex-wrap items-center gap-x-2">
                {t(`truck.${TRUCK_TEXTS[truck]}`)}
                {truck === chosen && <Badge tone="success">{t('chosen')}</Badge>}
              </span>
            ),
          },
          {
            key: 'trips',
            header: t('trips'),
            figure: true,
            cell: ({ trips }) => format.number(trips),
          },
          {
            key: 'emitted',
            header: t('emitted'),
            figure: true,
            cell: ({ meanG, lowG, highG }) => (
              <span className="inline-flex flex-col items-end">
                <Co2e kg={meanG / 1000} />
                {lowG < highG && (
                  <span className="text-sm text-muted">
                    {t('range', { low: kg(format, lowG), high: kg(format, highG) })}
                  </span>
                )}
              </span>
            ),
          },
        ]}
      />
      <p className="text-sm text-muted">{t('note')}</p>
    </>
  )
}

function kg(format: ReturnType<typeof useFormat>, grams: number): string {
  const { value, unit } = format.co2eParts(grams / 1000)
  return `${value} ${unit}`
}

function Net({ net }: { net: PairHaul['net'] }) {
  const t = useT(pairHaul)
  if (!net.ok) return <p className="text-muted">{t(`${net.reason}`)}</p>
  const spans = {
    net: () => <Co2e kg={Math.abs(net.netG) / 1000} />,
    low: () => <Co2e kg={net.lowG / 1000} />,
    high: () => <Co2e kg={net.highG / 1000} />,
  }
  return (
    <p className="font-semibold">
      <RichText text={t(net.netG > 0 ? 'net' : 'netNegative')} spans={spans} />
    </p>
  )
}
