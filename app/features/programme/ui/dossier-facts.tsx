import type { ReactNode } from 'react'
import { programmeDossier } from '~/messages/programme-dossier'
import { useFormat, useT } from '~/ui/i18n'
import { FactList } from '~/ui/tag-card'
import type { Dossier } from '../model/dossier'
import { useAmount } from './amount'

/** What a dossier says, as terms and values; what it does not say yet is told too. */
export function DossierFacts({ dossier }: { dossier: Dossier }) {
  const t = useT(programmeDossier)
  const format = useFormat()
  const amount = useAmount()
  const text = (value: string): ReactNode =>
    value === '' ? (
      <span className="font-normal text-muted">{t('empty')}</span>
    ) : (
      <span className="font-normal whitespace-pre-line">{value}</span>
    )
  const { askedCents, months, startMonth, referentEmail } = dossier
  const targets = useTargets(dossier)
  return (
    <FactList
      facts={[
        { term: t('aim'), value: text(dossier.aim) },
        { term: t('sites'), value: text(dossier.sites) },
        { term: t('referent'), value: text([dossier.referent, referentEmail].filter(Boolean).join(', ')) },
        { term: t('elected'), value: text(dossier.elected) },
        { term: t('startMonth'), value: text(startMonth ? format.monthLong(startMonth) : '') },
        { term: t('months'), value: text(months === null ? '' : String(months)) },
        { term: t('asked'), value: text(askedCents === null ? '' : amount(askedCents)) },
        { term: t('targets'), value: text(targets.join('\n')) },
      ]}
    />
  )
}

function useTargets({ targetMassG, targetRatePercent, targetSurveys, otherTarget }: Dossier): string[] {
  const t = useT(programmeDossier)
  const format = useFormat()
  return [
    targetMassG === null ? '' : t('massTarget', { mass: format.mass(targetMassG) }),
    targetRatePercent === null ? '' : t('rateTarget', { rate: format.percent(targetRatePercent / 100, 0) }),
    targetSurveys === null ? '' : t('surveysTarget', { count: targetSurveys }),
    otherTarget,
  ].filter(Boolean)
}
