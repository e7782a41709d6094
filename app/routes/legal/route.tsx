import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { factorSetOn } from '~/features/carbon/queries.server'
import { knownClassifierInfo } from '~/features/classifier/classifier.server'
import { operator } from '~/http/operator.server'
import { pageTitle } from '~/http/page-title'
import { legal } from '~/messages/legal'
import { ButtonLink } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'
import { FactList } from '~/ui/tag-card'

export const meta: MetaFunction = pageTitle(legal, 'title')

export async function loader() {
  const { card } = knownClassifierInfo()
  const { source, licence } = await factorSetOn()
  return {
    operator: operator(),
    factors: { source, licence },
    model: (card?.sources ?? []).map(({ name, version, licence }) => ({ name, version, licence })),
  }
}

const DATA = [
  'account',
  'session',
  'speed',
  'kept',
  'api',
  'photos',
  'learning',
  'place',
  'alerts',
  'trace',
  'rights',
] as const

export default function Legal() {
  const t = useT(legal)
  const { operator: publisher } = useLoaderData<typeof loader>()
  return (
    <div className="flex min-w-0 flex-col gap-12">
      <PageHeader title={t('title')} lead={t('lead')} />
      <section aria-labelledby="operator" className="flex flex-col gap-4">
        <h2 id="operator">{t('operator.title')}</h2>
        <p className="prose-width">{t('operator.text')}</p>
        <FactList
          facts={[
            { term: t('operator.name'), value: publisher.name ?? t('unknown') },
            { term: t('operator.contact'), value: publisher.contact ?? t('unknown') },
          ]}
        />
        {(!publisher.name || !publisher.contact) && (
          <p className="prose-width text-muted">{t('operator.howTo')}</p>
        )}
      </section>
      <section aria-labelledby="data" className="flex flex-col gap-4">
        <h2 id="data">{t('data.title')}</h2>
        <p className="prose-width">{t('data.lead')}</p>
        <dl className="grid gap-5 lg:grid-cols-2">
          {DATA.map((key) => (
            <div key={key} className="border-t-2 border-edge pt-2">
              <dt className="font-semibold">{t(`data.${key}`)}</dt>
              <dd className="prose-width">{t(`data.${key}Text`)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <Licences />
      <p className="flex flex-wrap gap-3" data-screen-only>
        <ButtonLink to={paths.processingRegister()} look="secondary">
          {t('see.register')}
        </ButtonLink>
        <ButtonLink to={paths.aiUse()} look="secondary">
          {t('see.ai')}
        </ButtonLink>
        <ButtonLink to={paths.algorithms()} look="secondary">
          {t('see.algorithms')}
        </ButtonLink>
        <ButtonLink to={paths.accessibility()} look="secondary">
          {t('see.accessibility')}
        </ButtonLink>
      </p>
    </div>
  )
}

function Licences() {
  const t = useT(legal)
  const { factors, model } = useLoaderData<typeof loader>()
  const rows = [
    { what: t('licences.software'), source: 'Gisement', licence: 'EUPL 1.2' },
    { what: t('licences.openData'), source: 'Gisement', licence: 'Licence Ouverte 2.0' },
    {
      what: t('licences.communes'),
      source: 'INSEE, IGN, DGCL (@etalab/decoupage-administratif)',
      licence: 'Licence Ouverte 2.0',
    },
    { what: t('licences.points'), source: 'GeoNames', licence: 'CC BY 4.0' },
    { what: t('licences.factors'), source: factors.source, licence: factors.licence },
    {
      what: t('licences.fonts'),
      source: 'Bricolage Grotesque, Atkinson Hyperlegible Next',
      licence: 'SIL Open Font License 1.1',
    },
    ...model.map(({ name, version, licence }) => ({
      what: t('licences.model'),
      source: `${name} ${version}`,
      licence,
    })),
  ]
  return (
    <section aria-labelledby="licences" className="flex min-w-0 flex-col gap-4">
      <h2 id="licences">{t('licences.title')}</h2>
      <DataTable
        caption={t('licences.title')}
        hideCaption
        rows={rows}
        rowKey={({ what, source }) => `${what} ${source}`}
        columns={[
          { key: 'what', header: t('licences.what'), rowHeader: true, cell: ({ what }) => what },
          { key: 'source', header: t('licences.source'), cell: ({ source }) => source },
          { key: 'licence', header: t('licences.licence'), cell: ({ licence }) => licence },
        ]}
      />
    </section>
  )
}
