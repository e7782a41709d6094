import { lotFacts } from '~/messages/lot-facts'
import { lotTerms } from '~/messages/lot-terms'
import { useT } from '~/ui/i18n'
import { CheckIcon, WarningIcon } from '~/ui/icons'
import type { LotView } from '../model/lot'

/** The dangers that the giver declares, each by its name; or that none is known to them, which is no guarantee. */
export function LotHazards({ hazards }: { hazards: LotView['hazards'] }) {
  const t = useT(lotFacts)
  const tTerm = useT(lotTerms)
  if (hazards.length === 0) {
    return (
      <p className="flex items-center gap-2">
        <CheckIcon className="flex-none" />
        {t('noHazards')}
      </p>
    )
  }
  return (
    <div className="flex flex-col gap-1 border-l-8 border-danger bg-sunken p-3">
      <p className="flex items-center gap-2 font-semibold text-danger">
        <WarningIcon className="flex-none" />
        {t('hazards')}
      </p>
      <ul className="list-disc pl-6 font-semibold">
        {hazards.map((hazard) => (
          <li key={hazard}>{tTerm(`hazard.${hazard}`)}</li>
        ))}
      </ul>
      <p className="text-sm">{t('hazardsText')}</p>
    </div>
  )
}
