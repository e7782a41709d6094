import { Form, Link } from '@remix-run/react'
import { paths } from '~/core/paths'
import { siteForm } from '~/messages/site-form'
import { sites } from '~/messages/sites'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Select, TextInput } from '~/ui/inputs'
import { SITE_KINDS } from '../model/site'
import { SITE_STATES, type SiteFilter } from '../model/site-filter'

/** Name or commune, kind and progress, as a form whose answers are the page's address. */
export function SiteFilters({ filter }: { filter: SiteFilter }) {
  const t = useT(siteForm)
  const tSite = useT(sites)
  const isOn = filter.q !== '' || filter.nature !== null || filter.etat !== null
  return (
    <Form
      method="get"
      role="search"
      aria-label={t('filter.title')}
      key={`${filter.q}-${filter.nature}-${filter.etat}`}
      className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_1fr_auto]"
    >
      <TextInput name="q" type="search" label={t('filter.text')} defaultValue={filter.q} maxLength={100} />
      <Select
        name="nature"
        label={t('filter.kind')}
        defaultValue={filter.nature ?? ''}
        placeholder={t('filter.all')}
        options={SITE_KINDS.map((value) => ({ value, label: tSite(`kind.${value}`) }))}
      />
      <Select
        name="etat"
        label={t('filter.state')}
        defaultValue={filter.etat ?? ''}
        placeholder={t('filter.all')}
        options={SITE_STATES.map((value) => ({ value, label: t(`filter.stateOf.${value}`) }))}
      />
      <div className="flex flex-wrap items-center gap-4">
        <Button look="secondary" wide>
          {t('filter.submit')}
        </Button>
        {isOn && (
          <Link to={paths.sites()} className="inline-flex min-h-11 items-center">
            {t('filter.clear')}
          </Link>
        )}
      </div>
    </Form>
  )
}
