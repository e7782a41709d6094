import { getFormProps, useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { communeLabel } from '~/features/communes/model/commune'
import { listCommunes } from '~/features/communes/queries.server'
import { readProven } from '~/features/identity/read-proven.server'
import { FoundingFields, type SignUpValues } from '~/features/identity/ui/sign-up-fields'
import { pageTitle } from '~/http/page-title'
import { attemptOf } from '~/http/proconnect.server'
import { proconnect } from '~/messages/proconnect'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'
import { createAccount, invitationIn } from './account-acts.server'
import { OtherWays } from './other-ways'

export const meta: MetaFunction = pageTitle(proconnect, 'account.title')

export async function loader({ request }: LoaderFunctionArgs) {
  const secret = (await attemptOf(request))?.secret ?? null
  const [read, communes] = await Promise.all([readProven(secret), listCommunes()])
  const isSent = new URL(request.url).searchParams.get('fait') === 'demande'
  return {
    isSent,
    person: read && {
      name: read.proven.name,
      email: read.proven.email ?? '',
      siret: read.organisation ? '' : (read.proven.siret ?? ''),
      organisation: read.organisation?.name ?? null,
      invitation: (await invitationIn(read.proven.next))?.organisationName ?? null,
    },
    communes: communes.map(({ code, name, departement }) => ({
      value: code,
      label: communeLabel({ name, department: departement }),
    })),
  }
}

export function action({ request, context }: ActionFunctionArgs) {
  return createAccount(request, context)
}

export default function ProConnectAccount() {
  const t = useT(proconnect)
  const { isSent, person } = useLoaderData<typeof loader>()
  if (isSent || !person) return <Over isSent={isSent} />
  return (
    <div className="flex max-w-2xl flex-col gap-10">
      <PageHeader eyebrow={t('account.who', person)} title={t('account.title')} lead={t('account.lead')} />
      <FoundForm />
    </div>
  )
}

function Over({ isSent }: { isSent: boolean }) {
  const t = useT(proconnect)
  return (
    <div className="flex max-w-xl flex-col gap-6">
      <PageHeader
        title={t(isSent ? 'account.sent' : 'account.over')}
        lead={t(isSent ? 'account.sentText' : 'account.overText')}
      />
      <div className="flex flex-wrap gap-3">
        <ButtonLink to={paths.signIn()}>{t('account.signIn')}</ButtonLink>
        <ButtonLink to={paths.lots()} look="secondary">
          {t('account.search')}
        </ButtonLink>
      </div>
    </div>
  )
}

function FoundForm() {
  const t = useT(proconnect)
  const { person, communes } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const [form, fields] = useForm<SignUpValues>({
    id: 'found',
    lastResult: reply?.result,
    defaultValue: { siret: person?.siret ?? '' },
  })
  const { organisation, siret, kind, sides, communeCode } = fields
  return (
    <>
      <ErrorSummary errors={summaryOf([form, organisation, siret, kind, sides, communeCode])} />
      <OtherWays organisation={person?.organisation ?? null} invitation={person?.invitation ?? null} />
      <Form method="post" {...getFormProps(form)} className="flex flex-col gap-6">
        <input type="hidden" name="intent" value="found" />
        <FoundingFields fields={fields} communes={communes} title={t('account.found')} />
        <div>
          <Button wide>{t('account.foundGo')}</Button>
        </div>
      </Form>
    </>
  )
}
