import { getFormProps, useForm } from '@conform-to/react'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { paths } from '~/core/paths'
import { isFresh } from '~/features/identity/model/second-factor'
import { allowDataExport } from '~/features/privacy/commands/allow-data-export.server'
import { PERMIT_MS } from '~/features/privacy/model/data-permit'
import { findDataPermits } from '~/features/privacy/queries.server'
import { takeDataSchema } from '~/features/privacy/schema'
import { ProveFirst } from '~/features/privacy/ui/prove-first'
import { requireActor } from '~/http/actor.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { requireStage } from '~/http/session-entry.server'
import { privacy } from '~/messages/privacy'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(privacy, 'mine.title')

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'account:manage')
  const { session } = await requireStage(request, ['open'])
  const { total } = await findDataPermits(actor.userId, nowMs() - PERMIT_MS)
  return { isReady: total > 0, isProven: isFresh(session.provenAtMs, nowMs()) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'account:manage')
  const { session } = await requireStage(request, ['open'])
  const form = await parseForm(request, takeDataSchema)
  if (!form.ok) return form.reply
  const allowed = await allowDataExport({ userId: actor.userId, provenAtMs: session.provenAtMs })
  return allowed.ok ? redirect(paths.myData()) : form.refuse(allowed.error)
}

export default function MyData() {
  const t = useT(privacy)
  const { isReady, isProven } = useLoaderData<typeof loader>()
  return (
    <div className="flex max-w-2xl flex-col gap-12">
      <PageHeader title={t('mine.title')} lead={t('mine.lead')} />
      <section aria-labelledby="take" className="flex flex-col gap-4">
        <h2 id="take">{t('mine.take')}</h2>
        <p>{t('mine.takeText')}</p>
        {isReady && <Ready />}
        {!isReady && (isProven ? <Ask /> : <ProveFirst to={paths.confirmIdentity(paths.myData())} />)}
      </section>
      <section aria-labelledby="more" className="flex flex-col gap-3">
        <h2 id="more">{t('mine.more')}</h2>
        <p>
          <Link to={paths.processingRegister()} className="inline-flex min-h-11 items-center">
            {t('mine.register')}
          </Link>
        </p>
        <div>
          <ButtonLink to={paths.eraseAccount()} look="secondary" wide>
            {t('mine.erase')}
          </ButtonLink>
        </div>
      </section>
    </div>
  )
}

function Ready() {
  const t = useT(privacy)
  return (
    <>
      <Notice tone="success" live title={t('mine.ready')}>
        {t('mine.readyText')}
      </Notice>
      <p>
        <a href={paths.myDataZip()} className="inline-flex min-h-11 items-center font-semibold">
          {t('mine.download')}
        </a>
      </p>
    </>
  )
}

function Ask() {
  const t = useT(privacy)
  const [form] = useForm({ id: 'take-data', lastResult: useActionData<typeof action>()?.result })
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col gap-6">
      <ErrorSummary id="take-data-errors" errors={summaryOf([form])} />
      <p>{t('mine.limit')}</p>
      <div>
        <Button wide>{t('mine.ask')}</Button>
      </div>
    </Form>
  )
}
