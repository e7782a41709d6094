import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { localeOf } from '~/http/locale.server'
import { localised } from '~/http/page-title'
import { openData } from '~/messages/open-data'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'
import { DatasetSection } from './dataset-section'
import { readCatalogue } from './read-catalogue.server'

export const meta: MetaFunction = (args) => [
  { title: `${localised(args, openData)('title')} – Gisement` },
  { tagName: 'link', rel: 'alternate', type: 'application/ld+json', href: paths.openDataCatalogue() },
  { tagName: 'link', rel: 'service-desc', type: 'application/json', href: paths.apiDescription() },
]

export async function loader({ request }: LoaderFunctionArgs) {
  return { entries: await readCatalogue(await localeOf(request)) }
}

const READING = ['csv', 'geojson', 'jsonld', 'http', 'days'] as const

export default function OpenData() {
  const t = useT(openData)
  const { entries } = useLoaderData<typeof loader>()
  return (
    <div className="flex min-w-0 flex-col gap-12">
      <div className="flex flex-col gap-5">
        <PageHeader
          title={t('title')}
          lead={t('lead')}
          actions={
            <ButtonLink to={paths.api()} look="secondary">
              {t('apiLink')}
            </ButtonLink>
          }
        />
        <p className="prose-width">{t('promise')}</p>
        <nav aria-label={t('contents')} data-screen-only>
          <ul className="flex flex-wrap gap-x-6">
            {entries.map(({ id }) => (
              <li key={id}>
                <a href={`#${id}`} className="inline-flex min-h-11 items-center font-semibold">
                  {t(`dataset.${id}.title`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      {entries.map((entry) => (
        <DatasetSection key={entry.id} entry={entry} />
      ))}
      <section aria-labelledby="reading" className="flex flex-col gap-3 border-t-4 border-edge pt-4">
        <h2 id="reading">{t('reading.title')}</h2>
        <ul className="prose-width list-disc space-y-2 pl-6">
          {READING.map((key) => (
            <li key={key}>{t(`reading.${key}`)}</li>
          ))}
        </ul>
      </section>
      <div className="flex flex-col gap-3" data-screen-only>
        <a href={paths.openDataCatalogue()} className="inline-flex min-h-11 items-center font-semibold">
          {t('harvest')}
        </a>
        <p className="flex flex-wrap gap-3">
          <ButtonLink to={paths.lots()}>{t('lotsLink')}</ButtonLink>
          <ButtonLink to={paths.contact()} look="secondary">
            {t('contact')}
          </ButtonLink>
        </p>
      </div>
    </div>
  )
}
