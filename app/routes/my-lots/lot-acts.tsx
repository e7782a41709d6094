import { Form, Link } from '@remix-run/react'
import type { IsoDay } from '~/core/days'
import { paths } from '~/core/paths'
import type { LotStatus, LotView } from '~/features/lots/model/lot'
import { lotActsOf } from '~/features/lots/model/lot-acts'
import type { Shelf } from '~/features/lots/model/shelves'
import { lots as lotTexts } from '~/messages/lots'
import { myLots } from '~/messages/my-lots'
import { Button, type ButtonLook } from '~/ui/button'
import { useT } from '~/ui/i18n'

/** What can be done with a lot from the list: the acts that its state allows, the final one behind a question. */
export function LotActs({ lot, shelf, today }: { lot: LotView; shelf: Shelf; today: IsoDay }) {
  const t = useT(myLots)
  const tLot = useT(lotTexts)
  const acts = lotActsOf(lot, today)
  const { title } = lot
  const act = (status: LotStatus, label: string, look: ButtonLook) => (
    <StatusForm action={paths.lotFromShelf(lot.id, shelf)} {...{ status, label, look }} />
  )
  return (
    <div className="flex flex-wrap items-start gap-x-4 sm:min-w-56">
      {acts.has('edit') && (
        <ActLink to={paths.editLot(lot.id)} label={t('acts.editOf', { title })} text={t('acts.edit')} />
      )}
      <ActLink to={paths.copyLot(lot.id)} label={t('acts.copyOf', { title })} text={t('copy.act')} />
      {acts.has('withdraw') && (
        <details>
          <summary className="min-h-11 py-2.5" aria-label={t('acts.moreOf', { title })}>
            {t('acts.more')}
          </summary>
          <div className="flex flex-col items-start gap-2 pb-2">
            {acts.has('pause') && act('paused', tLot('manage.pause'), 'secondary')}
            {acts.has('resume') && act('published', tLot('manage.resume'), 'secondary')}
            <details>
              <summary className="min-h-11 py-2">{tLot('manage.withdraw')}</summary>
              <p className="pb-2">{t('acts.confirm')}</p>
              {act('withdrawn', t('acts.withdraw'), 'danger')}
            </details>
          </div>
        </details>
      )}
    </div>
  )
}

function ActLink({ to, label, text }: { to: string; label: string; text: string }) {
  return (
    <Link to={to} aria-label={label} className="inline-flex min-h-11 items-center font-semibold">
      {text}
    </Link>
  )
}

function StatusForm({
  action,
  status,
  label,
  look,
}: {
  action: string
  status: LotStatus
  label: string
  look: ButtonLook
}) {
  return (
    <Form method="post" action={action}>
      <Button small look={look} name="status" value={status}>
        {label}
      </Button>
    </Form>
  )
}
