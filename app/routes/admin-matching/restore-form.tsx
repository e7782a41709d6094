import { Form } from '@remix-run/react'
import type { WeightPercents } from '~/features/matching/model/weight-percents'
import { SCORE_PARTS } from '~/features/matching/model/weights'
import { percentText } from '~/features/matching/ui/percent-text'
import { matching } from '~/messages/matching'
import { matchWeights } from '~/messages/match-weights'
import { Button } from '~/ui/button'
import { useFormat, useT } from '~/ui/i18n'

/** Puts the weights that ship back, in one act. */
export function RestoreForm({ seen, shipped }: { seen: string; shipped: WeightPercents }) {
  const t = useT(matchWeights)
  const tPart = useT(matching)
  const format = useFormat()
  const weights = SCORE_PARTS.map(
    (key) => `${tPart(`part.${key}`).toLowerCase()} ${percentText(format, shipped[key])}`,
  )
  return (
    <Form method="post" className="flex flex-col items-start gap-3 border-t-2 border-edge pt-4">
      <p className="prose-width">{t('form.restoreLead', { weights: weights.join(', ') })}</p>
      <input type="hidden" name="seen" value={seen} />
      <Button name="intent" value="restore" look="secondary">
        {t('form.restore')}
      </Button>
    </Form>
  )
}
