import { NavLink } from '@remix-run/react'
import { paths } from '~/core/paths'
import { administration } from '~/messages/administration'
import { useT } from '~/ui/i18n'

/** The ways between the pages of the administration. */
export function AdministrationSections() {
  const t = useT(administration)
  const sections = [
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
  return (
    <nav aria-label={t('sections')} data-screen-only>
      <ul className="flex flex-wrap gap-x-2">
        {sections.map(({ to, label, end }) => (
          <li key={to}>
            <NavLink to={to} end={end} className="nav-link">
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
