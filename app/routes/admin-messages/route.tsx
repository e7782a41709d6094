import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { pageOf, queryOf } from '~/features/administration/model/page-of'
import { ListFilters } from '~/features/administration/ui/list-filters'
import { AdministrationSections } from '~/features/administration/ui/sections'
import {
  filterMessages,
  MESSAGE_STATES,
  messageStateOf,
  type MessageEntry,
} from '~/features/contact/model/message-entry'
import { CONTACT_TOPICS } from '~/features/contact/model/topics'
import { listMessages } from '~/features/contact/queries.server'
import { messageSearchSchema } from '~/features/contact/schema'
import { requireAdministration } from '~/http/administration.server'
import { pageTitle } from '~/http/page-title'
import { parseSearch } from '~/http/parse-search.server'
import { administration } from '~/messages/administration'
import { administrationMessages } from '~/messages/administration-messages'
import { contact } from '~/messages/contact'
import { Badge } from '~/ui/badge'
import { ButtonLink } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { useFormat, useT } from '~/ui/i18n'
import { Select, TextInput } from '~/ui/inputs'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'

export const meta: MetaFunction = pageTitle(administrationMessages, 'title')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministration(request)
  const { page, ...filter } = parseSearch(request, messageSearchSchema)
  return { filter, ...pageOf(filterMessages(await listMessages(), filter), page) }
}

export default function Messages() {
  const t = useT(administrationMessages)
  const tAdmin = useT(administration)
  const tContact = useT(contact)
  const { filter, shown, page, pages, total } = useLoaderData<typeof loader>()
  const query = queryOf(filter)
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <PageHeader
        back={{ to: paths.administration(), label: tAdmin('back') }}
        title={t('title')}
        lead={t('lead')}
      />
      <AdministrationSections />
      <ListFilters state={query} clearTo={query ? paths.messages() : null}>
        <TextInput name="q" type="search" label={t('search')} defaultValue={filter.q} maxLength={100} />
        <Select
          name="etat"
          label={t('state')}
          defaultValue={filter.etat ?? ''}
          placeholder={tAdmin('filter.all')}
          options={MESSAGE_STATES.map((value) => ({ value, label: t(`stateOf.${value}`) }))}
        />
        <Select
          name="sujet"
          label={t('topic')}
          defaultValue={filter.sujet ?? ''}
          placeholder={tAdmin('filter.all')}
          options={CONTACT_TOPICS.map((value) => ({ value, label: tContact(`topic.${value}`) }))}
        />
      </ListFilters>
      {shown.length === 0 ? (
        <EmptyState
          title={t('none')}
          actions={
            query ? (
              <ButtonLink to={paths.messages()}>{tAdmin('filter.clear')}</ButtonLink>
            ) : (
              <ButtonLink to={paths.contact()}>{t('contactPage')}</ButtonLink>
            )
          }
        >
          {t('noneText')}
        </EmptyState>
      ) : (
        <>
          <MessageTable
            messages={shown}
            caption={t('count', { count: total })}
            csvHref={paths.messagesCsv(query)}
          />
          <Pagination
            page={page}
            pages={pages}
            hrefOf={(number) => paths.messages(queryOf(filter, number))}
          />
        </>
      )}
    </div>
  )
}

/** How much of a message its row shows. */
const EXCERPT = 120

function MessageTable(props: { messages: readonly MessageEntry[]; caption: string; csvHref: string }) {
  const t = useT(administrationMessages)
  const tContact = useT(contact)
  const format = useFormat()
  return (
    <DataTable
      dense
      caption={props.caption}
      rows={props.messages}
      rowKey={({ id }) => id}
      csvHref={props.csvHref}
      columns={[
        {
          key: 'from',
          header: t('from'),
          rowHeader: true,
          cell: ({ id, name }) => <Link to={paths.oneMessage(id)}>{name}</Link>,
        },
        { key: 'topic', header: t('topic'), cell: ({ topic }) => tContact(`topic.${topic}`) },
        {
          key: 'text',
          header: t('text'),
          cell: ({ text }) => (text.length > EXCERPT ? `${text.slice(0, EXCERPT).trimEnd()}…` : text),
        },
        {
          key: 'received',
          header: t('received'),
          cell: ({ createdAtMs }) => format.day(isoDayOf(createdAtMs)),
        },
        {
          key: 'state',
          header: t('state'),
          cell: (message) => {
            const state = messageStateOf(message)
            return <Badge tone={state === 'ouvert' ? 'warning' : 'success'}>{t(`stateOf.${state}`)}</Badge>
          },
        },
      ]}
    />
  )
}
