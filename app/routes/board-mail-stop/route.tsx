import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { setMonthlyMail } from '~/features/board/commands/choose-monthly-mail.server'
import { readStopMailToken } from '~/features/board/mail-link.server'
import { findCommune } from '~/features/communes/queries.server'
import { pageTitle } from '~/http/page-title'
import { readForm } from '~/http/read-form.server'
import { orNotFound } from '~/http/replies.server'
import { boardMails } from '~/messages/board-mails'
import { Button, ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = (args) => [
  ...(pageTitle(boardMails, 'stop.title')(args) ?? []),
  { name: 'robots', content: 'noindex' },
]

/** The address of the page is a key: no copy of it is kept on the way. */
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'private, no-store' })

/** Changes nothing: programs that check mails open their links. */
export async function loader({ params }: LoaderFunctionArgs) {
  const { communeCode } = orNotFound(readStopMailToken(params.token ?? ''))
  const { code, name } = orNotFound(await findCommune(communeCode))
  return { place: { code, name } }
}

/** Ends the mail, for a person's button and for a mail program's one click alike, unless told to begin it again. */
export async function action({ request, params }: ActionFunctionArgs) {
  const mailed = orNotFound(readStopMailToken(params.token ?? ''))
  const isWanted = (await readForm(request)).get('intent') === 'resume'
  await setMonthlyMail(mailed, isWanted)
  return { isWanted }
}

export default function StopBoardMail() {
  const t = useT(boardMails)
  const { place } = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  const mayStop = !done || done.isWanted
  return (
    <div className="flex max-w-2xl flex-col gap-6">
      <PageHeader title={t('stop.title')} lead={done ? undefined : t('stop.lead', { place: place.name })} />
      {done && (
        <Notice tone="success" live title={t(done.isWanted ? 'stop.resumed' : 'stop.done')}>
          {!done.isWanted && t('stop.doneText')}
        </Notice>
      )}
      <Form method="post" className="flex flex-wrap gap-3">
        <Button wide name="intent" value={mayStop ? 'end' : 'resume'} look={mayStop ? 'action' : 'secondary'}>
          {t(mayStop ? 'stop.submit' : 'stop.resume')}
        </Button>
        <ButtonLink to={paths.board(place.code)} look="secondary" wide>
          {t('stop.page', { place: place.name })}
        </ButtonLink>
      </Form>
    </div>
  )
}
