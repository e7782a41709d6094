import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { setCessionTerms } from '~/features/attribution/commands/set-cession.server'
import { setLotCriteria } from '~/features/attribution/commands/set-criteria.server'
import { rankingFor } from '~/features/attribution/model/decision'
import { listDecisionsOfLot } from '~/features/attribution/queries/decisions.server'
import { criteriaInForce, findKind, findTerms, rulesInForce } from '~/features/attribution/queries.server'
import { rankWaiting } from '~/features/attribution/queries/waiting.server'
import { cessionTermsSchema, criteriaSchema } from '~/features/attribution/schema'
import { CriteriaForm } from '~/features/attribution/ui/criteria-form'
import { RankingTable } from '~/features/attribution/ui/ranking-table'
import { useCriteriaText } from '~/features/attribution/ui/use-criteria-text'
import { isPublicBody } from '~/features/organisations/model/organisation'
import { requireOwnLot } from '~/http/own-lot.server'
import { localised } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { readForm } from '~/http/read-form.server'
import { attribution } from '~/messages/attribution'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { LotAnswers } from './lot-answers'
import { TermsForm } from './terms-form'

export const meta: MetaFunction<typeof loader> = (args) => {
  const reference = args.data?.lot.reference ?? ''
  return [{ title: `${localised(args, attribution)('page.title', { reference })} – Gisement` }]
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, lot } = await requireOwnLot(request, params.lotId)
  const [inForce, terms, kind, { rules }, answers] = await Promise.all([
    criteriaInForce(lot),
    findTerms(lot.id),
    findKind(lot.organisationId),
    rulesInForce(isoDayOf(nowMs())),
    listDecisionsOfLot(lot.id),
  ])
  const reader = { organisationId: actor.organisationId, seesNames: true }
  return {
    lot,
    inForce,
    terms: isPublicBody(kind) ? terms : null,
    rules,
    ranking: rankingFor(await rankWaiting(lot.id, inForce.criteria), reader),
    answers,
    isDone: new URL(request.url).searchParams.get('fait') === 'enregistre',
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, lot } = await requireOwnLot(request, params.lotId)
  const formData = await readForm(request)
  if (formData.get('intent') === 'terms') {
    const form = await parseForm(request, cessionTermsSchema, formData)
    if (!form.ok) return form.reply
    const { market, belowMarketReason, reference, on } = form.value
    const deliberation = on ? { reference, on } : null
    const terms = { marketUnitCents: market ?? null, belowMarketReason, deliberation }
    const saved = await setCessionTerms({ actor, lot, terms })
    return saved.ok ? redirect(paths.lotAttribution(lot.id, 'enregistre')) : form.refuse(saved.error)
  }
  const form = await parseForm(request, criteriaSchema, formData)
  if (!form.ok) return form.reply
  const saved = await setLotCriteria({ actor, lot, criteria: form.value.criteria })
  return saved.ok ? redirect(paths.lotAttribution(lot.id, 'enregistre')) : form.refuse(saved.error)
}

export default function LotAttribution() {
  const t = useT(attribution)
  const criteriaText = useCriteriaText()
  const { lot, inForce, terms, rules, ranking, answers, isDone } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const isTerms = reply?.result.initialValue?.['intent'] === 'terms'
  return (
    <div className="flex min-w-0 flex-col gap-10">
      <PageHeader
        title={t('page.title', { reference: lot.reference })}
        lead={t('page.lead')}
        back={{ to: paths.lot(lot.id), label: t('page.back') }}
      />
      {isDone && !reply && <Notice tone="success" live title={t('page.saved')} />}
      <section aria-labelledby="waiting" className="flex flex-col gap-4">
        <h2 id="waiting">{t('ranking.title')}</h2>
        {ranking.length === 0 ? (
          <p>{t('page.waitingNone')}</p>
        ) : (
          <>
            <p className="prose-width">
              {inForce.source === 'none'
                ? t('ranking.leadNone')
                : t('ranking.lead', { criteria: criteriaText(inForce.criteria) })}
            </p>
            <RankingTable
              caption={t('ranking.title')}
              hideCaption
              ranking={ranking}
              unit={lot.unit}
              csvHref={paths.lotRankingCsv(lot.id)}
            />
            <p className="prose-width text-muted">{t('ranking.verify')}</p>
          </>
        )}
      </section>
      {terms && (
        <TermsForm lot={lot} terms={terms} rules={rules} lastResult={isTerms ? reply?.result : undefined} />
      )}
      {inForce.isFixed ? (
        <Notice title={t('page.criteriaTitle')}>{t('shown.fixed')}</Notice>
      ) : (
        <CriteriaForm
          criteria={inForce.source === 'lot' ? inForce.criteria : []}
          title={t('page.criteriaTitle')}
          lead={t('page.criteriaLead')}
          lastResult={isTerms ? undefined : reply?.result}
        />
      )}
      <LotAnswers lot={lot} answers={answers} />
    </div>
  )
}
