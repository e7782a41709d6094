import { lots } from '~/messages/lots'
import { Co2e } from '~/ui/co2e'
import { useFormat, useT } from '~/ui/i18n'
import { RichText } from '~/ui/rich-text'
import type { lotCarbon } from '~/http/lot-carbon.server'

type Carbon = Awaited<ReturnType<typeof lotCarbon>>

/** The net emissions that taking the lot avoids, with range and source; or why nothing is claimed. */
export function LotCarbon({ carbon }: { carbon: Carbon }) {
  const t = useT(lots)
  const format = useFormat()
  return (
    <section aria-labelledby="carbon" className="flex flex-col gap-2 border-t-4 border-edge pt-4">
      <h2 id="carbon" className="text-xl">
        {t('page.carbonTitle')}
      </h2>
      {!carbon.ok && (
        <p className="text-muted">
          {t(carbon.reason === 'no-mass' ? 'page.carbonNoMass' : 'page.carbonNoFactor')}
        </p>
      )}
      {carbon.ok && (
        <>
          <p className="reference text-4xl">
            <Co2e kg={carbon.netKg} />
          </p>
          <p>
            <RichText
              text={t('page.carbonText', {
                mass: format.mass(carbon.massG),
                km: format.km(carbon.straightKm),
              })}
              spans={{ low: () => <Co2e kg={carbon.lowKg} />, high: () => <Co2e kg={carbon.highKg} /> }}
            />
          </p>
          {carbon.netKg <= 0 && <p>{t('page.carbonNegative')}</p>}
          <p className="text-sm text-muted">
            {t('page.carbonSource', { source: carbon.source, year: carbon.year })}
          </p>
        </>
      )}
    </section>
  )
}
