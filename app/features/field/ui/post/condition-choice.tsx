import { CONDITIONS } from '~/features/lots/model/lot'
import { textOf, type PostingAnswers } from '~/features/lots/model/posting-answers'
import { fieldPost } from '~/messages/field-post'
import { materials } from '~/messages/materials'
import { useT } from '~/ui/i18n'
import { TapRadios } from '~/ui/tap-choices'
import type { AnswerProps } from './answer-props'

/** Five grades, best first; what each means is told once it is chosen. */
export function ConditionChoice({ id, answering: { answers }, error, onAnswer }: AnswerProps) {
  const t = useT(fieldPost)
  const tMaterial = useT(materials)
  const condition = textOf(answers, 'condition')
  return (
    <TapRadios
      id={id}
      label={t('section.condition')}
      hideLabel
      columns={1}
      error={error}
      value={condition}
      onPick={(value) => onAnswer({ condition: value } satisfies PostingAnswers)}
      choices={[...CONDITIONS].reverse().map((grade) => ({
        value: String(grade),
        label: tMaterial(`condition.${grade}.name`),
        note: tMaterial(`condition.${grade}.hint`),
      }))}
    />
  )
}
