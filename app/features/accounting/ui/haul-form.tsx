import { Form } from '@remix-run/react'
import { EMPTY_RETURNS, TRUCK_NAMES, type TruckName } from '~/core/ledger-terms'
import { paths } from '~/core/paths'
import { TRUCK_TEXTS } from '~/features/carbon/model/truck-texts'
import { ledger } from '~/messages/ledger'
import { pairHaul } from '~/messages/pair-haul'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Select } from '~/ui/inputs'

/** Says the vehicle of a collection; without it, its class is estimated from the mass. */
export function HaulForm({
  reservationId,
  haul,
}: {
  reservationId: string
  haul: { truck: TruckName; emptyReturnPct: number } | null
}) {
  const t = useT(ledger)
  const tHaul = useT(pairHaul)
  return (
    <section id="vehicule" aria-labelledby="haul-title" className="flex flex-col gap-4" data-screen-only>
      <h2 id="haul-title">{t('haul.title')}</h2>
      <p className="prose-width text-muted">{t(haul ? 'haul.said' : 'haul.lead')}</p>
      <Form method="post" action={paths.handoverHaul(reservationId)} className="flex max-w-xl flex-col gap-5">
        <Select
          id="truck"
          name="truck"
          label={t('haul.truck')}
          defaultValue={haul?.truck ?? 'van-3.5t'}
          placeholder={null}
          options={TRUCK_NAMES.map((value) => ({ value, label: tHaul(`truck.${TRUCK_TEXTS[value]}`) }))}
        />
        <Select
          id="emptyReturnPct"
          name="emptyReturnPct"
          label={t('haul.back')}
          defaultValue={String(haul?.emptyReturnPct ?? 100)}
          placeholder={null}
          options={EMPTY_RETURNS.map((value) => ({ value, label: t(`haul.back${value}`) }))}
        />
        <Button look="secondary">{t('haul.submit')}</Button>
      </Form>
    </section>
  )
}
