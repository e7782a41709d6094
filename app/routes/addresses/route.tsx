import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { findAddresses } from '~/features/communes/find-addresses.server'
import { lotSearchQuery } from '~/features/lots/model/lot-search-query'
import { readSearch } from '~/features/lots/search.server'
import { optionalActor } from '~/http/actor.server'
import { pageTitle } from '~/http/page-title'
import { addresses } from '~/messages/addresses'
import { Button, ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { useT } from '~/ui/i18n'
import { TextInput } from '~/ui/inputs'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(addresses, 'title')

/** The distance that a search around an address begins with, in km; the list of lots offers others. */
const AROUND_KM = 10

/** Places for a text, each leading to the lots around it, with the other filters that the search already had. */
export async function loader({ request }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams
  const typed = (params.get('adresse') ?? '').trim().slice(0, 200)
  const caller = (await optionalActor(request)) ? 'account' : 'anyone'
  const [{ search }, found] = await Promise.all([readSearch(params), findAddresses(typed, caller)])
  const { places, service } = found
  return {
    typed,
    service,
    kept: [...new URLSearchParams(lotSearchQuery(search))],
    back: paths.lots() + lotSearchQuery(search),
    places: places.map(({ label, communeCode, communeName, position }) => ({
      label,
      communeName: position ? communeName : null,
      to: paths.lots() + lotSearchQuery(search, { commune: communeCode, rayon: search.rayon ?? AROUND_KM }),
    })),
    km: search.rayon ?? AROUND_KM,
  }
}

export default function Addresses() {
  const t = useT(addresses)
  const { typed, service, kept, back } = useLoaderData<typeof loader>()
  return (
    <div className="flex max-w-3xl flex-col gap-8">
      <PageHeader title={t('title')} lead={t('lead')} back={{ to: back, label: t('back') }} />
      <Form role="search" aria-label={t('title')} className="flex flex-col gap-4">
        {kept.map(([name, value]) => (
          <input key={name + value} type="hidden" name={name} value={value} />
        ))}
        <TextInput
          name="adresse"
          type="search"
          label={t('field')}
          hint={t('fieldHint')}
          defaultValue={typed}
          maxLength={200}
          error={typed !== '' && typed.length < 3 ? [t('short')] : undefined}
        />
        <div>
          <Button wide>{t('submit')}</Button>
        </div>
      </Form>
      {typed.length >= 3 && service !== 'found' && <Notice tone="info" title={t(service)} />}
      <Results />
    </div>
  )
}

function Results() {
  const t = useT(addresses)
  const { typed, places, km, back } = useLoaderData<typeof loader>()
  if (typed.length < 3) return null
  if (places.length === 0) {
    return (
      <EmptyState title={t('none')} actions={<ButtonLink to={back}>{t('back')}</ButtonLink>}>
        {t('noneText')}
      </EmptyState>
    )
  }
  return (
    <section aria-labelledby="results" className="flex flex-col gap-3">
      <h2 id="results" className="text-2xl">
        {t('results')}
      </h2>
      <ul className="flex flex-col gap-2">
        {places.map(({ label, communeName, to }) => (
          <li key={label}>
            <Link to={to} className="inline-flex min-h-11 items-center font-semibold">
              {label}
            </Link>{' '}
            <span className="text-muted">
              {[communeName && t('inCommune', { commune: communeName }), t('around', { km })]
                .filter(Boolean)
                .join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
