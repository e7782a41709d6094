import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { pageOf, queryOf } from '~/features/administration/model/page-of'
import { FilterSelect, TeamList } from '~/features/administration/ui/team-list'
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
import { administrationMessages } from '~/messages/administration-messages'
import { contact } from '~/messages/contact'
import { Badge } from '~/ui/badge'
import { ButtonLink } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import { TextInput } from '~/ui/inputs'

export const meta: MetaFunction = pageTitle(administrationMessages, 'title')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministration(request)
  const { page, ...filter } = parseSearch(request, messageSearchSchema)
  return { filter, ...pageOf(filterMessages(await listMessages(), filter), page) }
}

export default function Messages() {
  const t = useT(administrationMessages)
  const tContact = useT(contact)
  const { filter, shown, ...found } = useLoaderData<typeof loader>()
  const isFiltered = queryOf(filter) !== ''
  return (
    <TeamList
      title={t('title')}
      lead={t('lead')}
      filter={filter}
      found={found}
      hrefOf={paths.messages}
      fields={
        <>
          <TextInput name="q" type="search" label={t('search')} defaultValue={filter.q} maxLength={100} />
          <FilterSelect
            name="etat"
            label={t('state')}
            chosen={filter.etat}
            values={MESSAGE_STATES}
            labelOf={(value) => t(`stateOf.${value}`)}
          />
          <FilterSelect
            name="sujet"
            label={t('topic')}
            chosen={filter.sujet}
            values={CONTACT_TOPICS}
            labelOf={(value) => tContact(`topic.${value}`)}
          />
        </>
      }
      none={{
        title: t('none'),
        text: t('noneText'),
        way: isFiltered ? undefined : <ButtonLink to={paths.contact()}>{t('contactPage')}</ButtonLink>,
      }}
    >
      <MessageTable
        messages={shown}
        caption={t('count', { count: found.total })}
        csvHref={paths.messagesCsv(queryOf(filter))}
      />
    </TeamList>
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
