import { NavLink, useLocation } from '@remix-run/react'
import { paths } from '~/core/paths'
import { administration } from '~/messages/administration'
import { useT } from '~/ui/i18n'

/**
 * The ways between the pages of the administration: in a row on a desk, folded on a phone, where a whole list of them
 * would fill the first screen. The fold says where one is, and opens without JavaScript.
 */
export function AdministrationSections() {
  const t = useT(administration)
  const { pathname } = useLocation()
  const sections = useSections()
  const current = sections.find(({ to }) => to === pathname)
  return (
    <nav aria-label={t('sections')} data-screen-only>
      <details className="rounded-md border-2 border-field bg-card px-4 sm:hidden">
        <summary className="min-h-11 py-2.5 font-semibold">
          {t('sectionsHere', { name: current?.label ?? t('title') })}
        </summary>
        <ul className="grid grid-cols-2 gap-x-4 pb-3">
          <Links sections={sections} />
        </ul>
      </details>
      <ul className="hidden flex-wrap gap-x-2 sm:flex">
        <Links sections={sections} />
      </ul>
    </nav>
  )
}

type Section = { to: string; label: string; end?: boolean }

function Links({ sections }: { sections: readonly Section[] }) {
  return sections.map(({ to, label, end }) => (
    <li key={to}>
      <NavLink to={to} end={end} className="nav-link">
        {label}
      </NavLink>
    </li>
  ))
}

function useSections(): Section[] {
  const t = useT(administration)
  return [
    { to: paths.administration(), label: t('waitingLink'), end: true },
    { to: paths.accounts(), label: t('nav.accounts') },
    { to: paths.organisations(), label: t('nav.organisations') },
    { to: paths.agents(), label: t('nav.agents') },
    { to: paths.messages(), label: t('nav.messages') },
    { to: paths.placesToCheck(), label: t('nav.places') },
    { to: paths.steerProgramme(), label: t('nav.programme') },
    { to: paths.plan(), label: t('nav.plan') },
    { to: paths.photosToLabel(), label: t('nav.photos') },
    { to: paths.aiSettings(), label: t('nav.ai') },
    { to: paths.matchWeights(), label: t('nav.matching') },
    { to: paths.vocabulary(), label: t('nav.vocabulary') },
    { to: paths.publicRules(), label: t('nav.publicRules') },
    { to: paths.answers(), label: t('nav.answers') },
    { to: paths.factors(), label: t('nav.factors') },
    { to: paths.ledgerAdmin(), label: t('nav.ledger') },
    { to: paths.retention(), label: t('nav.retention') },
    { to: paths.health(), label: t('nav.health') },
    { to: paths.reports(), label: t('nav.reports') },
    { to: paths.audit(), label: t('nav.audit') },
  ]
}
