import { getFormProps, useForm } from '@conform-to/react'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { communeLabel } from '~/features/communes/model/commune'
import { listCommunes } from '~/features/communes/queries.server'
import { openSite } from '~/features/sites/commands/open-site.server'
import { newSiteSchema } from '~/features/sites/schema'
import { SiteFormFields, type SiteValues } from '~/features/sites/ui/site-form-fields'
import { requireActor } from '~/http/actor.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { sites } from '~/messages/sites'
import { Button } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(sites, 'newTitle')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request, 'site:create')
  const communes = await listCommunes()
  return {
    id: newId(),
    communes: communes.map(({ code, name, departement }) => ({
      value: code,
      label: communeLabel({ name, department: departement }),
    })),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'site:create')
  const form = await parseForm(request, newSiteSchema)
  if (!form.ok) return form.reply
  const opened = await openSite({ actor, ...form.value })
  if (!opened.ok) return form.refuse(opened.error)
  return redirect(`${paths.site(opened.value.id)}?fait=ouvert`)
}

export default function NewSite() {
  const t = useT(sites)
  const { id, communes } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const [form, fields] = useForm<SiteValues>({ id: 'site', lastResult: reply?.result })
  const { name, kind, communeCode, address, startsOn, endsOn } = fields
  return (
    <div className="max-w-2xl">
      <PageHeader title={t('newTitle')} lead={t('newLead')} back={{ to: paths.sites(), label: t('back') }} />
      <Form method="post" {...getFormProps(form)} className="flex flex-col gap-6">
        <ErrorSummary errors={summaryOf([form, name, kind, communeCode, address, startsOn, endsOn])} />
        <input type="hidden" name="id" value={id} />
        <SiteFormFields fields={fields} communes={communes} />
        <div>
          <Button wide>{t('field.submit')}</Button>
        </div>
      </Form>
    </div>
  )
}
