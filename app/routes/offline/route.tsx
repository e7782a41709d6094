import type { MetaFunction } from '@remix-run/node'
import { paths } from '~/core/paths'
import { FieldFrame } from '~/features/field/ui/field-frame'
import { pageTitle } from '~/http/page-title'
import { offline } from '~/messages/offline'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(offline, 'title')

/** It is shown at the address of any page that the network did not bring: no script may run there. */
export const handle = { frame: 'still', Frame: FieldFrame }

const WORKS = ['publish', 'drafts', 'lots', 'handover'] as const

/** The page that a device keeps, for when the network brings none. */
export default function Offline() {
  const t = useT(offline)
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-col gap-6">
      <PageHeader title={t('title')} lead={t('lead')} />
      <section aria-labelledby="works" className="flex flex-col gap-3">
        <h2 id="works">{t('works')}</h2>
        <ul className="list-disc pl-6">
          {WORKS.map((what) => (
            <li key={what}>{t(what)}</li>
          ))}
        </ul>
      </section>
      <div className="flex flex-wrap gap-3">
        <ButtonLink to={paths.field()} wide>
          {t('open')}
        </ButtonLink>
        {/* An empty address is that of the page asked for. */}
        <a href="" className="button button-secondary w-full lg:w-auto">
          {t('retry')}
        </a>
      </div>
    </div>
  )
}
