import { getFormProps, getInputProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form, Link } from '@remix-run/react'
import { paths } from '~/core/paths'
import { PhotoConsent } from '~/features/examples/ui/photo-consent'
import { organisation as texts } from '~/messages/organisation'
import { Button } from '~/ui/button'
import { Checkbox } from '~/ui/choices'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'

/** What an organisation decides of its photos: whether they are analysed, and whether they may teach the model. */
export function PhotoChoices({
  organisation: { analysesPhotos, sharesPhotosSinceMs },
  isOwner,
  analysisResult,
  consentResult,
}: {
  organisation: { analysesPhotos: boolean; sharesPhotosSinceMs: number | null }
  isOwner: boolean
  analysisResult?: SubmissionResult<string[]>
  consentResult?: SubmissionResult<string[]>
}) {
  const t = useT(texts)
  return (
    <section aria-labelledby="photos-title" className="flex flex-col gap-6 border-t-4 border-edge pt-4">
      <div className="flex flex-col gap-3">
        <h2 id="photos-title" className="text-2xl">
          {t('photos.title')}
        </h2>
        <p>
          {t('photos.lead')} <Link to={paths.aiUse()}>{t('photos.how')}</Link>
        </p>
      </div>
      {isOwner ? (
        <AnalysisForm isAnalysed={analysesPhotos} lastResult={analysisResult} />
      ) : (
        <p>{t(analysesPhotos ? 'photos.isOn' : 'photos.isOff')}</p>
      )}
      <PhotoConsent isSharing={sharesPhotosSinceMs !== null} isOwner={isOwner} lastResult={consentResult} />
    </section>
  )
}

function AnalysisForm({
  isAnalysed,
  lastResult,
}: {
  isAnalysed: boolean
  lastResult?: SubmissionResult<string[]>
}) {
  const t = useT(texts)
  const [form, { refuses }] = useForm<{ refuses: string }>({
    // A form of its own for each saved choice, so that the box shows what is kept.
    id: `photo-analysis-${isAnalysed}`,
    lastResult,
    defaultValue: { refuses: isAnalysed ? '' : 'yes' },
  })
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col gap-4">
      <ErrorSummary id="analysis-errors" errors={summaryOf([form, refuses])} />
      <input type="hidden" name="intent" value="photo-analysis" />
      <Checkbox
        {...getInputProps(refuses, { type: 'checkbox', value: 'yes' })}
        key={refuses.key}
        label={t('photos.refuse')}
        hint={t('photos.refuseHint')}
        error={refuses.errors}
      />
      <div>
        <Button look="secondary" wide>
          {t('photos.submit')}
        </Button>
      </div>
    </Form>
  )
}
