import { HAZARDS } from '~/core/lot-terms'
import { listOf, NO_HAZARD } from '~/features/lots/model/posting-answers'
import { fieldPost } from '~/messages/field-post'
import { lotTerms } from '~/messages/lot-terms'
import { useT } from '~/ui/i18n'
import { CheckIcon, WarningIcon } from '~/ui/icons'
import { Notice } from '~/ui/notice'
import { TapBoxes } from '~/ui/tap-choices'
import { isProhibited, toggledHazards } from '../../model/post/needed-answers'
import type { AnswerProps } from './answer-props'

/**
 * Dangers as boxes, none ticked beforehand: «none known» is a declaration too. What may not be offered is refused at
 * once, with what to do and whom to call.
 */
export function HazardChoice({ id, answering: { answers }, error, onAnswer }: AnswerProps) {
  const t = useT(fieldPost)
  const tName = useT(lotTerms)
  const hazards = listOf(answers, 'hazards')
  return (
    <TapBoxes
      id={id}
      label={t('section.hazards')}
      hideLabel
      hint={t('hazard.hint')}
      error={error}
      values={hazards}
      onToggle={(hazard) => onAnswer({ hazards: toggledHazards(answers, hazard) })}
      choices={[
        {
          value: NO_HAZARD,
          label: t('hazard.none'),
          note: t('hazard.noneHint'),
          icon: <CheckIcon className="flex-none" />,
          isWide: true,
        },
        ...HAZARDS.map((hazard) => ({
          value: hazard,
          label: tName(`hazard.${hazard}`),
          icon: <WarningIcon className="flex-none" />,
        })),
      ]}
    >
      {isProhibited(answers) && (
        <Notice tone="danger" live title={t('hazard.asbestosTitle')}>
          <p>{t('hazard.asbestosText')}</p>
          <p className="mt-2 font-semibold">{t('hazard.asbestosNext')}</p>
        </Notice>
      )}
      {hazards.includes('lead-paint') && (
        <Notice tone="warning" live title={t('hazard.leadTitle')}>
          {t('hazard.leadText')}
        </Notice>
      )}
    </TapBoxes>
  )
}
