import {
  getFormProps,
  getInputProps,
  getTextareaProps,
  useForm,
  type SubmissionResult,
} from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useState, type FormEvent } from 'react'
import {
  FULL_PERCENTS,
  parsePercent,
  sumOfPercents,
  typedPercent,
  type WeightPercents,
} from '~/features/matching/model/weight-percents'
import { percentText } from '~/features/matching/ui/percent-text'
import { SCORE_PARTS, type ScorePartKey } from '~/features/matching/model/weights'
import { matching } from '~/messages/matching'
import { matchWeights } from '~/messages/match-weights'
import { Button } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { FieldError } from '~/ui/field'
import { useFormat, useT } from '~/ui/i18n'
import { NumberInput, Textarea } from '~/ui/inputs'

type Current = { version: string; setAtMs: number | null; percents: WeightPercents }
type Texts = Record<ScorePartKey, string>
type Values = Texts & { reason: string; total: string }

/** The seven weights as percentages, their sum, why they change, and the two acts: look first, or save. */
export function WeightsForm({
  current,
  lastResult,
}: {
  current: Current
  lastResult: SubmissionResult<string[]> | undefined
}) {
  const t = useT(matchWeights)
  const tPart = useT(matching)
  const format = useFormat()
  const [form, fields] = useForm<Values>({
    id: 'match-weights',
    lastResult,
    defaultValue: textsOf((key) => typedPercent(current.percents[key])),
  })
  const [typed, setTyped] = useState<Texts | null>(null)
  const texts = typed ?? textsOf((key) => fields[key].initialValue ?? '')
  const follow = (event: FormEvent<HTMLFormElement>) => {
    const data = new FormData(event.currentTarget)
    setTyped(
      textsOf((key) => {
        const text = data.get(key)
        return typeof text === 'string' ? text : ''
      }),
    )
  }
  const since = current.setAtMs ? t('sinceSet', { when: format.instant(current.setAtMs) }) : t('sinceShipped')
  return (
    <Form method="post" {...getFormProps(form)} onInput={follow} className="flex max-w-4xl flex-col gap-6">
      <ErrorSummary
        errors={summaryOf([form, ...SCORE_PARTS.map((key) => fields[key]), fields.total, fields.reason])}
      />
      <h2>{t('form.title')}</h2>
      <p className="prose-width font-semibold">{t('inForce', { version: current.version, since })}</p>
      <p className="prose-width">{t('form.lead')}</p>
      <input type="hidden" name="seen" value={current.version} />
      <div className="grid gap-x-8 gap-y-5 lg:grid-cols-2">
        {SCORE_PARTS.map((key) => (
          <NumberInput
            {...getInputProps(fields[key], { type: 'text' })}
            key={`${key} ${fields[key].key ?? ''}`}
            label={tPart(`part.${key}`)}
            hint={t(`hint.${key}`)}
            aside={
              <span className="text-muted">
                {t('form.now', { percent: percentText(format, current.percents[key]) })}
              </span>
            }
            suffix="%"
            width="max-w-36"
            error={fields[key].errors}
          />
        ))}
      </div>
      <Total id={fields.total.id} texts={texts} errors={fields.total.errors} />
      <Textarea
        {...getTextareaProps(fields.reason)}
        key={fields.reason.key}
        rows={3}
        label={t('form.reason')}
        hint={t('form.reasonHint')}
        error={fields.reason.errors}
      />
      <div className="flex flex-wrap gap-3">
        <Button name="intent" value="preview">
          {t('form.preview')}
        </Button>
        <Button name="intent" value="save" look="secondary">
          {t('form.save')}
        </Button>
      </div>
    </Form>
  )
}

/** What the percentages make together: right when the page is rendered, and live where there is a script. */
function Total({ id, texts, errors }: { id: string; texts: Texts; errors: string[] | undefined }) {
  const t = useT(matchWeights)
  const format = useFormat()
  const parsed = SCORE_PARTS.map((key) => parsePercent(texts[key]))
  const percents = parsed.every((value) => value !== null)
    ? (Object.fromEntries(SCORE_PARTS.map((key, index) => [key, parsed[index]])) as WeightPercents)
    : null
  const sum = percents && sumOfPercents(percents)
  const percent = (hundredths: number) => percentText(format, hundredths)
  return (
    <div className="flex flex-col gap-1.5">
      <FieldError id={id} error={errors} />
      <output
        id={id}
        tabIndex={-1}
        htmlFor={SCORE_PARTS.map((key) => `match-weights-${key}`).join(' ')}
        className="flex flex-wrap items-baseline gap-x-3 border-l-8 border-mark pl-3 text-lg"
      >
        {sum === null ? (
          t('form.totalUnknown')
        ) : (
          <>
            <strong>{t('form.total', { sum: percent(sum) })}</strong>
            <span>
              {sum === FULL_PERCENTS
                ? t('form.totalRight')
                : t(sum < FULL_PERCENTS ? 'form.totalMissing' : 'form.totalOver', {
                    gap: percent(Math.abs(FULL_PERCENTS - sum)),
                  })}
            </span>
          </>
        )}
      </output>
    </div>
  )
}

function textsOf(textOf: (key: ScorePartKey) => string): Texts {
  return Object.fromEntries(SCORE_PARTS.map((key) => [key, textOf(key)])) as Texts
}
