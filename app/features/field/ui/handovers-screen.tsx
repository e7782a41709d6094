import { paths } from '~/core/paths'
import { field } from '~/messages/field'
import { fieldWork } from '~/messages/field-work'
import { Badge } from '~/ui/badge'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { useFormat, useT } from '~/ui/i18n'
import { isToSign, type FieldReservation } from '../model/field-facts'
import type { FieldHandover } from '../model/field-handover'
import { isForAPerson } from '../model/outbox'
import { Faults } from './drafts-screen'
import { KeptPicture } from './kept-picture'
import { ScreenHeader } from './screen-header'
import { usePhotoUrls } from './store/use-photo-urls'
import { useFieldSnapshot } from './store/use-field-store'

/** Accepted reservations that one's own side still has to sign, those signed here among them. */
export function HandoversScreen() {
  const t = useT(fieldWork)
  const tField = useT(field)
  const { facts, handovers } = useFieldSnapshot()
  const own = handovers.filter((entry) => entry.ownerUserId === facts?.who.userId)
  const shown = (facts?.reservations ?? []).filter(
    (entry) => isToSign(entry) || own.some(({ reservationId }) => reservationId === entry.id),
  )
  const byDay = [...shown].sort((a, b) => (a.pickupOn ?? '9999').localeCompare(b.pickupOn ?? '9999'))
  const urls = usePhotoUrls(
    'pictures',
    shown.flatMap(({ photo }) => photo ?? []),
  )
  return (
    <>
      <ScreenHeader title={t('handovers.title')} />
      {byDay.length === 0 ? (
        <EmptyState
          title={t('handovers.empty')}
          actions={
            <ButtonLink to={paths.field()} look="secondary">
              {tField('frame.back')}
            </ButtonLink>
          }
        >
          {t('handovers.emptyText')}
        </EmptyState>
      ) : (
        <ul className="flex flex-col gap-3">
          {byDay.map((reservation) => (
            <HandoverRow
              key={reservation.id}
              reservation={reservation}
              signed={own.find(({ reservationId }) => reservationId === reservation.id) ?? null}
              src={urls[reservation.photo?.id ?? ''] ?? reservation.photo?.src ?? null}
            />
          ))}
        </ul>
      )}
    </>
  )
}

const TONES = { writing: 'mark', ready: 'info', sent: 'success' } as const
const STATES = { writing: 'handovers.writing', ready: 'handovers.queued', sent: 'handovers.sent' } as const

function HandoverRow({
  reservation,
  signed,
  src,
}: {
  reservation: FieldReservation
  signed: FieldHandover | null
  src: string | null
}) {
  const t = useT(fieldWork)
  const tField = useT(field)
  const format = useFormat()
  const { lotReference, lotTitle, otherName, pickupOn, quantityMilli, unit } = reservation
  return (
    <li className="flex flex-col gap-3 rounded-md border-2 border-edge bg-card p-3">
      <div className="flex gap-3">
        <KeptPicture src={src} />
        <div className="flex min-w-0 flex-col items-start gap-0.5">
          <p className="reference text-xl">{lotReference}</p>
          <h2 className="text-base wrap-anywhere">{lotTitle}</h2>
          <p className="text-muted">
            {format.quantity(quantityMilli, unit)} · {t('handovers.with', { name: otherName })}
          </p>
          {pickupOn && (
            <p className="font-semibold">{t('handovers.pickup', { day: format.dayLong(pickupOn) })}</p>
          )}
          {signed && <Badge tone={TONES[signed.state]}>{t(STATES[signed.state])}</Badge>}
        </div>
      </div>
      {signed?.cause && <p className="text-warning">{tField(`cause.${signed.cause}`)}</p>}
      {signed && <Faults faults={signed.faults} />}
      {(!signed || signed.state === 'writing' || isForAPerson(signed)) && (
        <ButtonLink
          to={paths.field(`?ecran=remise&reservation=${reservation.id}`)}
          aria-label={t('handovers.checkOf', { reference: lotReference })}
        >
          {t('handovers.check')}
        </ButtonLink>
      )}
      <ButtonLink
        to={paths.reservationMessages(reservation.id)}
        look="secondary"
        reloadDocument
        aria-label={t('handovers.writeOf', { reference: lotReference })}
      >
        {t('handovers.write')}
      </ButtonLink>
    </li>
  )
}
