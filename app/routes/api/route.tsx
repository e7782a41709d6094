import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LIMITS } from '~/core/limits'
import { paths } from '~/core/paths'
import { hostsOpened } from '~/features/webhooks/opened-hosts.server'
import { MOST_ROWS } from '~/http/api/query'
import { localeOf } from '~/http/locale.server'
import { publicUrl } from '~/http/lot-page-url.server'
import { localised } from '~/http/page-title'
import { api } from '~/messages/api'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'
import { EndpointSection } from './endpoint-section'
import { readEndpoints } from './read-endpoints.server'

export const meta: MetaFunction = (args) => [
  { title: `${localised(args, api)('title')} – Gisement` },
  { tagName: 'link', rel: 'service-desc', type: 'application/json', href: paths.apiDescription() },
]

export async function loader({ request }: LoaderFunctionArgs) {
  return {
    endpoints: await readEndpoints(await localeOf(request)),
    example: `${publicUrl()}${paths.apiV1('/lots?material=wood-floor&limit=5')}`,
    tells: hostsOpened() !== null,
    limits: { most: MOST_ROWS, requests: LIMITS.api[0].most, seconds: LIMITS.api[0].withinMs / 1000 },
  }
}

export default function Api() {
  const t = useT(api)
  const { endpoints, example, tells, limits } = useLoaderData<typeof loader>()
  const rules = [
    t('start.filters'),
    t('start.pages', { most: limits.most }),
    t('start.errors'),
    t('start.rate', { requests: limits.requests, seconds: limits.seconds }),
    t('start.cache'),
    t('start.cors'),
    t('start.version'),
    t('start.privacy'),
  ]
  return (
    <div className="flex min-w-0 flex-col gap-12">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <ButtonLink to={paths.apiDescription()} reloadDocument look="secondary">
            {t('openapi')}
          </ButtonLink>
        }
      />
      <section aria-labelledby="start" className="flex min-w-0 flex-col gap-4">
        <h2 id="start">{t('start.title')}</h2>
        <p className="prose-width">{t('start.text')}</p>
        <p>
          <a href={example} className="inline-block py-4 font-semibold wrap-anywhere">
            {example}
          </a>
        </p>
        <h3 className="text-xl">{t('start.rules')}</h3>
        <ul className="prose-width list-disc space-y-2 pl-6">
          {rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="endpoints" className="flex min-w-0 flex-col gap-8">
        <h2 id="endpoints">{t('endpoints')}</h2>
        {endpoints.map((endpoint) => (
          <EndpointSection key={endpoint.operationId} endpoint={endpoint} />
        ))}
      </section>
      {tells && <BeTold />}
      <p className="flex flex-wrap gap-3" data-screen-only>
        <ButtonLink to={paths.openData()}>{t('catalogue')}</ButtonLink>
        <ButtonLink to={paths.lots()} look="secondary">
          {t('toLots')}
        </ButtonLink>
      </p>
    </div>
  )
}

function BeTold() {
  const t = useT(api)
  return (
    <section aria-labelledby="told" className="flex min-w-0 flex-col items-start gap-4">
      <h2 id="told">{t('told.title')}</h2>
      <p className="prose-width">{t('told.text')}</p>
      <ButtonLink to={paths.webhooks()} look="secondary">
        {t('told.link')}
      </ButtonLink>
    </section>
  )
}
