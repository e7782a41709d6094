import { getFormProps, getInputProps, getSelectProps, getTextareaProps, useForm } from '@conform-to/react'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { newId } from '~/core/ids'
import { REPORT_REASONS } from '~/core/moderation-terms'
import { reportedKindOf } from '~/core/oversight-paths'
import { paths } from '~/core/paths'
import { subjectPage } from '~/core/subject-page'
import { reportSubject } from '~/features/moderation/commands/report-subject.server'
import { reportSchema } from '~/features/moderation/schema'
import { listPhotosOfLots } from '~/features/photos/queries.server'
import { optionalActor } from '~/http/actor.server'
import { localeOf } from '~/http/locale.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { seenSubject } from '~/http/seen-subject.server'
import { moderation } from '~/messages/moderation'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { Select, Textarea, TextInput } from '~/ui/inputs'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = (args) => [
  ...(pageTitle(moderation, 'report.title')(args) ?? []),
  { name: 'robots', content: 'noindex' },
]

const DONE = ['recu', 'courriel'] as const

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await optionalActor(request)
  const subject = await seenSubject(request, reportedKindOf(params.kind), params.id)
  const photos = subject.kind === 'lot' ? ((await listPhotosOfLots([subject.id])).get(subject.id) ?? []) : []
  const done = new URL(request.url).searchParams.get('fait')
  return {
    id: newId(),
    subject: { kind: subject.kind, id: subject.id, title: subject.title, owner: subject.organisationName },
    photoIds: photos.map((photo) => photo.id),
    email: actor?.email ?? '',
    asksEmail: !actor?.isConfirmed,
    done: DONE.find((known) => known === done) ?? null,
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const subject = await seenSubject(request, reportedKindOf(params.kind), params.id)
  const form = await parseForm(request, reportSchema)
  if (!form.ok) return form.reply
  const reported = await reportSubject({
    ...form.value,
    subject,
    actor: await optionalActor(request),
    locale: await localeOf(request),
    clientIp: context.clientIp,
  })
  if (!reported.ok) return form.refuse(reported.error)
  return redirect(paths.report(subject.kind, subject.id, reported.value.isConfirmed ? 'recu' : 'courriel'))
}

export default function Report() {
  const t = useT(moderation)
  const { subject, done } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const back = subjectPage(subject)
  const isSent = done !== null && !reply
  return (
    <div className="flex max-w-2xl flex-col gap-8">
      <PageHeader
        back={{ to: back, label: t('report.back') }}
        title={t('report.title')}
        lead={
          subject.owner === ''
            ? t('report.leadUnnamed', { title: subject.title })
            : t('report.lead', { title: subject.title, organisation: subject.owner })
        }
      />
      {isSent ? (
        <>
          <Notice tone="success" live title={t(done === 'recu' ? 'report.sent' : 'report.check')}>
            {t(done === 'recu' ? 'report.sentText' : 'report.checkText')}
          </Notice>
          <p>
            <ButtonLink to={back}>{t('report.back')}</ButtonLink>
          </p>
        </>
      ) : (
        <ReportForm />
      )}
    </div>
  )
}

function ReportForm() {
  const t = useT(moderation)
  const { id, photoIds, email, asksEmail } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<Record<'reason' | 'text' | 'photoId' | 'email' | 'website', string>>({
    id: 'report',
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: { email },
  })
  const { reason, text, photoId, website } = fields
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col gap-6">
      <ErrorSummary errors={summaryOf([form, reason, text, photoId, fields.email])} />
      <input type="hidden" name="id" value={id} />
      <Select
        {...getSelectProps(reason)}
        key="reason"
        label={t('report.reason')}
        error={reason.errors}
        options={REPORT_REASONS.map((value) => ({ value, label: t(`reason.${value}`) }))}
      />
      {photoIds.length > 0 && (
        <Select
          {...getSelectProps(photoId)}
          key="photo"
          label={t('report.photo')}
          error={photoId.errors}
          placeholder={t('report.allPhotos')}
          options={photoIds.map((value, at) => ({
            value,
            label: t('report.photoNumber', { number: at + 1 }),
          }))}
        />
      )}
      <Textarea
        {...getTextareaProps(text)}
        key="text"
        label={t('report.text')}
        hint={t('report.textHint')}
        error={text.errors}
        maxLength={2000}
      />
      {asksEmail ? (
        <TextInput
          {...getInputProps(fields.email, { type: 'email' })}
          key="email"
          label={t('report.email')}
          hint={t('report.emailHint')}
          error={fields.email.errors}
          autoComplete="email"
        />
      ) : (
        <input type="hidden" name="email" value={email} />
      )}
      <div hidden>
        <TextInput
          {...getInputProps(website, { type: 'text' })}
          key="website"
          label={t('report.website')}
          tabIndex={-1}
          autoComplete="off"
        />
      </div>
      <p className="prose-width text-muted">{t('report.danger')}</p>
      <p>
        <Link to={paths.moderationFigures()} className="inline-flex min-h-11 items-center">
          {t('report.figures')}
        </Link>
      </p>
      <div>
        <Button wide>{t('report.submit')}</Button>
      </div>
    </Form>
  )
}
