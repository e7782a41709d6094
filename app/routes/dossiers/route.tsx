import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { DOSSIER_STATES } from '~/features/programme/model/dossier'
import { readBoardFor, type SeenRow } from '~/features/programme/review-board.server'
import { dossierListSchema } from '~/features/programme/schema'
import { useAmount } from '~/features/programme/ui/amount'
import { StateBadge } from '~/features/programme/ui/state-badge'
import { pageTitle } from '~/http/page-title'
import { parseSearch } from '~/http/parse-search.server'
import { requireCommittee } from '~/http/seen-dossier.server'
import { programme } from '~/messages/programme'
import { programmeDossier } from '~/messages/programme-dossier'
import { Badge } from '~/ui/badge'
import { Button, ButtonLink } from '~/ui/button'
import { DataTable, type Column } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { useFormat, useT } from '~/ui/i18n'
import { Select } from '~/ui/inputs'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(programmeDossier, 'list.title')

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, isManager } = await requireCommittee(request)
  const { etat } = parseSearch(request, dossierListSchema)
  return { rows: await readBoardFor({ userId: actor.userId, isManager }, etat), etat: etat ?? '', isManager }
}

const LISTED = DOSSIER_STATES.filter((state) => state !== 'draft')

export default function Dossiers() {
  const t = useT(programmeDossier)
  const tProgramme = useT(programme)
  const { rows, etat, isManager } = useLoaderData<typeof loader>()
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <PageHeader
        title={t('list.title')}
        lead={t('list.lead')}
        back={{ to: paths.programme(), label: tProgramme('back') }}
        actions={
          <>
            {isManager && <ButtonLink to={paths.steerProgramme()}>{tProgramme('next.board')}</ButtonLink>}
            <ButtonLink to={paths.programmeCriteria()} look="secondary">
              {tProgramme('next.criteria')}
            </ButtonLink>
          </>
        }
      />
      <Form method="get" className="flex flex-wrap items-end gap-3" data-screen-only>
        <Select
          name="etat"
          label={t('list.filter')}
          defaultValue={etat}
          placeholder={t('list.filterAll')}
          options={LISTED.map((value) => ({ value, label: tProgramme(`state.${value}`) }))}
        />
        <Button look="secondary">{t('list.filterSubmit')}</Button>
      </Form>
      {rows.length === 0 ? (
        <EmptyState
          title={t('list.none')}
          actions={<ButtonLink to={paths.programme()}>{tProgramme('back')}</ButtonLink>}
        >
          {t('list.noneText')}
        </EmptyState>
      ) : (
        <Board rows={rows} csvHref={paths.dossiersCsv(etat && `?etat=${etat}`)} />
      )}
    </div>
  )
}

function Board({ rows, csvHref }: { rows: readonly SeenRow[]; csvHref: string }) {
  const t = useT(programmeDossier)
  const format = useFormat()
  const amount = useAmount()
  const points = (value: number | null) => (value === null ? '–' : format.number(value, 1))
  const columns: Column<SeenRow>[] = [
    { key: 'rank', header: t('list.rank'), figure: true, cell: ({ rank }) => rank ?? '–' },
    {
      key: 'commune',
      header: t('list.commune'),
      rowHeader: true,
      cell: ({ dossier }) => <Link to={paths.dossier(dossier.id)}>{dossier.communeName}</Link>,
    },
    { key: 'state', header: t('list.state'), cell: ({ dossier }) => <StateBadge state={dossier.state} /> },
    {
      key: 'mine',
      header: t('list.mine'),
      cell: ({ mine }) =>
        mine === 'none' ? (
          '–'
        ) : (
          <Badge tone={mine === 'toScore' ? 'mark' : 'plain'}>{t(`list.${mine}`)}</Badge>
        ),
    },
    { key: 'reviews', header: t('list.reviews'), figure: true, cell: ({ summary }) => summary.reviews },
    { key: 'mean', header: t('list.mean'), figure: true, cell: ({ summary }) => points(summary.mean) },
    {
      key: 'range',
      header: t('list.range'),
      figure: true,
      cell: ({ summary: { lowest, highest } }) =>
        lowest === null ? '–' : `${points(lowest)} – ${points(highest)}`,
    },
    { key: 'spread', header: t('list.spread'), figure: true, cell: ({ summary }) => points(summary.spread) },
    {
      key: 'asked',
      header: t('list.asked'),
      figure: true,
      cell: ({ dossier: { askedCents } }) => (askedCents === null ? '–' : amount(askedCents)),
    },
    {
      key: 'granted',
      header: t('list.granted'),
      figure: true,
      cell: ({ dossier: { grantedCents } }) => (grantedCents === null ? '–' : amount(grantedCents)),
    },
    {
      key: 'submitted',
      header: t('list.submittedOn'),
      cell: ({ submittedAtMs }) => (submittedAtMs === null ? '–' : format.day(isoDayOf(submittedAtMs))),
    },
  ]
  return (
    <DataTable
      dense
      caption={t('list.caption', { count: rows.length })}
      rows={rows}
      rowKey={({ dossier }) => dossier.id}
      csvHref={csvHref}
      columns={columns}
    />
  )
}
