import { getFormProps, useForm } from '@conform-to/react'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { isId, newId } from '~/core/ids'
import { paths, safeRedirect } from '~/core/paths'
import { writeToOperator } from '~/features/contact/commands/write-to-operator.server'
import { contactSchema } from '~/features/contact/schema'
import { CONTACT_TOPICS } from '~/features/contact/model/topics'
import { ContactFields, type ContactValues } from '~/features/contact/ui/contact-fields'
import { findVisibleLot } from '~/features/lots/queries.server'
import { optionalActor } from '~/http/actor.server'
import { lotViewerOf } from '~/http/lot-viewer.server'
import { operator } from '~/http/operator.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { contact } from '~/messages/contact'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(contact, 'title')

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await optionalActor(request)
  const { searchParams } = new URL(request.url)
  const lotId = searchParams.get('lot') ?? ''
  const lot = isId(lotId) ? await findVisibleLot(lotId, await lotViewerOf(request)) : null
  const topic = CONTACT_TOPICS.find((candidate) => candidate === searchParams.get('sujet'))
  return {
    id: newId(),
    isSent: searchParams.get('fait') === 'envoye',
    person: { name: actor?.name ?? '', email: actor?.email ?? '', topic: topic ?? '' },
    lot: lot && { title: lot.title, reference: lot.reference },
    page: lot ? paths.lot(lot.id) : safeRedirect(searchParams.get('page')?.slice(0, 300), ''),
    operatorContact: operator().contact,
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, contactSchema)
  if (!form.ok) return form.reply
  const actor = await optionalActor(request)
  const written = await writeToOperator({
    ...form.value,
    userId: actor?.userId ?? null,
    clientIp: context.clientIp,
  })
  if (!written.ok) return form.refuse(written.error)
  return redirect(`${paths.contact()}?fait=envoye`)
}

export default function Contact() {
  const t = useT(contact)
  const { id, isSent, person, lot, page, operatorContact } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const [form, fields] = useForm<ContactValues>({
    id: 'contact',
    lastResult: reply?.result,
    defaultValue: person,
  })
  if (isSent && !reply) return <Sent />
  const { name, email, topic, text } = fields
  return (
    <div className="flex max-w-2xl flex-col gap-8">
      <PageHeader title={t('title')} lead={t('lead')} />
      <Form method="post" {...getFormProps(form)} className="flex flex-col gap-6">
        <ErrorSummary errors={summaryOf([form, name, email, topic, text])} />
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="page" value={page} />
        {page && (
          <p className="prose-width border-l-4 border-mark pl-3">
            {lot ? t('aboutLot', lot) : t('aboutPage', { page })}
          </p>
        )}
        <ContactFields fields={fields} />
        <p className="prose-width text-muted">{t('privacy')}</p>
        <div>
          <Button wide>{t('submit')}</Button>
        </div>
      </Form>
      {operatorContact && <p className="prose-width">{t('direct', { contact: operatorContact })}</p>}
    </div>
  )
}

function Sent() {
  const t = useT(contact)
  return (
    <div className="flex max-w-2xl flex-col gap-6">
      <PageHeader title={t('title')} />
      <Notice tone="success" live title={t('sent')}>
        {t('sentText')}
      </Notice>
      <div className="flex flex-wrap gap-3">
        <ButtonLink to={paths.lots()}>{t('next')}</ButtonLink>
        <ButtonLink to={paths.contact()} look="secondary">
          {t('another')}
        </ButtonLink>
      </div>
    </div>
  )
}
