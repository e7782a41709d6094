import { field } from '~/messages/field'
import { Button } from '~/ui/button'
import { useFormat, useT } from '~/ui/i18n'
import { CheckIcon, UploadIcon, WarningIcon } from '~/ui/icons'
import { lateDays } from '../model/outbox'
import { useFieldSnapshot } from './store/use-field-store'
import { useOutbox } from './store/use-outbox'
import { useNow } from './use-now'

/** What remains to be sent, why it has not been, and the one button that tries it all again. */
export function OutboxStrip() {
  const t = useT(field)
  const format = useFormat()
  const { waiting, failed, sending, retryAll } = useOutbox()
  const { facts, drafts } = useFieldSnapshot()
  const remaining = useRemaining(waiting)
  const late = useLateDays()
  if (!facts) return null
  const written = drafts.filter(
    (draft) => draft.state === 'writing' && draft.ownerUserId === facts?.who.userId,
  ).length
  const isEmpty = remaining === null && failed === 0
  const Icon = isEmpty ? CheckIcon : failed > 0 || late !== null ? WarningIcon : UploadIcon
  return (
    <section
      aria-label={t('outbox.title')}
      className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md border-2 border-edge bg-card p-3"
    >
      <Icon className="flex-none" />
      <div role="status" className="flex min-w-0 grow basis-60 flex-col">
        <p className="font-semibold">
          {remaining ?? (isEmpty && t(written > 0 ? 'outbox.none' : 'outbox.empty'))}
        </p>
        {written > 0 && <p className="text-muted">{t('outbox.written', { count: written })}</p>}
        {failed > 0 && <p className="font-semibold text-danger">{t('outbox.refused', { count: failed })}</p>}
        {sending.isSending && <p className="text-info">{t('outbox.sending')}</p>}
        {!isEmpty && !sending.isSending && sending.cause && (
          <p className="text-muted">
            {t(`cause.${sending.cause}`)}{' '}
            {sending.cause !== 'session' && sending.retryAtMs > 0 && remaining !== null && (
              <>{t('outbox.again', { time: format.time(sending.retryAtMs) })}</>
            )}
          </p>
        )}
        {late !== null && (
          <p className="text-warning">
            <strong>{t('outbox.late', { count: late })}</strong>. {t('outbox.lateText')}
          </p>
        )}
      </div>
      {!isEmpty && !sending.isSending && (
        <Button type="button" look="secondary" small onClick={() => void retryAll()}>
          {t('outbox.retryAll')}
        </Button>
      )}
    </section>
  )
}

/** «2 photos et 1 lot restent à envoyer»; null when nothing goes by itself. */
function useRemaining({ photos, lots, handovers }: ReturnType<typeof useOutbox>['waiting']): string | null {
  const t = useT(field)
  const parts = [
    photos > 0 && t('outbox.photos', { count: photos }),
    lots > 0 && t('outbox.lots', { count: lots }),
    handovers > 0 && t('outbox.handovers', { count: handovers }),
  ].filter((part) => part !== false)
  if (parts.length === 0) return null
  const last = parts.at(-1) ?? ''
  const what = parts.length === 1 ? last : `${parts.slice(0, -1).join(', ')} ${t('outbox.and')} ${last}`
  return t('outbox.remains', { what, count: photos + lots + handovers })
}

/** For how many days the oldest entry has waited, once that is worth saying. */
function useLateDays(): number | null {
  const { drafts, handovers, facts } = useFieldSnapshot()
  const now = useNow(60_000)
  const own = [...drafts, ...handovers].filter(
    (entry) => entry.ownerUserId === facts?.who.userId && entry.state === 'ready',
  )
  const days = own.flatMap(({ readyAtMs }) => lateDays(readyAtMs, now) ?? [])
  return days.length === 0 ? null : Math.max(...days)
}
