import { getFormProps, getInputProps, getTextareaProps, useForm } from '@conform-to/react'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { setAccounting } from '~/features/accounting/commands/set-accounting.server'
import { targetLine } from '~/features/accounting/model/accounting-settings'
import { listOpenCorrections } from '~/features/accounting/queries/corrections.server'
import { readAccountingSettings } from '~/features/accounting/queries/settings.server'
import { accountingSettingsFormSchema } from '~/features/accounting/schema'
import { OpenCorrectionsTable } from '~/features/accounting/ui/open-corrections'
import { AdministrationSections } from '~/features/administration/ui/sections'
import { requireAdministration } from '~/http/administration.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { ledgerAdmin } from '~/messages/ledger-admin'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { NumberInput, Textarea } from '~/ui/inputs'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(ledgerAdmin, 'title')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministration(request, 'correction:enter')
  const [corrections, settings] = await Promise.all([listOpenCorrections(), readAccountingSettings()])
  return {
    corrections,
    settings,
    isDone: new URL(request.url).searchParams.get('fait') === 'regle',
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAdministration(request, 'correction:enter')
  const form = await parseForm(request, accountingSettingsFormSchema)
  if (!form.ok) return form.reply
  const { publicThreshold, repTargets } = form.value
  const set = await setAccounting({ actor, settings: { publicThreshold, repTargets } })
  return set.ok ? redirect(paths.ledgerAdmin('?fait=regle')) : form.refuse(set.error)
}

export default function LedgerAdmin() {
  const t = useT(ledgerAdmin)
  const { corrections, isDone } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <div className="flex min-w-0 flex-col gap-10">
      <PageHeader title={t('title')} lead={t('lead')} />
      <AdministrationSections />
      {isDone && !reply && <Notice tone="success" live title={t('done')} />}
      <section aria-labelledby="waiting" className="flex min-w-0 flex-col gap-3">
        <h2 id="waiting">{t('waiting')}</h2>
        <OpenCorrectionsTable corrections={corrections} />
      </section>
      <SettingsForm />
      <p className="flex flex-wrap gap-3" data-screen-only>
        <ButtonLink to={paths.ledger()} look="secondary">
          {t('next')}
        </ButtonLink>
      </p>
    </div>
  )
}

function SettingsForm() {
  const t = useT(ledgerAdmin)
  const { settings } = useLoaderData<typeof loader>()
  const [form, fields] = useForm({
    id: 'settings',
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: {
      publicThreshold: String(settings.publicThreshold),
      repTargets: settings.repTargets.map(targetLine).join('\n'),
    },
  })
  const { publicThreshold, repTargets } = fields
  return (
    <section aria-labelledby="settings-title" className="flex min-w-0 flex-col gap-4">
      <h2 id="settings-title">{t('settings')}</h2>
      <Form method="post" {...getFormProps(form)} className="flex max-w-3xl min-w-0 flex-col gap-6">
        <ErrorSummary errors={summaryOf([form, publicThreshold, repTargets])} />
        <input type="hidden" name="intent" value="settings" />
        <NumberInput
          {...getInputProps(publicThreshold, { type: 'text' })}
          key="threshold"
          label={t('threshold')}
          hint={t('thresholdHint')}
          error={publicThreshold.errors}
        />
        <Textarea
          {...getTextareaProps(repTargets)}
          key="targets"
          label={t('targets')}
          hint={t('targetsHint')}
          error={repTargets.errors}
          rows={6}
          spellCheck={false}
        />
        <Button wide>{t('save')}</Button>
      </Form>
    </section>
  )
}
