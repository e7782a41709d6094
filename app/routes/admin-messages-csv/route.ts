import type { LoaderFunctionArgs } from '@remix-run/node'
import { isoDayOf } from '~/core/days'
import { filterMessages, messageStateOf } from '~/features/contact/model/message-entry'
import { listMessages } from '~/features/contact/queries.server'
import { messageSearchSchema } from '~/features/contact/schema'
import { requireAdministration } from '~/http/administration.server'
import { auditRead } from '~/http/audit-read.server'
import { toCsv } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { parseSearch } from '~/http/parse-search.server'
import { download } from '~/http/replies.server'
import { administrationMessages } from '~/messages/administration-messages'
import { translator } from '~/messages/catalogue'
import { contact } from '~/messages/contact'

/** Every message that the same filters show, on all its pages. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministration(request)
  await auditRead('messages.exported')
  const filter = parseSearch(request, messageSearchSchema)
  const locale = await localeOf(request)
  const t = translator(locale, administrationMessages)
  const tContact = translator(locale, contact)
  const body = toCsv(
    [
      { header: t('received'), cell: (message) => isoDayOf(message.createdAtMs) },
      { header: t('from'), cell: (message) => message.name },
      { header: t('email'), cell: (message) => message.email },
      { header: t('topic'), cell: (message) => tContact(`topic.${message.topic}`) },
      { header: t('text'), cell: (message) => message.text },
      { header: t('page'), cell: (message) => message.path },
      { header: t('state'), cell: (message) => t(`stateOf.${messageStateOf(message)}`) },
      { header: t('handledBy'), cell: (message) => message.handledByName },
    ],
    filterMessages(await listMessages(), filter),
  )
  return download(body, `${t('csvFile')}.csv`, 'text/csv')
}
