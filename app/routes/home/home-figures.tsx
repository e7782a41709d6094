import { Link } from '@remix-run/react'
import { paths } from '~/core/paths'
import { home } from '~/messages/home'
import { Co2e } from '~/ui/co2e'
import { useFormat, useT } from '~/ui/i18n'
import { Stat, StatRow } from '~/ui/stat'

/** The live figures of the year, from the database. */
export function HomeFigures(props: {
  year: number
  massG: number
  netAvoidedGCo2e: number
  /** Whether the mass, and whether the emissions leave handovers out, which nobody may be told yet. */
  isPartial: boolean
  isClaimsPartial: boolean
  lots: number
  communes: number
}) {
  const t = useT(home)
  const format = useFormat()
  return (
    <section aria-labelledby="figures" className="flex flex-col gap-5">
      <h2 id="figures">{t('figures.title', { year: String(props.year) })}</h2>
      <StatRow>
        <Stat
          label={t('figures.mass')}
          value={format.mass(props.massG)}
          note={t(props.isPartial ? 'figures.massPartial' : 'figures.massNote')}
        />
        <Stat label={t('figures.lots')} value={format.number(props.lots)} />
        <Stat
          label={t('figures.communes')}
          value={format.number(props.communes)}
          note={t('figures.communesNote')}
        />
        <Stat
          label={t('figures.carbon')}
          value={<Co2e kg={props.netAvoidedGCo2e / 1000} />}
          note={t(props.isClaimsPartial ? 'figures.carbonPartial' : 'figures.carbonNote')}
        />
      </StatRow>
      <p className="flex flex-wrap gap-x-6 gap-y-2">
        <Link to={paths.communes()} className="inline-flex min-h-11 items-center">
          {t('figures.source')}
        </Link>
        <Link to={paths.help('chiffres')} className="inline-flex min-h-11 items-center">
          {t('figures.meaning')}
        </Link>
      </p>
    </section>
  )
}
