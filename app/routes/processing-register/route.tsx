import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { registerEntries } from '~/features/privacy/model/register'
import { TermTable } from '~/features/privacy/ui/term-table'
import { operator } from '~/http/operator.server'
import { pageTitle } from '~/http/page-title'
import { privacyRegister } from '~/messages/privacy-register'
import { privacyTreatments } from '~/messages/privacy-treatments'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'
import { FactList } from '~/ui/tag-card'

export const meta: MetaFunction = pageTitle(privacyRegister, 'title')

export function loader() {
  return { entries: registerEntries(), operator: operator() }
}

export default function ProcessingRegister() {
  const t = useT(privacyRegister)
  const tOf = useT(privacyTreatments)
  const { entries, operator: controller } = useLoaderData<typeof loader>()
  const name = controller.name ?? t('unknown')
  const contact = controller.contact ?? t('unknown')
  return (
    <div className="flex min-w-0 flex-col gap-12">
      <PageHeader title={t('title')} lead={t('lead')} />
      <p className="prose-width">{t('operator', { name, contact })}</p>
      {entries.map(({ treatment, categories, columns, tables }) => (
        <section key={treatment} aria-labelledby={treatment} className="flex flex-col gap-3">
          <h2 id={treatment}>{tOf(`${treatment}.title`)}</h2>
          <FactList
            facts={[
              { term: t('purpose'), value: tOf(`${treatment}.purpose`) },
              { term: t('basis'), value: tOf(`${treatment}.basis`) },
              { term: t('recipients'), value: tOf(`${treatment}.recipients`) },
              { term: t('kept'), value: tOf(`${treatment}.kept`) },
              {
                term: t('data'),
                value: `${categories.map((category) => t(`categories.${category}`)).join(', ')} (${t('extent', { columns, tables })})`,
              },
            ]}
          />
        </section>
      ))}
      <TermTable />
      <div className="flex flex-col gap-3" data-screen-only>
        <p className="flex flex-wrap gap-x-6">
          <a href={paths.processingRegisterCsv()} className="inline-flex min-h-11 items-center font-semibold">
            {t('csv')}
          </a>
          <a
            href={paths.processingRegisterJson()}
            className="inline-flex min-h-11 items-center font-semibold"
          >
            {t('json')}
          </a>
        </p>
        <p className="flex flex-wrap gap-3">
          <ButtonLink to={paths.legal()} look="secondary">
            {t('see.legal')}
          </ButtonLink>
        </p>
      </div>
    </div>
  )
}
