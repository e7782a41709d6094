import { Link } from '@remix-run/react'
import { paths } from '~/core/paths'
import { directory } from '~/messages/directory'
import { useFormat, useT } from '~/ui/i18n'
import { HANDLING_KM } from '../model/limits'
import { HANDLING, type FoundPlace, type Handling } from '../model/place-search'

/** On the page of a lot, who can store it and who can carry it near its commune. */
export function HandlingNearby({
  commune,
  places,
}: {
  commune: { code: string; name: string }
  places: Record<Handling, readonly FoundPlace[]>
}) {
  const t = useT(directory)
  const format = useFormat()
  return (
    <section aria-labelledby="handling" className="flex flex-col gap-4" data-screen-only>
      <h2 id="handling">{t('handling.title')}</h2>
      <div className="grid gap-6 sm:grid-cols-2">
        {HANDLING.map((service) => (
          <div key={service} className="flex flex-col gap-2">
            <h3 className="text-xl">{t(`handling.${service}`)}</h3>
            {places[service].length === 0 ? (
              <p className="text-muted">{t('handling.none', { km: HANDLING_KM })}</p>
            ) : (
              <ul className="flex flex-col gap-1">
                {places[service].map((place) => (
                  <li key={place.id}>
                    <Link to={paths.place(place.id)} className="inline-flex min-h-11 items-center">
                      <span lang="fr">{place.name}</span>
                    </Link>{' '}
                    <span className="text-muted">
                      {t(`kind.${place.kind}`)}, {t('km', { km: format.number(place.km ?? 0, 1) })}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </div>
        ))}
      </div>
      <p>
        <Link
          to={paths.places(`?commune=${commune.code}&rayon=${HANDLING_KM}`)}
          className="inline-flex min-h-11 items-center"
        >
          {t('handling.all', { commune: commune.name })}
        </Link>
      </p>
    </section>
  )
}
