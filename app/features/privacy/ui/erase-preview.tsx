import { Link } from '@remix-run/react'
import { paths } from '~/core/paths'
import { privacy } from '~/messages/privacy'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import type { OpenReservation, Standing } from '../model/standing'

type Preview = {
  standings: readonly Standing[]
  reservations: readonly OpenReservation[]
  offers: { lots: number; needs: number }
}

/** What erasing the account does, said before it is confirmed. */
export function ErasePreview({ standings, reservations, offers }: Preview) {
  const t = useT(privacy)
  return (
    <div className="flex flex-col gap-8">
      <dl className="flex flex-col gap-5">
        {(['now', 'kept', 'signed', 'backup'] as const).map((key) => (
          <div key={key} className="border-t-2 border-edge pt-2">
            <dt className="font-semibold">{t(`erase.${key}Title`)}</dt>
            <dd>{t(`erase.${key}`)}</dd>
          </div>
        ))}
      </dl>
      <section aria-labelledby="organisations" className="flex flex-col gap-3">
        <h2 id="organisations">{t('erase.organisations')}</h2>
        <ul className="flex list-disc flex-col gap-2 pl-5">
          {standings.map(({ id, name, outcome }) => (
            <li key={id}>{t(outcome === 'hand-over' ? 'erase.handOver' : `erase.${outcome}`, { name })}</li>
          ))}
        </ul>
        {offers.lots + offers.needs > 0 && <p>{t('erase.offers', offers)}</p>}
      </section>
      {reservations.length > 0 && <UnderWay reservations={reservations} />}
    </div>
  )
}

function UnderWay({ reservations }: Pick<Preview, 'reservations'>) {
  const t = useT(privacy)
  return (
    <section aria-labelledby="under-way" className="flex flex-col gap-3">
      <h2 id="under-way">{t('erase.reservations')}</h2>
      {reservations.some(({ status }) => status === 'disputed') && (
        <Notice tone="warning" title={t('erase.disputes')} />
      )}
      <p>{t('erase.reservationsText')}</p>
      <ul className="flex flex-col">
        {reservations.map(({ id, title }) => (
          <li key={id}>
            <Link to={paths.reservation(id)} className="inline-flex min-h-11 items-center">
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
