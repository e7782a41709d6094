import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { operator } from '~/http/operator.server'
import { pageTitle } from '~/http/page-title'
import { legal } from '~/messages/legal'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'
import { FactList } from '~/ui/tag-card'

export const meta: MetaFunction = pageTitle(legal, 'access.title')

export function loader() {
  return operator()
}

const TESTED = ['axe', 'keyboard', 'contrast', 'charts'] as const
const LIMITS = ['audit', 'readers', 'photos'] as const

export default function Accessibility() {
  const t = useT(legal)
  const { name, contact } = useLoaderData<typeof loader>()
  return (
    <div className="flex flex-col gap-12">
      <PageHeader title={t('access.title')} lead={t('access.lead')} />
      <Points title={t('access.testedTitle')} points={TESTED.map((key) => t(`access.tested.${key}`))} />
      <Points title={t('access.limitsTitle')} points={LIMITS.map((key) => t(`access.limits.${key}`))} />
      <section aria-labelledby="contact" className="flex flex-col gap-4">
        <h2 id="contact">{t('access.contactTitle')}</h2>
        <p className="prose-width">{t('access.contact')}</p>
        <FactList
          facts={[
            { term: t('operator.name'), value: name ?? t('unknown') },
            { term: t('operator.contact'), value: contact ?? t('unknown') },
          ]}
        />
        <p className="prose-width">{t('access.appeal')}</p>
      </section>
      <p className="flex flex-wrap gap-3" data-screen-only>
        <ButtonLink to={paths.contact('?sujet=accessibility')}>{t('access.write')}</ButtonLink>
        <ButtonLink to={paths.legal()} look="secondary">
          {t('title')}
        </ButtonLink>
      </p>
    </div>
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
