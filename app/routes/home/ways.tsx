import { paths } from '~/core/paths'
import { home } from '~/messages/home'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'

const WAYS = [
  { key: 'giver', to: paths.newLot() },
  { key: 'taker', to: paths.newNeed() },
  { key: 'commune', to: paths.communes() },
] as const

/** One way in for each kind of reader. */
export function Ways() {
  const t = useT(home)
  return (
    <section aria-labelledby="ways" className="flex flex-col gap-5">
      <h2 id="ways">{t('steps.title')}</h2>
      <ul className="grid gap-6 lg:grid-cols-3">
        {WAYS.map(({ key, to }) => (
          <li key={key} className="flex flex-col gap-3 border-t-4 border-edge pt-4">
            <h3 className="text-xl">{t(`steps.${key}`)}</h3>
            <p className="text-muted">{t(`steps.${key}Text`)}</p>
            <div className="mt-auto">
              <ButtonLink to={to} look="secondary" wide>
                {t(`steps.${key}Act`)}
              </ButtonLink>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
