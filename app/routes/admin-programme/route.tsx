import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { offeredYears } from '~/features/accounting/model/years'
import { yearSearchSchema } from '~/features/accounting/schema'
import { YearForm } from '~/features/accounting/ui/year-form'
import { AdministrationSections } from '~/features/administration/ui/sections'
import { addReviewer, removeReviewer, setFund } from '~/features/programme/commands/set-programme.server'
import { STAGES } from '~/features/programme/model/stage'
import { listReviewers } from '~/features/programme/queries/dossiers.server'
import { findFund, listCriteriaVersions } from '~/features/programme/queries/settings.server'
import { readSteeringBoard, type SteeredCommune } from '~/features/programme/read-board.server'
import { settingsSchema } from '~/features/programme/schema'
import { useAmount } from '~/features/programme/ui/amount'
import { requireAdministration } from '~/http/administration.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { parseSearch } from '~/http/parse-search.server'
import { administration } from '~/messages/administration'
import { programme } from '~/messages/programme'
import { programmeBoard } from '~/messages/programme-board'
import { ButtonLink } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { Stat, StatRow } from '~/ui/stat'
import { TileMap } from '~/ui/tile-map'
import { Comparison } from './comparison'
import { CommitteeForm, CriteriaState, FundForm } from './settings-forms'

const DONE = ['fonds', 'comite', 'criteres'] as const

export const meta: MetaFunction = pageTitle(programmeBoard, 'title')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministration(request)
  const { annee } = parseSearch(request, yearSearchSchema)
  const today = isoDayOf(nowMs())
  const year = annee ?? Number(today.slice(0, 4))
  const [board, fund, reviewers, versions] = await Promise.all([
    readSteeringBoard(year),
    findFund(),
    listReviewers(),
    listCriteriaVersions(),
  ])
  const done = new URL(request.url).searchParams.get('fait')
  return {
    ...board,
    ...{ fund, year, years: offeredYears(today, year) },
    reviewers: reviewers.map(({ userId, name, email }) => ({ userId, name, email })),
    version: versions[0]?.version ?? null,
    done: DONE.find((known) => known === done) ?? null,
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAdministration(request, 'programme:manage')
  const form = await parseForm(request, settingsSchema)
  if (!form.ok) return form.reply
  const { value } = form
  const set =
    value.intent === 'fund'
      ? await setFund(actor, value.amount)
      : value.intent === 'add-reviewer'
        ? await addReviewer(actor, value.email)
        : await removeReviewer(actor, value.userId)
  if (!set.ok) return form.refuse(set.error)
  return redirect(paths.steerProgramme(value.intent === 'fund' ? 'fonds' : 'comite'))
}

export default function SteerProgramme() {
  const t = useT(programmeBoard)
  const tAdmin = useT(administration)
  const tProgramme = useT(programme)
  const { counts, communes, fund, reviewers, version, year, years, done, ...groups } =
    useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()?.result
  const inTrack = communes.filter(({ stage }) => stage !== 'none')
  return (
    <div className="flex min-w-0 flex-col gap-10">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        back={{ to: paths.administration(), label: tAdmin('back') }}
        actions={<ButtonLink to={paths.dossiers()}>{t('dossiers')}</ButtonLink>}
      />
      <AdministrationSections />
      {done && !reply && <Notice tone="success" live title={t(`done.${done}`)} />}
      <section aria-labelledby="counts" className="flex flex-col gap-4">
        <h2 id="counts">{t('counts')}</h2>
        <StatRow>
          {counts.map(({ stage, communes: count }) => (
            <Stat key={stage} label={tProgramme(`stage.${stage}`)} value={count} />
          ))}
        </StatRow>
      </section>
      <FundForm fund={fund} reply={reply} />
      <TileMap
        title={t('map')}
        valueHeading={t('stage')}
        bounds={[0, 1, 2, 3]}
        classLabels={STAGES.slice(1).map((stage) => tProgramme(`stage.${stage}`))}
        gapLabel={tProgramme('stage.none')}
        tiles={communes.map(({ code, name, tileColumn, tileRow, stage }) => ({
          ...{ code, name, column: tileColumn, row: tileRow },
          value: stage === 'none' ? null : STAGES.indexOf(stage) - 1,
        }))}
        format={(value) => tProgramme(`stage.${STAGES[value + 1] ?? 'none'}`)}
        hrefOf={(code) => paths.commune(code)}
        csvHref={paths.steerProgrammeCsv()}
      />
      <section aria-labelledby="communes" className="flex min-w-0 flex-col gap-4">
        <h2 id="communes">{t('shown')}</h2>
        <p>{t('shownText')}</p>
        {inTrack.length === 0 ? <p>{t('none')}</p> : <CommunesTable communes={inTrack} year={year} />}
      </section>
      <YearForm action={paths.steerProgramme()} year={year} years={years} />
      <Comparison {...groups} year={year} />
      <CriteriaState version={version} />
      <CommitteeForm reviewers={reviewers} reply={reply} />
      <p className="flex flex-wrap gap-3" data-screen-only>
        <ButtonLink to={paths.programme()} look="secondary">
          {t('public')}
        </ButtonLink>
      </p>
    </div>
  )
}

function CommunesTable({ communes, year }: { communes: readonly SteeredCommune[]; year: number }) {
  const t = useT(programmeBoard)
  const tProgramme = useT(programme)
  const format = useFormat()
  const amount = useAmount()
  return (
    <DataTable
      dense
      caption={t('table', { count: communes.length })}
      rows={communes}
      rowKey={({ code }) => code}
      csvHref={paths.steerProgrammeCsv()}
      columns={[
        {
          key: 'name',
          header: t('commune'),
          rowHeader: true,
          cell: ({ name, dossier }) => (dossier ? <Link to={paths.dossier(dossier.id)}>{name}</Link> : name),
        },
        { key: 'stage', header: t('stage'), cell: ({ stage }) => tProgramme(`stage.${stage}`) },
        {
          key: 'granted',
          header: t('granted'),
          figure: true,
          cell: ({ dossier }) => (dossier?.grantedCents == null ? '–' : amount(dossier.grantedCents)),
        },
        { key: 'sites', header: t('sites'), figure: true, cell: ({ sites }) => sites },
        {
          key: 'mass',
          header: t('handedOver', { year: String(year) }),
          figure: true,
          cell: ({ handedOverG }) => format.mass(handedOverG),
        },
      ]}
    />
  )
}
