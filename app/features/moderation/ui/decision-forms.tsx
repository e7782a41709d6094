import {
  getFormProps,
  getSelectProps,
  getTextareaProps,
  useForm,
  type SubmissionResult,
} from '@conform-to/react'
import { Form } from '@remix-run/react'
import { REPORT_REASONS, type ModerationAct } from '~/core/moderation-terms'
import { moderation } from '~/messages/moderation'
import { Button } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { Select, Textarea } from '~/ui/inputs'

type Props = { lastResult?: SubmissionResult<string[]> }

/** What the team decides of something, with the reasons that its owner reads. */
export function DecisionForm({
  id,
  acts,
  lastResult,
}: Props & { id: string; acts: readonly ModerationAct[] }) {
  const t = useT(moderation)
  const [form, fields] = useForm<Record<'act' | 'ground' | 'statement', string>>({ id: 'decide', lastResult })
  const { act, ground, statement } = fields
  return (
    <section aria-labelledby="decide-title" className="flex max-w-2xl flex-col gap-4">
      <h2 id="decide-title">{t('case.decide')}</h2>
      <Form method="post" {...getFormProps(form)} className="flex flex-col gap-4">
        <ErrorSummary errors={summaryOf([form, act, ground, statement])} />
        <input type="hidden" name="intent" value="decide" />
        <input type="hidden" name="id" value={id} />
        <Select
          {...getSelectProps(act)}
          key="act"
          label={t('case.act')}
          error={act.errors}
          options={acts.map((value) => ({ value, label: t(`act.${value}`) }))}
        />
        <Select
          {...getSelectProps(ground)}
          key="ground"
          label={t('case.ground')}
          error={ground.errors}
          options={REPORT_REASONS.map((value) => ({ value, label: t(`reason.${value}`) }))}
        />
        <Textarea
          {...getTextareaProps(statement)}
          key="statement"
          label={t('case.statement')}
          hint={t('case.statementHint')}
          error={statement.errors}
          maxLength={2000}
        />
        <div>
          <Button wide>{t('case.submit')}</Button>
        </div>
      </Form>
    </section>
  )
}

/** Answers an appeal: the decision stands or falls, and why. */
export function AppealAnswerForm({ decisionId, lastResult }: Props & { decisionId: string }) {
  const t = useT(moderation)
  const [form, fields] = useForm<Record<'outcome' | 'answer', string>>({ id: 'answer', lastResult })
  const { outcome, answer } = fields
  return (
    <section aria-labelledby="answer-title" className="flex max-w-2xl flex-col gap-4">
      <h2 id="answer-title">{t('case.answer')}</h2>
      <Form method="post" {...getFormProps(form)} className="flex flex-col gap-4">
        <ErrorSummary errors={summaryOf([form, outcome, answer])} />
        <input type="hidden" name="intent" value="answer" />
        <input type="hidden" name="decisionId" value={decisionId} />
        <Select
          {...getSelectProps(outcome)}
          key="outcome"
          label={t('case.outcome')}
          error={outcome.errors}
          options={(['upheld', 'overturned'] as const).map((value) => ({
            value,
            label: t(`outcome.${value}`),
          }))}
        />
        <Textarea
          {...getTextareaProps(answer)}
          key="answer"
          label={t('case.answerText')}
          error={answer.errors}
          maxLength={2000}
        />
        <div>
          <Button wide>{t('case.answerSubmit')}</Button>
        </div>
      </Form>
    </section>
  )
}

/** Appeals a decision, for its owner. */
export function AppealForm({ lastResult }: Props) {
  const t = useT(moderation)
  const [form, { text }] = useForm<{ text: string }>({ id: 'appeal', lastResult })
  return (
    <section aria-labelledby="appeal-title" className="flex max-w-2xl flex-col gap-4">
      <h2 id="appeal-title">{t('own.appeal')}</h2>
      <Form method="post" {...getFormProps(form)} className="flex flex-col gap-4">
        <ErrorSummary errors={summaryOf([form, text])} />
        <Textarea
          {...getTextareaProps(text)}
          key="text"
          label={t('own.appealText')}
          hint={t('own.appealHint')}
          error={text.errors}
          maxLength={2000}
        />
        <div>
          <Button wide>{t('own.appealSubmit')}</Button>
        </div>
      </Form>
    </section>
  )
}
