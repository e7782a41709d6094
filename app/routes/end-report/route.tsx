import { getFormProps, getTextareaProps, useForm } from '@conform-to/react'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { writeReport } from '~/features/programme/commands/end-experiment.server'
import { REPORT_PARTS, type ReportTexts } from '~/features/programme/model/report'
import { reportSchema } from '~/features/programme/schema'
import { Budget } from '~/features/programme/ui/budget'
import { firstWords } from '~/features/programme/figure-rows'
import { Figures } from '~/features/programme/ui/figures'
import { localised } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { orNotFound } from '~/http/replies.server'
import { seenDossier } from '~/http/seen-dossier.server'
import { seenExperiment } from '~/http/seen-experiment.server'
import { programmeExperiment } from '~/messages/programme-experiment'
import { Button } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useFormat, useT } from '~/ui/i18n'
import { DownloadIcon } from '~/ui/icons'
import { Textarea } from '~/ui/inputs'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'

const DONE = ['enregistre', 'envoye'] as const

export const meta: MetaFunction<typeof loader> = (args) => {
  const commune = args.data?.dossier.communeName ?? ''
  return [{ title: `${localised(args, programmeExperiment)('end.title', { commune })} – Gisement` }]
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { dossier, isOwner, view } = await seenExperiment(request, params.dossierId)
  orNotFound(dossier.startedOn)
  const done = new URL(request.url).searchParams.get('fait')
  return {
    dossier,
    view,
    canWrite: isOwner && dossier.state === 'running',
    done: DONE.find((known) => known === done) ?? null,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { dossier, actor, isOwner } = await seenDossier(request, params.dossierId)
  orNotFound(isOwner || null)
  const form = await parseForm(request, reportSchema)
  if (!form.ok) return form.reply
  const written = await writeReport({ actor, dossierId: dossier.id, ...form.value })
  if (!written.ok) return form.refuse(written.error)
  return redirect(paths.endReport(dossier.id, form.value.intent === 'submit' ? 'envoye' : 'enregistre'))
}

export default function EndReport() {
  const t = useT(programmeExperiment)
  const format = useFormat()
  const { dossier, view, canWrite, done } = useLoaderData<typeof loader>()
  const { report, figures, budget } = view
  const sentAtMs = report?.submittedAtMs ?? null
  return (
    <div className="flex min-w-0 flex-col gap-8">
      <PageHeader
        title={t('end.title', { commune: dossier.communeName })}
        lead={
          sentAtMs === null
            ? t(canWrite ? 'end.lead' : report ? 'end.draft' : 'end.noReport')
            : t('end.sentOn', { day: format.dayLong(isoDayOf(sentAtMs)) })
        }
        back={{ to: paths.experiment(dossier.id), label: t('end.back') }}
        actions={
          <a href={paths.endReportPdf(dossier.id)} className="button button-secondary" data-screen-only>
            <DownloadIcon />
            {t('end.pdf')}
          </a>
        }
      />
      {done && <Notice tone="success" live title={t(`end.done.${done}`)} />}
      {canWrite && <ReportForm />}
      {!canWrite && report && <ReportText report={report} />}
      {figures && <Figures dossier={dossier} figures={figures} isFrozen={sentAtMs !== null} />}
      <Budget
        dossierId={dossier.id}
        lines={budget}
        grantedCents={dossier.grantedCents ?? 0}
        newId={null}
        reply={undefined}
      />
    </div>
  )
}

/** The texts of the report; the first one begins with what the figures say. */
function ReportForm() {
  const t = useT(programmeExperiment)
  const format = useFormat()
  const { view } = useLoaderData<typeof loader>()
  const lastResult = useActionData<typeof action>()?.result
  const { report, figures } = view
  const results = figures ? firstWords(figures, t, format) : ''
  const [form, fields] = useForm<ReportTexts>({
    id: 'report',
    lastResult,
    defaultValue: report ?? { results },
  })
  return (
    <Form method="post" {...getFormProps(form)} className="flex max-w-3xl flex-col gap-6">
      <ErrorSummary errors={summaryOf([form, ...REPORT_PARTS.map((part) => fields[part])])} />
      {REPORT_PARTS.map((part) => (
        <Textarea
          {...getTextareaProps(fields[part])}
          key={part}
          label={t(`end.${part}`)}
          hint={t(`end.${part}Hint`)}
          error={fields[part].errors}
          rows={6}
        />
      ))}
      <div className="flex flex-wrap gap-3">
        <Button name="intent" value="submit" wide main>
          {t('end.submit')}
        </Button>
        <Button name="intent" value="save" look="secondary" wide>
          {t('end.save')}
        </Button>
      </div>
    </Form>
  )
}

function ReportText({ report }: { report: ReportTexts }) {
  const t = useT(programmeExperiment)
  return (
    <div className="flex max-w-3xl flex-col gap-6">
      {REPORT_PARTS.filter((part) => report[part] !== '').map((part) => (
        <section key={part} aria-labelledby={`part-${part}`} className="flex flex-col gap-2">
          <h2 id={`part-${part}`} className="text-2xl">
            {t(`end.${part}`)}
          </h2>
          <p className="whitespace-pre-line">{report[part]}</p>
        </section>
      ))}
    </div>
  )
}
