import { getFormProps, getTextareaProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { programmeDossier } from '~/messages/programme-dossier'
import { Button } from '~/ui/button'
import { ChoiceChips } from '~/ui/choices'
import { ErrorSummary } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { Textarea } from '~/ui/inputs'
import { BEST_SCORE, type CriteriaVersion } from '../model/criteria'
import type { Scores } from '../model/scoring'

const SCORES = Array.from({ length: BEST_SCORE + 1 }, (_, score) => String(score))

type Values = { score: Record<string, string>; comment: string }

/** A reviewer's scores of a dossier, one row of taps for each criterion. */
export function ReviewForm({
  criteria: { version, criteria },
  given,
  reply,
}: {
  criteria: CriteriaVersion
  /** What this reviewer gave before. */
  given: { scores: Scores; comment: string } | null
  reply: SubmissionResult<string[]> | undefined
}) {
  const t = useT(programmeDossier)
  const [form, { comment }] = useForm<Values>({
    id: 'review',
    lastResult: reply,
    defaultValue: { comment: given?.comment ?? '' },
  })
  const errors = form.allErrors
  return (
    <section aria-labelledby="review-title" className="flex max-w-3xl flex-col gap-4">
      <h2 id="review-title" className="text-2xl">
        {t('review.title')}
      </h2>
      <p className="text-muted">{t('review.lead')}</p>
      <Form method="post" {...getFormProps(form)} className="flex flex-col gap-6">
        <ErrorSummary
          id="review-errors"
          errors={Object.entries(errors).flatMap(([name, [message]]) =>
            message ? [{ fieldId: name ? `score-${name.split('.').at(-1)}` : undefined, message }] : [],
          )}
        />
        <input type="hidden" name="intent" value="review" />
        <input type="hidden" name="version" value={version} />
        {criteria.map(({ id, name, text, weight }) => (
          <ChoiceChips
            key={id}
            id={`score-${id}`}
            name={`score.${id}`}
            label={t('review.score', { name, weight })}
            hint={text}
            error={errors[`score.${id}`]}
            defaultValue={given ? String(given.scores[id] ?? '') : undefined}
            choices={SCORES.map((value) => ({ value, label: value }))}
          />
        ))}
        <Textarea
          {...getTextareaProps(comment)}
          key={comment.key}
          label={t('review.comment')}
          hint={t('review.commentHint')}
          error={comment.errors}
          optional
          rows={4}
        />
        <div>
          <Button wide>{t('review.submit')}</Button>
        </div>
      </Form>
    </section>
  )
}
