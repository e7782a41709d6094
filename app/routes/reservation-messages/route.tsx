import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { listSightings } from '~/features/faces/queries.server'
import { readThread } from '~/features/reservations/commands/read-thread.server'
import { listThread } from '~/features/reservations/queries/thread.server'
import { sentSchema } from '~/features/reservations/schema'
import { MessageForm } from '~/features/reservations/ui/message-form'
import { MessageList } from '~/features/reservations/ui/message-list'
import { pageTitle } from '~/http/page-title'
import { parseSearch } from '~/http/parse-search.server'
import { requireThread } from '~/http/reservation-thread.server'
import { threads } from '~/messages/threads'
import { CsvLink } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { receiveMessage } from './receive-message.server'

export const meta: MetaFunction = pageTitle(threads, 'title')

/** Shows what was written, and keeps that its reader has it on the screen; a page that is only fetched ahead is not read. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, view, side } = await requireThread(request, params.reservationId)
  const messages = await listThread(view.id)
  const readAtMs = messages.at(-1)?.sentAtMs
  const isAhead = (request.headers.get('Sec-Purpose') ?? request.headers.get('Purpose'))?.includes('prefetch')
  if (readAtMs !== undefined && !isAhead)
    await readThread({ reservationId: view.id, userId: actor.userId, readAtMs })
  const own = messages.filter((message) => message.side === side)
  const sightings = await listSightings(own.flatMap(({ photos }) => photos.map((photo) => photo.id)))
  return {
    ...{ id: newId(), view, side, messages, sightings: Object.fromEntries(sightings) },
    isSent: parseSearch(request, sentSchema).fait === 'envoye',
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, view } = await requireThread(request, params.reservationId)
  const { form, sent } = await receiveMessage(request, actor, view.id)
  if (!form.ok) return form.reply
  if (sent && !sent.ok) return form.refuse(sent.error)
  return redirect(`${paths.reservationMessages(view.id)}?fait=envoye`)
}

export default function ReservationMessages() {
  const t = useT(threads)
  const format = useFormat()
  const { id, view, side, messages, sightings, isSent } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const names = { giver: view.giverName, taker: view.takerName }
  return (
    <div className="flex max-w-3xl flex-col gap-8">
      <PageHeader
        back={{ to: paths.reservation(view.id), label: t('back') }}
        title={t('title')}
        lead={t('lead', {
          quantity: format.quantity(view.quantityMilli, view.lotUnit),
          lot: view.lotTitle,
          who: side === 'giver' ? view.takerName : view.giverName,
        })}
      />
      {isSent && <Notice tone="success" live title={t('sent')} />}
      {messages.length === 0 ? (
        <p className="prose-width text-muted">{t('none')}</p>
      ) : (
        <MessageList
          reservationId={view.id}
          messages={messages}
          names={names}
          side={side}
          sightings={sightings}
        />
      )}
      <MessageForm key={messages.length} id={id} lastResult={reply?.result} />
      {messages.length > 0 && <CsvLink href={paths.reservationMessagesCsv(view.id)} />}
    </div>
  )
}
