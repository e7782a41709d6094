import { getFormProps, useForm } from '@conform-to/react'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { communeLabel } from '~/features/communes/model/commune'
import { findCommune, listCommunes } from '~/features/communes/queries.server'
import { signUp } from '~/features/identity/commands/sign-up.server'
import { signUpSchema } from '~/features/identity/schema'
import { FoundingFields, PersonFields, type SignUpValues } from '~/features/identity/ui/sign-up-fields'
import { optionalActor } from '~/http/actor.server'
import { tryWay } from '~/http/limits.server'
import { localeOf } from '~/http/locale.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { accountAccess } from '~/messages/account-access'
import { common } from '~/messages/common'
import { Button } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(accountAccess, 'signUp.title')

export async function loader({ request }: LoaderFunctionArgs) {
  if (await optionalActor(request)) throw redirect(paths.dashboard())
  const communes = await listCommunes()
  return {
    id: newId(),
    communes: communes.map(({ code, name, departement }) => ({
      value: code,
      label: communeLabel({ name, department: departement }),
    })),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, signUpSchema)
  if (!form.ok) return form.reply
  const commune = await findCommune(form.value.communeCode)
  if (!commune) return form.refuse({ code: 'invalid', field: 'communeCode' })
  const tried = await tryWay('sign-up', context, form.value.email)
  if (!tried.ok) return form.refuse(tried.error)
  const signedUp = await signUp({ ...form.value, locale: await localeOf(request) })
  if (!signedUp.ok) return form.refuse(signedUp.error)
  return redirect(paths.signUpSent())
}

export default function SignUp() {
  const t = useT(accountAccess)
  const tCommon = useT(common)
  const { id, communes } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const [form, fields] = useForm<SignUpValues>({ id: 'sign-up', lastResult: reply?.result })
  const { name, email, password, phone, organisation, siret, kind, sides, communeCode } = fields
  return (
    <div className="max-w-2xl">
      <PageHeader title={t('signUp.title')} lead={t('signUp.lead')} />
      <Form method="post" {...getFormProps(form)} className="flex flex-col gap-10">
        <ErrorSummary
          errors={summaryOf([
            form,
            name,
            email,
            password,
            phone,
            organisation,
            siret,
            kind,
            sides,
            communeCode,
          ])}
        />
        <input type="hidden" name="id" value={id} />
        <PersonFields fields={fields} />
        <FoundingFields fields={fields} communes={communes} title={t('signUp.organisation')} />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <Button wide>{t('signUp.submit')}</Button>
          <p>
            {t('signUp.already')} <Link to={paths.signIn()}>{tCommon('nav.signIn')}</Link>
          </p>
        </div>
      </Form>
    </div>
  )
}
