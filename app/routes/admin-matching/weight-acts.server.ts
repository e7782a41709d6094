import type { SubmissionResult } from '@conform-to/react'
import { data, redirect } from '@remix-run/node'
import { paths } from '~/core/paths'
import { restoreShippedWeights, setWeights } from '~/features/matching/commands/set-weights.server'
import { weightsOfPercents } from '~/features/matching/model/weight-percents'
import { makeWeights } from '~/features/matching/model/weights'
import type { WeightExample } from '~/features/matching/model/weight-example'
import { previewWeights } from '~/features/matching/queries/weight-examples.server'
import { weightsInForce } from '~/features/matching/queries/weights.server'
import { restoreWeightsSchema, weightsFormSchema } from '~/features/matching/schema'
import type { Actor } from '~/features/organisations/model/permissions'
import { keepAnswers } from '~/http/keep-answers.server'
import { parseForm } from '~/http/parse-form.server'

export type WeightPreview = {
  examples: WeightExample[]
  /** The version that came into force since the page was opened; null when none did. */
  meanwhile: string | null
}
export type WeightReply = { result: SubmissionResult<string[]>; preview?: WeightPreview }

/** Shows what new weights would change, keeps them, or puts those that ship back. */
export async function actOnWeights(request: Request, actor: Actor, formData: FormData) {
  if (formData.get('intent') === 'restore') return restore(request, actor, formData)
  const form = await parseForm(request, weightsFormSchema, formData)
  if (!form.ok) return form.reply
  const { reason, seen, intent, ...percents } = form.value
  const of = weightsOfPercents(percents)
  if (intent === 'save') {
    const saved = await setWeights({ actor, seen, of, reason })
    return saved.ok ? redirect(paths.matchWeights('enregistres')) : form.refuse(saved.error)
  }
  const current = await weightsInForce()
  const preview = {
    examples: await previewWeights(current, makeWeights('preview', of)),
    meanwhile: current.version === seen ? null : current.version,
  }
  return data<WeightReply>({ result: keepAnswers(formData), preview })
}

async function restore(request: Request, actor: Actor, formData: FormData) {
  const form = await parseForm(request, restoreWeightsSchema, formData)
  if (!form.ok) return form.reply
  const restored = await restoreShippedWeights({ actor, seen: form.value.seen })
  return restored.ok ? redirect(paths.matchWeights('remis')) : form.refuse(restored.error)
}
