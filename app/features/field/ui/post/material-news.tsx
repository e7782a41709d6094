import type { OffReason } from '~/features/classifier/model/off-reason'
import { offeredOf, type Verdict } from '~/features/classifier/model/suggest'
import type { LotSuggestion } from '~/features/classifier/ui/use-suggestion'
import { classifier } from '~/messages/classifier'
import { fieldPost } from '~/messages/field-post'
import { materials } from '~/messages/materials'
import { useFormat, useT } from '~/ui/i18n'
import { ScanIcon } from '~/ui/icons'
import { materialOf, type Answering } from '../../model/post/answering'

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

/** Where the analysis of the photos stands, in one sentence that is told as it changes. */
export function MaterialNews({
  answering,
  said,
  hasPhotos,
  isOffline,
  isAwaited,
}: {
  answering: Answering
  said: LotSuggestion
  hasPhotos: boolean
  isOffline: boolean
  isAwaited: boolean
}) {
  const t = useT(fieldPost)
  const tClassifier = useT(classifier)
  const tMaterial = useT(materials)
  const format = useFormat()
  const first = offeredOf(said.suggestion)[0]
  const isChosen = answering.chosen.includes('material') && materialOf(answering) !== null
  return (
    <p role="status" className="flex min-h-13 items-center gap-2 text-muted">
      {hasPhotos && said.suggestion && <ScanIcon className="flex-none" />}
      <span>{sentence()}</span>
      {first && (
        <span className="sr-only">
          {t('material.heard', {
            material: tMaterial(`type.${first.material}.name`),
            percent: format.percent(first.confidence, 0),
          })}
        </span>
      )}
    </p>
  )

  function sentence(): string | null {
    if (isChosen && !first) return null
    if (!hasPhotos) return t('material.later')
    if (said.suggestion) return tClassifier(SENTENCES[said.suggestion.verdict])
    if (said.off) return tClassifier(OFF[said.off])
    if (isOffline) return t('material.offline')
    return isAwaited ? t(said.waiting ? 'material.sentLater' : 'material.sending') : null
  }
}
