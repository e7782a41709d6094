import { NavLink } from '@remix-run/react'
import { paths } from '~/core/paths'
import { programme } from '~/messages/programme'
import { useT } from '~/ui/i18n'

/** The ways between the pages of the programme; members are the communes and the team. */
export function ProgrammeSections({ isMember = false }: { isMember?: boolean }) {
  const t = useT(programme)
  const sections = [
    { to: paths.programme(), label: t('nav.home'), end: true },
    { to: paths.programmeCriteria(), label: t('nav.criteria') },
    { to: paths.workshops(), label: t('nav.workshops') },
    { to: paths.library(), label: t('nav.library') },
    ...(isMember ? [{ to: paths.club(), label: t('nav.club') }] : []),
  ]
  return (
    <nav aria-label={t('nav.title')} data-screen-only>
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
