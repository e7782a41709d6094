import { Link } from '@remix-run/react'
import { useEffect, useState } from 'react'
import type { MaterialType } from '~/core/material-types'
import { paths } from '~/core/paths'
import { classifier } from '~/messages/classifier'
import { materials } from '~/messages/materials'
import { useLocale, useT } from '~/ui/i18n'
import { CheckIcon, ScanIcon } from '~/ui/icons'
import type { OffReason } from '../model/off-reason'
import { offeredOf, type Candidate, type Verdict } from '../model/suggest'
import type { LotSuggestion } from './use-suggestion'

const SENTENCES = {
  sure: 'sure',
  likely: 'likely',
  unsure: 'unsure',
  'not-a-material': 'notMaterial',
} as const satisfies Record<Verdict, string>

const OFF = {
  organisation: 'offByOrganisation',
  operator: 'offByOperator',
  missing: 'off',
  late: 'off',
} as const satisfies Record<OffReason | 'late', string>

/** What the model suggests of the photos, to be checked: chips that choose the material. Nothing before a photo. */
export function SuggestionBox({
  said: { suggestion, waiting, off },
  chosen,
  onChoose,
}: {
  said: LotSuggestion
  chosen: MaterialType | null
  onChoose: (material: MaterialType) => void
}) {
  const t = useT(classifier)
  const [live, setLive] = useState(false)
  useEffect(() => setLive(true), [])
  const isEmpty = !suggestion && !waiting && !off
  const candidates = offeredOf(suggestion)
  return (
    <div role="status">
      {!isEmpty && (
        <div className="flex flex-col gap-3 rounded-md border-2 border-l-8 border-edge border-l-mark bg-card p-4">
          <p className="flex items-center gap-2 font-semibold">
            <ScanIcon className="flex-none" />
            {suggestion && candidates.length > 0 ? t('title') : waiting ? t('waiting') : null}
            {suggestion && candidates.length === 0 && !waiting && t(SENTENCES[suggestion.verdict])}
            {off && t(OFF[off])}
          </p>
          {suggestion && candidates.length > 0 && (
            <>
              <div className="flex flex-wrap gap-2">
                {candidates.map((candidate) => (
                  <CandidateChip
                    key={candidate.material}
                    candidate={candidate}
                    isChosen={candidate.material === chosen}
                    onChoose={live ? onChoose : null}
                  />
                ))}
              </div>
              <p className="text-muted">
                {t(SENTENCES[suggestion.verdict])} <Link to={paths.aiUse()}>{t('how')}</Link>
              </p>
            </>
          )}
        </div>
      )}
    </div>
  )
}

function CandidateChip({
  candidate: { material, confidence },
  isChosen,
  onChoose,
}: {
  candidate: Candidate
  isChosen: boolean
  /** Null without JavaScript: the chip only tells. */
  onChoose: ((material: MaterialType) => void) | null
}) {
  const t = useT(classifier)
  const tMaterial = useT(materials)
  const locale = useLocale()
  const percent = `${Math.round(confidence * 100)}${locale === 'fr' ? '\u00a0' : ''}%`
  const text = t('chip', { material: tMaterial(`type.${material}.name`), percent })
  if (!onChoose) return <span className="chip">{text}</span>
  return (
    <button type="button" className="chip" aria-pressed={isChosen} onClick={() => onChoose(material)}>
      {isChosen && <CheckIcon />}
      {text}
    </button>
  )
}
