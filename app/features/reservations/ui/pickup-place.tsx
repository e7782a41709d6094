import { pickups } from '~/messages/pickups'
import { useT } from '~/ui/i18n'
import { PinIcon } from '~/ui/icons'
import { FactList } from '~/ui/tag-card'
import type { PickupPlace } from '../model/reservation-view'

/** Where to collect and whom to ask for, for the parties of an accepted reservation. */
export function PickupPlaceCard({ place }: { place: PickupPlace }) {
  const t = useT(pickups)
  const { lat, lon, access, contactName, contactPhone } = place
  const phone = contactPhone && <a href={`tel:${contactPhone.replace(/[^+\d]/g, '')}`}>{contactPhone}</a>
  return (
    <section aria-labelledby="place" className="flex flex-col gap-3">
      <h2 id="place">{t('place')}</h2>
      <address className="flex gap-3 text-lg not-italic">
        <PinIcon className="mt-1 flex-none" />
        <span>
          <strong>{place.siteName}</strong>
          <br />
          {place.address}
        </span>
      </address>
      <FactList
        facts={[
          ...(access ? [{ term: t('access'), value: access }] : []),
          ...(contactName || contactPhone
            ? [
                {
                  term: t('contact'),
                  value: (
                    <>
                      {contactName} {phone}
                    </>
                  ),
                },
              ]
            : []),
          ...(lat === null || lon === null
            ? []
            : [
                {
                  term: t('position'),
                  value: (
                    <a href={`geo:${lat},${lon}`}>
                      {lat.toFixed(5)}, {lon.toFixed(5)}
                    </a>
                  ),
                },
              ]),
        ]}
      />
      <p className="text-muted">{t('private')}</p>
    </section>
  )
}
