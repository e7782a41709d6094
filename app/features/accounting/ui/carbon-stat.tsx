import { accounting } from '~/messages/accounting'
import { Co2e } from '~/ui/co2e'
import { useT } from '~/ui/i18n'
import { Stat } from '~/ui/stat'
import type { CarbonClaim } from '../model/carbon-claim'

/** Net avoided emissions of some handovers, with how many of them a published factor supports. */
export function CarbonStat({ claim, source }: { claim: CarbonClaim; source: string }) {
  const t = useT(accounting)
  return (
    <Stat
      label={t('carbon.label')}
      value={
        claim.netKg === null ? (
          <span className="text-[0.6em]">{t('carbon.none')}</span>
        ) : (
          <Co2e kg={claim.netKg} />
        )
      }
      note={
        claim.netKg === null
          ? t('carbon.noneText')
          : t('carbon.claims', { count: claim.claims, total: claim.total })
      }
      definition={t('carbon.source', { source })}
    />
  )
}
