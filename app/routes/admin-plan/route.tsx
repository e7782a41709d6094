import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { pageOf, placeOfPage, queryOf } from '~/features/administration/model/page-of'
import { planActionSchema, planSearchSchema } from '~/features/administration/schema'
import { AdministrationSections } from '~/features/administration/ui/sections'
import { listCommunes } from '~/features/communes/queries.server'
import { proposePlanned } from '~/features/matching/commands/propose-planned.server'
import { askForPlan } from '~/features/matching/commands/ask-for-plan.server'
import type { PlanFlow } from '~/features/matching/model/plan/plan-flows'
import {
  countPartsOfPlan,
  findHeaviestFlows,
  listPartsOfPlan,
  type PartsAsked,
  type PlanPartView,
} from '~/features/matching/queries/plan-parts.server'
import { findLatestPlan, isPlanAwaited } from '~/features/matching/queries/plans.server'
import { requireAdministration } from '~/http/administration.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { parseSearch } from '~/http/parse-search.server'
import { plan as planTexts } from '~/messages/plan'
import { Button, ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { ErrorSummary } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { CoverageTable, PlanMap } from './plan-coverage'
import { PlanFacts } from './plan-facts'
import { PlanFlows } from './plan-flows'
import { PlanPairs } from './plan-pairs'

export const meta: MetaFunction = pageTitle(planTexts, 'title')

/** More ways between communes could not be told apart. */
const MOST_DRAWN = 40
/** Each is a card of a screen's height on a phone. */
const PAIRS_A_PAGE = 20

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministration(request, 'plan:read')
  const { page, fait, ...filter } = parseSearch(request, planSearchSchema)
  const [plan, isAwaited, communes] = await Promise.all([findLatestPlan(), isPlanAwaited(), listCommunes()])
  const today = isoDayOf(nowMs())
  return {
    plan,
    isAwaited,
    today,
    filter,
    isProposed: fait === 'propose',
    ...(await shownParts(plan?.id, { filter, today }, page)),
    communes: communes.map(({ code, name, tileColumn, tileRow }) => ({ code, name, tileColumn, tileRow })),
  }
}

/** A page of the parts, and how many of all end this week. */
async function shownParts(planId: string | undefined, shown: Omit<PartsAsked, 'planId'>, wanted: number) {
  const none = { drawn: [] as PlanFlow[], total: 0 }
  if (planId === undefined) return { ...pageOf([] as PlanPartView[], wanted), critical: 0, flows: none }
  const asked = { planId, ...shown }
  const [total, critical, flows] = await Promise.all([
    countPartsOfPlan(asked),
    countPartsOfPlan({ ...asked, filter: { critique: 'oui' } }),
    findHeaviestFlows(asked, MOST_DRAWN),
  ])
  const { limit, offset, ...place } = placeOfPage(total, wanted, PAIRS_A_PAGE)
  return { shown: await listPartsOfPlan(asked, { limit, offset }), ...place, critical, flows }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAdministration(request, 'plan:manage')
  const form = await parseForm(request, planActionSchema)
  if (!form.ok) return form.reply
  if (form.value.intent === 'remake') {
    await askForPlan(actor)
    return redirect(paths.plan())
  }
  const proposed = await proposePlanned(actor, form.value)
  if (!proposed.ok) return form.refuse(proposed.error)
  const { page, ...filter } = parseSearch(request, planSearchSchema)
  return redirect(paths.plan(queryOf({ ...filter, fait: 'propose' }, page)))
}

/** How often the page looks whether the plan that is being made is ready. */
const LOOK_EVERY_MS = 2000

export default function Plan() {
  const t = useT(planTexts)
  const { plan, isAwaited, isProposed, today, critical, communes, flows, ...pairs } =
    useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()?.result
  useFollowed(isAwaited)
  const remake = (
    <Form method="post">
      <Button name="intent" value="remake" look="secondary" wide>
        {t('remake')}
      </Button>
    </Form>
  )
  return (
    <div className="flex min-w-0 flex-col gap-10">
      <PageHeader
        back={{ to: paths.administration(), label: t('back') }}
        title={t('title')}
        lead={t('lead')}
        actions={!isAwaited && plan && remake}
      />
      <AdministrationSections />
      <ErrorSummary errors={(result?.error?.[''] ?? []).map((message) => ({ message }))} />
      {isProposed && !result && (
        <Notice tone="success" live title={t('proposed')}>
          {t('proposedText')}
        </Notice>
      )}
      {isAwaited && (
        <Notice
          live
          title={t('awaited')}
          action={
            <ButtonLink to={paths.plan()} look="secondary">
              {t('refresh')}
            </ButtonLink>
          }
        >
          {t('awaitedText')}
        </Notice>
      )}
      {!plan && !isAwaited && (
        <EmptyState title={t('none.title')} actions={remake}>
          {t('none.text')}
        </EmptyState>
      )}
      {plan && (
        <>
          <PlanFacts plan={plan} critical={critical} />
          <PlanMap coverage={plan.summary.coverage} communes={communes} />
          <PlanFlows flows={flows.drawn} total={flows.total} filter={pairs.filter} communes={communes} />
          <PlanPairs {...pairs} communes={communes} today={today} />
          <CoverageTable coverage={plan.summary.coverage} communes={communes} />
        </>
      )}
      <nav aria-labelledby="next" className="flex flex-col gap-4" data-screen-only>
        <h2 id="next">{t('next')}</h2>
        <p className="flex flex-wrap gap-3">
          <ButtonLink to={paths.lots()}>{t('seeLots')}</ButtonLink>
          <ButtonLink to={paths.needs()} look="secondary">
            {t('seeNeeds')}
          </ButtonLink>
          <ButtonLink to={paths.algorithms()} look="secondary">
            {t('how')}
          </ButtonLink>
        </p>
      </nav>
    </div>
  )
}

/** Looks again and again while a plan is being made; without scripts there is a button. */
function useFollowed(isAwaited: boolean): void {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (!isAwaited) return
    const timer = setInterval(revalidate, LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [isAwaited, revalidate])
}
