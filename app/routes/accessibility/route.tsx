import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CRITERION_STATES } from '~/core/accessibility/judge'
import { accessibilityStatement } from '~/core/accessibility/statement'
import { paths } from '~/core/paths'
import { operator } from '~/http/operator.server'
import { pageTitle } from '~/http/page-title'
import { accessibility } from '~/messages/accessibility'
import { legal } from '~/messages/legal'
import { ButtonLink } from '~/ui/button'
import { useFormat, useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { Stat, StatRow } from '~/ui/stat'
import { FactList } from '~/ui/tag-card'
import { CriteriaTable } from './criteria-table'

export const meta: MetaFunction = pageTitle(accessibility, 'title')

export function loader() {
  const { measured, criteria } = accessibilityStatement()
  const { day, version, pages, views, rules, tests } = measured
  return {
    ...operator(),
    criteria,
    counts: CRITERION_STATES.map((state) => ({
      state,
      count: criteria.filter((one) => one.state === state).length,
    })),
    run: {
      ...{ day, version, pages: pages.length, views },
      passed: rules.filter((rule) => rule.passed > 0 && rule.failed === 0).length,
      failed: rules.filter((rule) => rule.failed > 0).length,
      unsure: rules.filter((rule) => rule.unsure > 0).length,
      unfinished: tests.reduce((total, { unfinished }) => total + unfinished, 0),
    },
  }
}

const TESTED = ['axe', 'keyboard', 'contrast', 'charts'] as const
const LIMITS = ['audit', 'readers', 'photos', 'others'] as const

export default function Accessibility() {
  const t = useT(accessibility)
  const { criteria } = useLoaderData<typeof loader>()
  return (
    <div className="flex min-w-0 flex-col gap-12">
      <PageHeader title={t('title')} lead={t('lead')} />
      <Notice tone="warning" title={t('status')}>
        {t('statusText')}
      </Notice>
      <Run />
      <Points title={t('testedTitle')} points={TESTED.map((key) => t(`tested.${key}`))} />
      <Points title={t('limitsTitle')} points={LIMITS.map((key) => t(`limits.${key}`))} />
      <section aria-labelledby="criteria" className="flex min-w-0 flex-col gap-4">
        <h2 id="criteria">{t('criteriaTitle')}</h2>
        <p className="prose-width">{t('criteriaText')}</p>
        <CriteriaTable criteria={criteria} />
      </section>
      <Remedies />
    </div>
  )
}

/** What the last run measured, and how many of the criteria it says something of. */
function Run() {
  const t = useT(accessibility)
  const format = useFormat()
  const { run, counts } = useLoaderData<typeof loader>()
  return (
    <section aria-labelledby="run" className="flex min-w-0 flex-col gap-4">
      <h2 id="run">{t('runTitle')}</h2>
      <p className="prose-width">{t('rate')}</p>
      <StatRow>
        {counts.map(({ state, count }) => (
          <Stat key={state} label={t(`count.${state}`)} value={format.number(count)} />
        ))}
      </StatRow>
      <FactList
        facts={[
          { term: t('run.day'), value: format.dayLong(run.day) },
          { term: t('run.version'), value: run.version },
          { term: t('run.pages'), value: format.number(run.pages) },
          { term: t('run.views'), value: format.number(run.views) },
          { term: t('run.passed'), value: format.number(run.passed) },
          { term: t('run.failed'), value: format.number(run.failed) },
          { term: t('run.unsure'), value: format.number(run.unsure) },
          { term: t('run.unfinished'), value: format.number(run.unfinished) },
        ]}
      />
    </section>
  )
}

function Points({ title, points }: { title: string; points: readonly string[] }) {
  return (
    <section className="flex flex-col gap-4">
      <h2>{title}</h2>
      <ul className="prose-width flex list-disc flex-col gap-2 pl-5">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </section>
  )
}

/** Whom to write to, and where to turn without an answer. */
function Remedies() {
  const t = useT(accessibility)
  const tLegal = useT(legal)
  const { name, contact } = useLoaderData<typeof loader>()
  return (
    <>
      <section aria-labelledby="contact" className="flex flex-col gap-4">
        <h2 id="contact">{t('contactTitle')}</h2>
        <p className="prose-width">{t('contact')}</p>
        <FactList
          facts={[
            { term: tLegal('operator.name'), value: name ?? tLegal('unknown') },
            { term: tLegal('operator.contact'), value: contact ?? tLegal('unknown') },
          ]}
        />
        <h3 className="text-xl">{t('appealTitle')}</h3>
        <p className="prose-width">{t('appeal')}</p>
        <p>
          <a
            href="https://www.defenseurdesdroits.fr"
            rel="noreferrer"
            className="inline-flex min-h-11 items-center"
          >
            {t('defender')}
          </a>
        </p>
      </section>
      <p className="flex flex-wrap gap-3" data-screen-only>
        <ButtonLink to={paths.contact('?sujet=accessibility')}>{t('write')}</ButtonLink>
        <ButtonLink to={paths.legal()} look="secondary">
          {tLegal('title')}
        </ButtonLink>
      </p>
    </>
  )
}
