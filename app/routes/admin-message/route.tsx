import { getFormProps, getTextareaProps, useForm } from '@conform-to/react'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { listEventsOf } from '~/features/administration/queries/timeline.server'
import { EventTimeline } from '~/features/administration/ui/event-timeline'
import { MailAddress } from '~/features/administration/ui/mail-address'
import { answerMessage, markMessage } from '~/features/contact/commands/handle-message.server'
import { MAX_MESSAGE_LENGTH } from '~/features/contact/model/limits'
import { messageStateOf } from '~/features/contact/model/message-entry'
import { findMessageEntry } from '~/features/contact/queries.server'
import { answerSchema, markSchema } from '~/features/contact/schema'
import { requireAdministration } from '~/http/administration.server'
import { auditRead } from '~/http/audit-read.server'
import { localised } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { readForm } from '~/http/read-form.server'
import { orNotFound } from '~/http/replies.server'
import { administrationMessages } from '~/messages/administration-messages'
import { contact } from '~/messages/contact'
import { Badge } from '~/ui/badge'
import { Button } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useFormat, useT } from '~/ui/i18n'
import { Textarea } from '~/ui/inputs'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { FactList } from '~/ui/tag-card'

const DONE = ['reponse', 'traite', 'rouvert'] as const

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const title = localised({ matches }, administrationMessages)('one', { name: data?.message.name ?? '' })
  return [{ title: `${title} – Gisement` }]
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireAdministration(request)
  const message = orNotFound(await findMessageEntry(params.id ?? ''))
  await auditRead('message.read', message.id)
  const done = new URL(request.url).searchParams.get('fait')
  return {
    message,
    events: await listEventsOf('contact-message', message.id),
    done: DONE.find((known) => known === done) ?? null,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAdministration(request, 'message:answer')
  const { id: contactMessageId } = orNotFound(await findMessageEntry(params.id ?? ''))
  const page = paths.oneMessage(contactMessageId)
  const formData = await readForm(request)
  if (formData.get('intent') === 'answer') {
    const form = await parseForm(request, answerSchema, formData)
    if (!form.ok) return form.reply
    const answered = await answerMessage({ actor, contactMessageId, text: form.value.text })
    return answered.ok ? redirect(`${page}?fait=reponse`) : form.refuse(answered.error)
  }
  const form = await parseForm(request, markSchema, formData)
  if (!form.ok) return form.reply
  const isHandled = form.value.intent === 'handled'
  const marked = await markMessage({ actor, contactMessageId, isHandled })
  return marked.ok ? redirect(`${page}?fait=${isHandled ? 'traite' : 'rouvert'}`) : form.refuse(marked.error)
}

export default function Message() {
  const t = useT(administrationMessages)
  const tContact = useT(contact)
  const format = useFormat()
  const { message, events, done } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { name, email, topic, text, path, createdAtMs } = message
  const state = messageStateOf(message)
  return (
    <div className="flex min-w-0 flex-col gap-8">
      <PageHeader
        back={{ to: paths.messages(), label: t('title') }}
        title={t('one', { name })}
        lead={<Badge tone={state === 'ouvert' ? 'warning' : 'success'}>{t(`stateOf.${state}`)}</Badge>}
      />
      {done && !reply && <Notice tone="success" live title={t(`done.${done}`)} />}
      <FactList
        facts={[
          { term: t('email'), value: <MailAddress email={email} /> },
          { term: t('topic'), value: tContact(`topic.${topic}`) },
          { term: t('received'), value: format.instant(createdAtMs) },
          { term: t('page'), value: path ? <Link to={path}>{path}</Link> : t('noPage') },
        ]}
      />
      <blockquote className="prose-width border-l-4 border-mark pl-4 break-words whitespace-pre-line">
        {text}
      </blockquote>
      <MarkForm />
      <AnswerForm />
      <EventTimeline events={events} about={message.id} csvHref={paths.historyCsv('message', message.id)} />
    </div>
  )
}

/** Handled without an e-mail, or open again. */
function MarkForm() {
  const t = useT(administrationMessages)
  const { message } = useLoaderData<typeof loader>()
  const isOpen = message.handledAtMs === null
  return (
    <Form method="post">
      <Button look="secondary" name="intent" value={isOpen ? 'handled' : 'reopened'} wide>
        {t(isOpen ? 'mark' : 'reopen')}
      </Button>
    </Form>
  )
}

/** The answer, sent by this service; or the person's own program. */
function AnswerForm() {
  const t = useT(administrationMessages)
  const { message, events } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()?.result
  const answers = events.filter(({ kind }) => kind === 'answered').length
  const [form, { text }] = useForm<{ text: string }>({ id: `answer-${answers}`, lastResult: result })
  const { name, email } = message
  return (
    <section aria-labelledby="answer-title" className="flex max-w-2xl flex-col gap-4">
      <h2 id="answer-title" className="text-2xl">
        {t('answer.title')}
      </h2>
      <Form method="post" {...getFormProps(form)} className="flex flex-col gap-4">
        <ErrorSummary errors={summaryOf([form, text])} />
        <input type="hidden" name="intent" value="answer" />
        <Textarea
          {...getTextareaProps(text)}
          key={`text-${answers}`}
          label={t('answer.text')}
          hint={t('answer.hint', { name, email })}
          error={text.errors}
          rows={8}
          maxLength={MAX_MESSAGE_LENGTH}
        />
        <div className="flex flex-wrap items-center gap-4">
          <Button wide>{t('answer.submit')}</Button>
          <a href={`mailto:${email}`} className="inline-flex min-h-11 items-center">
            {t('answer.own')}
          </a>
        </div>
      </Form>
    </section>
  )
}
