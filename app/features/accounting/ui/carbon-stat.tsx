import type { ReactNode } from 'react'
import { accounting } from '~/messages/accounting'
import { Co2e } from '~/ui/co2e'
import { useT } from '~/ui/i18n'
import { Stat } from '~/ui/stat'
import type { CarbonClaim } from '../model/carbon-claim'

/** Net avoided emissions of some handovers, with how many of them a published factor supports. */
export function CarbonStat({
  claim,
  source,
  left,
  more,
}: {
  claim: CarbonClaim
  source: string
  /** The sentence that says which handovers are left out; null where none is. */
  left: string | null
  /** A link to the handovers. */
  more: ReactNode
}) {
  const t = useT(accounting)
  return (
    <Stat
      label={t('carbon.label')}
      value={
        claim.netKg === null ? (
          <span className="text-[0.6em]">{t(left === null ? 'carbon.none' : 'rate.few')}</span>
        ) : (
          <Co2e kg={claim.netKg} />
        )
      }
      note={
        <>
          {claim.netKg !== null && t('carbon.claims', { count: claim.claims, total: claim.total })}
          {claim.netKg === null && left === null && t('carbon.noneText')}
          {left !== null && <span className="block">{left}</span>}
        </>
      }
      more={more}
      definition={t('carbon.source', { source })}
    />
  )
}
