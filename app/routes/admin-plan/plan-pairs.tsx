import { Form, Link } from '@remix-run/react'
import { isoDayOf } from '~/core/days'
import { MATERIAL_TYPES } from '~/core/material-types'
import { paths } from '~/core/paths'
import { queryOf } from '~/features/administration/model/page-of'
import { ListFilters } from '~/features/administration/ui/list-filters'
import type { PlanFilter } from '~/features/matching/model/plan/plan-filter'
import { isUrgent } from '~/features/matching/model/proposal'
import type { PlanPartView } from '~/features/matching/queries/plan-parts.server'
import { materials } from '~/messages/materials'
import { plan as planTexts } from '~/messages/plan'
import { Badge } from '~/ui/badge'
import { Button, ButtonLink } from '~/ui/button'
import { Co2e } from '~/ui/co2e'
import { DataTable, type Column } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { useFormat, useT } from '~/ui/i18n'
import { Select } from '~/ui/inputs'
import { Pagination } from '~/ui/pagination'

type Props = {
  shown: PlanPartView[]
  total: number
  page: number
  pages: number
  filter: PlanFilter
  communes: readonly { code: string; name: string }[]
  today: string
}

/** The pairs of a plan, what ends first first, with their filters. */
export function PlanPairs({ shown, total, page, pages, filter, communes, today }: Props) {
  const t = useT(planTexts)
  const query = queryOf(filter)
  const isFiltered = query !== ''
  const columns = usePairColumns(today)
  return (
    <section
      id="rapprochements"
      aria-label={t('pairs', { count: total })}
      className="flex min-w-0 flex-col gap-6"
    >
      <PairFilters filter={filter} query={query} communes={communes} />
      {shown.length === 0 ? (
        <EmptyState
          title={t(isFiltered ? 'noPairs' : 'emptyPlan')}
          actions={
            <ButtonLink to={isFiltered ? paths.plan() : paths.needs()}>
              {t(isFiltered ? 'wholePlan' : 'seeNeeds')}
            </ButtonLink>
          }
        >
          {t(isFiltered ? 'noPairsText' : 'emptyPlanText')}
        </EmptyState>
      ) : (
        <>
          <DataTable
            dense
            caption={t('pairs', { count: total })}
            rows={shown}
            rowKey={({ lotId, needId }) => `${lotId} ${needId}`}
            csvHref={paths.planCsv(query)}
            columns={columns}
          />
          <Pagination
            page={page}
            pages={pages}
            hrefOf={(number) => `${paths.plan(queryOf(filter, number))}#rapprochements`}
          />
        </>
      )}
    </section>
  )
}

function PairFilters({ filter, query, communes }: Pick<Props, 'filter' | 'communes'> & { query: string }) {
  const t = useT(planTexts)
  const tMaterial = useT(materials)
  return (
    <ListFilters state={query} clearTo={query ? paths.plan() : null}>
      <Select
        name="commune"
        label={t('commune')}
        defaultValue={filter.commune ?? ''}
        placeholder={t('allOf')}
        options={communes.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Select
        name="materiau"
        label={t('material')}
        defaultValue={filter.materiau ?? ''}
        placeholder={t('allOf')}
        options={MATERIAL_TYPES.map((value) => ({ value, label: tMaterial(`type.${value}.name`) }))}
      />
      <Select
        name="critique"
        label={t('criticalOnly')}
        defaultValue={filter.critique ?? ''}
        placeholder={t('allOf')}
        options={[{ value: 'oui', label: t('criticalWeek') }]}
      />
    </ListFilters>
  )
}

function usePairColumns(today: string): Column<PlanPartView>[] {
  const t = useT(planTexts)
  const format = useFormat()
  return [
    {
      key: 'lot',
      header: t('lot'),
      rowHeader: true,
      cell: (part) => (
        <Side
          to={paths.lot(part.lotId)}
          title={`${part.lotTitle} (${part.lotReference})`}
          of={t('from', { organisation: part.giverName, commune: part.lotCommuneName })}
        />
      ),
    },
    {
      key: 'need',
      header: t('need'),
      cell: (part) => (
        <Side
          to={paths.need(part.needId)}
          title={part.needTitle}
          of={t('from', { organisation: part.takerName, commune: part.needCommuneName })}
        />
      ),
    },
    {
      key: 'critical',
      header: t('decideBefore'),
      cell: (part) => (
        <span className="flex flex-col items-start gap-1">
          {format.day(part.criticalOn)}
          {isUrgent(part.criticalOn, today) && <Badge tone="warning">{t('soon')}</Badge>}
        </span>
      ),
    },
    {
      key: 'quantity',
      header: t('quantity'),
      figure: true,
      // Quantities of mass are in kilograms on both sides of a pair.
      cell: ({ quantityMilli, lotUnit }) => format.quantity(quantityMilli, lotUnit === 't' ? 'kg' : lotUnit),
    },
    {
      key: 'net',
      header: t('net'),
      figure: true,
      cell: ({ netG }) =>
        netG === null ? <span className="text-muted">{t('noClaim')}</span> : <Co2e kg={netG / 1000} />,
    },
    {
      key: 'score',
      header: t('score'),
      figure: true,
      cell: ({ scoreCenti }) => format.number(scoreCenti / 100),
    },
    { key: 'propose', header: t('propose'), acts: true, cell: (part) => <Proposal part={part} /> },
  ]
}

/** Proposes the pair to both its sides, once; they decide. */
function Proposal({ part: { lotId, needId, lotTitle, needTitle, proposedAtMs } }: { part: PlanPartView }) {
  const t = useT(planTexts)
  const format = useFormat()
  if (proposedAtMs !== null)
    return <Badge tone="success">{t('proposedOn', { day: format.day(isoDayOf(proposedAtMs)) })}</Badge>
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="lotId" value={lotId} />
      <input type="hidden" name="needId" value={needId} />
      <Button look="secondary" small name="intent" value="propose">
        {t('proposeBoth')}
        <span className="sr-only">{` : ${lotTitle}, ${needTitle}`}</span>
      </Button>
    </Form>
  )
}

function Side({ to, title, of }: { to: string; title: string; of: string }) {
  return (
    <span className="flex flex-col">
      <Link to={to}>{title}</Link>
      <span className="text-sm font-normal text-muted">{of}</span>
    </span>
  )
}
