import { Link } from '@remix-run/react'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { rolesOf } from '~/features/organisations/model/permissions'
import { administration } from '~/messages/administration'
import { Badge } from '~/ui/badge'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import {
  organisationStateOf,
  type OrganisationEntry,
  type OrganisationState,
} from '../model/organisation-entry'

const TONES = { ouverte: 'success', 'a-confirmer': 'warning', suspendue: 'danger' } as const

export function OrganisationStateBadge({ state }: { state: OrganisationState }) {
  const t = useT(administration)
  return <Badge tone={TONES[state]}>{t(`organisations.stateOf.${state}`)}</Badge>
}

/** Organisations, one a row, with a way to each one's page. */
export function OrganisationTable({
  entries,
  caption,
  csvHref,
}: {
  entries: readonly OrganisationEntry[]
  caption: string
  csvHref: string
}) {
  const t = useT(administration)
  const format = useFormat()
  return (
    <DataTable
      dense
      caption={caption}
      rows={entries}
      rowKey={({ id }) => id}
      csvHref={csvHref}
      columns={[
        {
          key: 'name',
          header: t('organisations.name'),
          rowHeader: true,
          cell: ({ id, name }) => <Link to={paths.oneOrganisation(id)}>{name}</Link>,
        },
        {
          key: 'kind',
          header: t('organisations.kind'),
          cell: ({ kind }) => t(`organisations.kindOf.${kind}`),
        },
        {
          key: 'sides',
          header: t('organisations.sides'),
          cell: (entry) =>
            rolesOf(entry)
              .map((role) => t(`role.${role}`))
              .join(', '),
        },
        { key: 'commune', header: t('organisations.commune'), cell: ({ communeName }) => communeName },
        {
          key: 'state',
          header: t('organisations.state'),
          cell: (entry) => <OrganisationStateBadge state={organisationStateOf(entry)} />,
        },
        {
          key: 'members',
          header: t('organisations.members'),
          cell: ({ members }) => format.number(members),
          figure: true,
        },
        {
          key: 'sites',
          header: t('organisations.sites'),
          cell: ({ sites }) => format.number(sites),
          figure: true,
        },
        {
          key: 'lots',
          header: t('organisations.lots'),
          cell: ({ lots }) => format.number(lots),
          figure: true,
        },
        {
          key: 'created',
          header: t('organisations.created'),
          cell: ({ createdAtMs }) => format.day(isoDayOf(createdAtMs)),
          figure: true,
        },
      ]}
    />
  )
}
