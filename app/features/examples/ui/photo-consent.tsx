import { getFormProps, getInputProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { photoConsent } from '~/messages/photo-consent'
import { Button } from '~/ui/button'
import { Checkbox } from '~/ui/choices'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'

const POINTS = ['what', 'why', 'long', 'stop'] as const

/** Whether an organisation's photos may teach the classifier: off until an owner says so, with what it means. */
export function PhotoConsent({
  isSharing,
  isOwner,
  lastResult,
}: {
  isSharing: boolean
  isOwner: boolean
  lastResult?: SubmissionResult<string[]>
}) {
  const t = useT(photoConsent)
  return (
    <section aria-labelledby="photo-consent-title" className="flex flex-col gap-4">
      <h3 id="photo-consent-title" className="text-xl">
        {t('title')}
      </h3>
      <dl className="grid gap-4 sm:grid-cols-2">
        {POINTS.map((point) => (
          <div key={point} className="border-t-2 border-edge pt-2">
            <dt className="font-semibold">{t(point)}</dt>
            <dd>{t(`${point}Text`)}</dd>
          </div>
        ))}
      </dl>
      {isOwner ? (
        <ConsentForm isSharing={isSharing} lastResult={lastResult} />
      ) : (
        <p>{t(isSharing ? 'isOn' : 'isOff')}</p>
      )}
    </section>
  )
}

function ConsentForm({
  isSharing,
  lastResult,
}: {
  isSharing: boolean
  lastResult?: SubmissionResult<string[]>
}) {
  const t = useT(photoConsent)
  const [form, { agrees }] = useForm<{ agrees: string }>({
    // A form of its own for each saved choice, so that the box shows what is kept.
    id: `photo-consent-${isSharing}`,
    lastResult,
    defaultValue: { agrees: isSharing ? 'yes' : '' },
  })
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col gap-4">
      <ErrorSummary id="consent-errors" errors={summaryOf([form, agrees])} />
      <input type="hidden" name="intent" value="photo-consent" />
      <Checkbox
        {...getInputProps(agrees, { type: 'checkbox', value: 'yes' })}
        key={agrees.key}
        label={t('agree')}
        hint={t('hint')}
        error={agrees.errors}
      />
      <div>
        <Button look="secondary" wide>
          {t('submit')}
        </Button>
      </div>
    </Form>
  )
}
