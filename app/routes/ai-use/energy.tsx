import type { AiRegister } from '~/features/classifier/register-schema'
import { aiEnergy } from '~/messages/ai-energy'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import { Stat, StatRow } from '~/ui/stat'
import { Section } from './section'

type Energy = AiRegister['energy']

export function EnergyFigures({ energy }: { energy: Energy }) {
  const t = useT(aiEnergy)
  const format = useFormat()
  const { perPhoto, thisYear, training } = energy
  const visitor = thisYear.byPurpose.find(({ purpose }) => purpose === 'visitor')?.photos ?? 0
  const emissions = (gCo2e: number) => t('energy.emissions', { mass: format.smallMass(gCo2e) })
  return (
    <Section id="energie" title={t('energy.title')}>
      <StatRow>
        <Stat
          label={t('energy.photo')}
          value={perPhoto ? format.energy(perPhoto.wh) : '–'}
          note={
            perPhoto
              ? `${t('energy.perPhoto', { ms: Math.round(perPhoto.cpuMs) })}, ${emissions(perPhoto.gCo2e)}`
              : t('energy.none')
          }
        />
        <Stat
          label={t('energy.year', { year: String(thisYear.year) })}
          value={format.energy(thisYear.wh)}
          note={`${t('energy.yearNote', { photos: thisYear.photos, visitor })}, ${emissions(thisYear.gCo2e)}`}
        />
        <Stat
          label={t('energy.training')}
          value={training ? format.energy(training.wh) : '–'}
          note={
            training
              ? `${t('energy.trainingNote', { minutes: Math.round(training.cpuMs / 6000) / 10 })}, ${emissions(training.gCo2e)}`
              : t('energy.trainingNone')
          }
        />
      </StatRow>
      {perPhoto && (
        <p>{t('energy.kwh', { photos: format.number(Number((1000 / perPhoto.wh).toPrecision(2))) })}</p>
      )}
      <Formula energy={energy} />
    </Section>
  )
}

/** The calculation with its numbers, and where each assumption comes from. */
function Formula({ energy: { perPhoto, settings } }: { energy: Energy }) {
  const t = useT(aiEnergy)
  const format = useFormat()
  const { wattsPerThread, pue, gramsPerKwh } = settings
  const wh = perPhoto && format.energy(perPhoto.wh)
  const rows = [
    { key: 'watts', ...wattsPerThread, unit: 'W' },
    { key: 'pue', ...pue, unit: '' },
    { key: 'grams', ...gramsPerKwh, unit: 'g CO2e/kWh' },
  ] as const
  return (
    <div className="flex flex-col gap-4">
      <h3>{t('energy.formula')}</h3>
      {perPhoto && wh && (
        <div className="flex flex-col gap-1 border-l-4 border-mark pl-4 font-semibold">
          <p>
            {t('energy.formulaWh', {
              ms: format.number(perPhoto.cpuMs, 1),
              watts: wattsPerThread.value,
              pue: pue.value,
              wh,
            })}
          </p>
          <p>
            {t('energy.formulaG', {
              wh,
              grams: gramsPerKwh.value,
              mass: format.smallMass(perPhoto.gCo2e),
            })}
          </p>
        </div>
      )}
      <p className="prose-width">{t('energy.bound')}</p>
      <DataTable
        caption={t('energy.assumption')}
        hideCaption
        dense
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'assumption',
            header: t('energy.assumption'),
            rowHeader: true,
            cell: ({ key }) => t(`energy.${key}`),
          },
          {
            key: 'value',
            header: t('energy.value'),
            figure: true,
            cell: ({ value, unit }) => `${format.number(value, 3)} ${unit}`,
          },
          {
            key: 'source',
            header: t('energy.source'),
            cell: ({ source, year }) => t('energy.sourceYear', { source, year: String(year) }),
          },
        ]}
      />
      <p className="prose-width text-muted">{t('energy.editable')}</p>
    </div>
  )
}
