import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { confirmReport } from '~/features/moderation/commands/report-subject.server'
import { readReportToken } from '~/features/moderation/report-link.server'
import { pageTitle } from '~/http/page-title'
import { notFound } from '~/http/replies.server'
import { moderation } from '~/messages/moderation'
import { Button, ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = (args) => [
  ...(pageTitle(moderation, 'confirm.title')(args) ?? []),
  { name: 'robots', content: 'noindex' },
]

/** Changes nothing: programs that check mails open their links. */
export function loader({ request, params }: LoaderFunctionArgs) {
  const isKnown = readReportToken(params.token ?? '') !== null
  const isDone = new URL(request.url).searchParams.get('fait') === 'confirme'
  return data({ isKnown, isDone }, { status: isKnown ? 200 : 404 })
}

export async function action({ params }: ActionFunctionArgs) {
  const token = params.token ?? ''
  const done = await confirmReport(token)
  if (!done.ok) throw notFound()
  return redirect(paths.confirmReport(token, 'confirme'))
}

export default function ConfirmReport() {
  const t = useT(moderation)
  const { isKnown, isDone } = useLoaderData<typeof loader>()
  const next = <ButtonLink to={paths.lots()}>{t('confirm.next')}</ButtonLink>
  return (
    <div className="flex max-w-2xl flex-col gap-6">
      <PageHeader title={t('confirm.title')} />
      {!isKnown && <Notice tone="warning" title={t('confirm.gone')} action={next} />}
      {isKnown && isDone && (
        <Notice tone="success" live title={t('confirm.done')} action={next}>
          {t('confirm.doneText')}
        </Notice>
      )}
      {isKnown && !isDone && (
        <Form method="post" className="flex flex-col gap-4">
          <p>{t('confirm.text')}</p>
          <div>
            <Button wide>{t('confirm.submit')}</Button>
          </div>
        </Form>
      )}
    </div>
  )
}
