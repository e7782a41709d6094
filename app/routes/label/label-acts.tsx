import { Form } from '@remix-run/react'
import type { IsoDay } from '~/core/days'
import { paths } from '~/core/paths'
import { spacedCode } from '~/features/labels/model/code'
import type { LotView } from '~/features/lots/model/lot'
import { lotActsOf } from '~/features/lots/model/lot-acts'
import { LotTag } from '~/features/lots/ui/lot-tag'
import type { PhotoView } from '~/features/photos/model/photo-view'
import { labels } from '~/messages/labels'
import { Button, ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'

type ActsPage = {
  code: string
  done: 'reclame' | 'pointe' | null
  today: IsoDay
  lot: LotView
  photo: PhotoView | null
  item: number | null
  itemCount: number
  scanId: string
  awaited: readonly { id: string; takerName: string }[]
  error: string | undefined
}

/** What the owner of a labelled lot can do next, standing before it. */
export function LabelActs({
  code,
  done,
  today,
  lot,
  photo,
  item,
  itemCount,
  scanId,
  awaited,
  error,
}: ActsPage) {
  const t = useT(labels)
  const piece =
    item === null
      ? t('open.whole')
      : item <= itemCount
        ? t('open.piece', { item, count: itemCount })
        : t('open.pieceAlone', { item })
  return (
    <div className="flex flex-col gap-6">
      <PageHeader eyebrow={`${t('open.eyebrow', { code: spacedCode(code) })}, ${piece}`} title={lot.title} />
      {done && (
        <Notice tone="success" live title={t(done === 'reclame' ? 'open.claimed' : 'open.counted')}>
          {done === 'reclame' && t('open.claimedText')}
        </Notice>
      )}
      {error && <Notice tone="danger" live title={error} />}
      <div className="grid items-start gap-8 lg:grid-cols-[7fr_5fr]">
        <section aria-labelledby="acts" className="flex flex-col gap-4">
          <h2 id="acts">{t('open.acts')}</h2>
          <CountActs {...{ lot, item, scanId }} />
          {awaited.length === 0 && <p className="text-muted">{t('open.noReservation')}</p>}
          {awaited.map((reservation) => (
            <ReservationActs key={reservation.id} {...reservation} />
          ))}
          <LotLinks lot={lot} today={today} />
        </section>
        <LotTag lot={lot} photo={photo} today={today} level="h2" priority />
      </div>
    </div>
  )
}

function CountActs({ lot, item, scanId }: Pick<ActsPage, 'lot' | 'item' | 'scanId'>) {
  const t = useT(labels)
  return (
    <div className="flex flex-wrap gap-3">
      {item !== null && (
        <Form method="post" className="w-full lg:w-auto">
          <input type="hidden" name="scanId" value={scanId} />
          <Button name="intent" value="counted" wide>
            {t('open.countPiece')}
          </Button>
        </Form>
      )}
      <ButtonLink to={paths.scanner(`?lot=${lot.id}`)} look={item === null ? 'action' : 'secondary'} wide>
        {t('open.count')}
      </ButtonLink>
    </div>
  )
}

function ReservationActs({ id, takerName: taker }: { id: string; takerName: string }) {
  const t = useT(labels)
  const scan = (act: string) => paths.scanner(`?reservation=${id}&acte=${act}`)
  return (
    <div className="flex flex-wrap gap-3">
      <ButtonLink to={scan('loaded')} look="secondary" wide>
        {t('open.loadFor', { taker })}
      </ButtonLink>
      <ButtonLink to={scan('handed-over')} look="secondary" wide>
        {t('open.handOver', { taker })}
      </ButtonLink>
      <ButtonLink to={paths.reservation(id)} look="secondary" wide>
        {t('open.reservation', { taker })}
      </ButtonLink>
    </div>
  )
}

function LotLinks({ lot, today }: { lot: LotView; today: IsoDay }) {
  const t = useT(labels)
  const acts = lotActsOf(lot, today)
  return (
    <div className="flex flex-wrap gap-3 border-t-4 border-edge pt-4">
      <ButtonLink to={paths.lot(lot.id)} look="secondary" wide>
        {t('open.see')}
      </ButtonLink>
      {acts.has('edit') && (
        <ButtonLink to={paths.editLot(lot.id)} look="secondary" wide>
          {t('open.edit')}
        </ButtonLink>
      )}
      <ButtonLink to={paths.printLabels(`?lot=${lot.id}`)} look="secondary" wide>
        {t('open.print')}
      </ButtonLink>
      <ButtonLink to={paths.copyLot(lot.id)} look="secondary" wide>
        {t('open.copy')}
      </ButtonLink>
    </div>
  )
}
