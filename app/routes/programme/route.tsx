import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { can } from '~/features/organisations/model/permissions'
import { isOver, isUnderReview } from '~/features/programme/model/dossier'
import {
  findLiveDossier,
  listDossiersOf,
  listReviewers,
  listSubmittedDossiers,
} from '~/features/programme/queries/dossiers.server'
import { findFund } from '~/features/programme/queries/settings.server'
import { listAdmitted, type AdmittedCommune } from '~/features/programme/read-stages.server'
import { useAmount } from '~/features/programme/ui/amount'
import { ProgrammeSections } from '~/features/programme/ui/sections'
import { optionalActor } from '~/http/actor.server'
import { pageTitle } from '~/http/page-title'
import { programme } from '~/messages/programme'
import { ButtonLink } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(programme, 'title')

export async function loader({ request }: LoaderFunctionArgs) {
  const [actor, admitted, fund] = await Promise.all([optionalActor(request), listAdmitted(), findFund()])
  const namedUserIds = actor ? (await listReviewers()).map(({ userId }) => userId) : []
  const applies = actor !== null && can(actor, 'programme:apply') && actor.communeCode !== null
  const live = applies && actor.communeCode ? await findLiveDossier(actor.communeCode) : null
  const isOwn =
    actor && live && can(actor, 'programme:apply', { ownerOrganisationIds: [live.organisationId] })
  const reviews = actor !== null && can(actor, 'programme:review', { namedUserIds })
  const steers = actor !== null && can(actor, 'programme:manage')
  const submitted = reviews || steers ? await listSubmittedDossiers() : []
  const own = actor && can(actor, 'programme:apply') ? await listDossiersOf(actor.organisationId) : []
  const waiting = submitted.filter(({ state }) => isUnderReview(state))
  return {
    admitted,
    fund,
    reviews,
    steers,
    past: own.filter(({ state }) => isOver(state)).map(({ id, state }) => ({ id, state })),
    waiting: waiting.map(({ id, communeName }) => ({ id, communeName })),
    applies: applies && live === null,
    mine: isOwn && live ? live.id : null,
    isVisitor: actor === null,
    isMember: actor !== null && can(actor, 'programme:share'),
  }
}

const STEPS = ['apply', 'review', 'decide', 'workshops', 'experiment', 'share'] as const

export default function Programme() {
  const t = useT(programme)
  const amount = useAmount()
  const { admitted, fund, isMember } = useLoaderData<typeof loader>()
  return (
    <div className="flex min-w-0 flex-col gap-10">
      <PageHeader title={t('title')} lead={t('lead')} />
      <ProgrammeSections isMember={isMember} />
      <Next />
      <section aria-labelledby="how" className="flex flex-col gap-4">
        <h2 id="how">{t('how.title')}</h2>
        <ol className="prose-width flex list-decimal flex-col gap-2 pl-6">
          {STEPS.map((step) => (
            <li key={step}>{t(`how.${step}`)}</li>
          ))}
        </ol>
        <p>
          <strong>{t('fund')}</strong>
          {' : '}
          {fund
            ? t('fundText', { granted: fund.grantedCents / 100, amount: fund.amountCents / 100 })
            : t('fundUnset')}
        </p>
      </section>
      <section id="communes" aria-labelledby="communes-title" className="flex min-w-0 flex-col gap-4">
        <h2 id="communes-title">{t('communes.title', { count: admitted.length })}</h2>
        {admitted.length === 0 ? (
          <p>{t('communes.none')}</p>
        ) : (
          <AdmittedTable admitted={admitted} amount={amount} />
        )}
      </section>
    </div>
  )
}

function AdmittedTable({
  admitted,
  amount,
}: {
  admitted: readonly AdmittedCommune[]
  amount: (cents: number) => string
}) {
  const t = useT(programme)
  const format = useFormat()
  return (
    <DataTable
      caption={t('communes.title', { count: admitted.length })}
      hideCaption
      rows={admitted}
      rowKey={({ communeCode }) => communeCode}
      csvHref={paths.programmeCommunesCsv()}
      columns={[
        {
          key: 'commune',
          header: t('communes.commune'),
          rowHeader: true,
          cell: ({ communeCode, communeName }) => (
            <Link to={paths.commune(communeCode)} className="inline-flex min-h-11 items-center">
              {communeName}
            </Link>
          ),
        },
        { key: 'aim', header: t('communes.aim'), cell: ({ aim }) => aim },
        { key: 'stage', header: t('communes.stage'), cell: ({ stage }) => t(`stage.${stage}`) },
        {
          key: 'granted',
          header: t('communes.granted'),
          figure: true,
          cell: ({ grantedCents }) => amount(grantedCents),
        },
        {
          key: 'start',
          header: t('communes.start'),
          cell: ({ startsIn }) => (startsIn ? format.monthLong(startsIn) : '–'),
        },
      ]}
    />
  )
}

/** What the reader can do from here, by who they are. */
function Next() {
  const t = useT(programme)
  const { applies, mine, reviews, steers, waiting, past, isVisitor } = useLoaderData<typeof loader>()
  return (
    <nav aria-labelledby="next" className="flex flex-col gap-4" data-screen-only>
      <h2 id="next">{t('next.title')}</h2>
      {isVisitor && (
        <p>
          <Link to={paths.signIn(paths.programme())} className="inline-flex min-h-11 items-center">
            {t('next.signIn')}
          </Link>
        </p>
      )}
      {waiting.length > 0 && (
        <ul aria-label={t('next.waiting')} className="flex flex-wrap gap-x-6">
          {waiting.map(({ id, communeName }) => (
            <li key={id}>
              <Link to={paths.dossier(id)} className="inline-flex min-h-11 items-center">
                {t('next.examine', { commune: communeName })}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {past.length > 0 && (
        <ul aria-label={t('next.past')} className="flex flex-wrap gap-x-6">
          {past.map(({ id, state }) => (
            <li key={id}>
              <Link to={paths.dossier(id)} className="inline-flex min-h-11 items-center">
                {t('next.pastOne', { state: t(`state.${state}`) })}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <p className="flex flex-wrap gap-3">
        {applies && <ButtonLink to={paths.newDossier()}>{t('next.apply')}</ButtonLink>}
        {mine && <ButtonLink to={paths.dossier(mine)}>{t('next.mine')}</ButtonLink>}
        {(reviews || steers) && <ButtonLink to={paths.dossiers()}>{t('next.review')}</ButtonLink>}
        {steers && (
          <ButtonLink to={paths.steerProgramme()} look="secondary">
            {t('next.board')}
          </ButtonLink>
        )}
        <ButtonLink to={paths.programmeCriteria()} look="secondary">
          {t('next.criteria')}
        </ButtonLink>
        <ButtonLink to={paths.library()} look="secondary">
          {t('next.library')}
        </ButtonLink>
        <ButtonLink to={paths.workshops()} look="secondary">
          {t('next.workshops')}
        </ButtonLink>
        <ButtonLink to={paths.contact(`?page=${encodeURIComponent(paths.programme())}`)} look="secondary">
          {t('next.contact')}
        </ButtonLink>
      </p>
    </nav>
  )
}
