import { Link } from '@remix-run/react'
import type { SubmissionResult } from '@conform-to/react'
import { paths } from '~/core/paths'
import type { MaterialType } from '~/core/material-types'
import type {
  CorrectionActs,
  CorrectionSide,
  ChainRowView,
  CorrectionView,
} from '~/features/accounting/model/correction'
import type { EntryDone } from '~/features/accounting/schema'
import { AskCorrectionForm, OpenCorrection } from '~/features/accounting/ui/correction-forms'
import { CorrectionsTable, EntryRows } from '~/features/accounting/ui/entry-rows'
import { EntryEstimate, type ShownEstimate } from '~/features/accounting/ui/entry-estimate'
import type { PaperKind } from '~/features/reservations/model/paper-facts'
import { cameLater } from '~/features/reservations/model/done-at'
import { spacedNumber } from '~/features/reservations/model/paper-number'
import { DrawnName } from '~/features/reservations/ui/receipt'
import type { PhotoView } from '~/features/photos/model/photo-view'
import { photoSourceOf } from '~/features/photos/ui/photo-source'
import type {
  CompletedHandoverView,
  SignedConfirmation,
} from '~/features/reservations/model/reservation-view'
import { handoverPapers } from '~/messages/handover-papers'
import { handovers } from '~/messages/handovers'
import { ledger } from '~/messages/ledger'
import { materials } from '~/messages/materials'
import { ButtonLink } from '~/ui/button'
import { useFormat, useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { Photo } from '~/ui/photo'
import { FactList } from '~/ui/tag-card'

type PageProps = {
  /** Null for a reader who may not open the reservation. */
  reservationId: string | null
  from: { code: string; name: string }
  /** `id` is null where the reader may not open the lot. */
  lot: { id: string | null; reference: string; title: string; material: MaterialType }
  giverName: string
  takerName: string
  signed: CompletedHandoverView
  confirmations: readonly SignedConfirmation[]
  /** Numbers of its documents, which anyone checks; none for handovers of before there were any. */
  papers: { number: string; kind: PaperKind }[]
  photos: PhotoView[]
  rows: ChainRowView[]
  /** The row in effect; null before the entry and once nothing is left. */
  effective: (ShownEstimate & { massG: number }) | null
  recomputed: { version: string; estimate: ShownEstimate } | null
  corrections: CorrectionView[]
  open: CorrectionView | null
  side: CorrectionSide | null
  acts: CorrectionActs
  newCorrectionId: string
  done: EntryDone | null
  lastResult: SubmissionResult<string[]> | undefined
}

/** An entry of the ledger for those who may follow it: what it counts, what proves it, how it is corrected. */
export function EntryPage(page: PageProps) {
  const t = useT(ledger)
  const { from, signed, effective, open, side, acts, done, lastResult } = page
  return (
    <div className="flex min-w-0 flex-col gap-10">
      <PageHeader
        back={{ to: paths.communeHandovers(from.code), label: t('entry.back', { commune: from.name }) }}
        eyebrow={page.lot.reference}
        title={t('entry.title')}
        lead={t('entry.lead')}
      />
      {done && !lastResult && <Notice tone="success" live title={t(`done.${done}`)} />}
      <Facts page={page} />
      <EntryEstimate kept={effective} recomputed={page.recomputed} />
      {open && (
        <OpenCorrection correction={open} countedG={effective?.massG ?? 0} acts={acts} reply={lastResult} />
      )}
      <Proof page={page} />
      <EntryRows rows={page.rows} csvHref={paths.ledgerEntryCsv(signed.id)} />
      <CorrectionsTable corrections={page.corrections} />
      {acts.asks && side && effective && (
        <AskCorrectionForm
          key={page.newCorrectionId}
          id={page.newCorrectionId}
          countedG={effective.massG}
          side={side}
          reply={lastResult}
        />
      )}
      {page.reservationId && (
        <p data-screen-only>
          <ButtonLink to={paths.reservation(page.reservationId)} look="secondary">
            {t('entry.reservation')}
          </ButtonLink>
        </p>
      )}
    </div>
  )
}

function Facts({ page: { effective, rows, signed, lot, giverName, takerName } }: { page: PageProps }) {
  const t = useT(ledger)
  const tHandover = useT(handovers)
  const tMaterial = useT(materials)
  const format = useFormat()
  const named = `${lot.reference} · ${lot.title}`
  const counted = effective
    ? format.quantity(effective.massG, 'kg')
    : t(rows.length > 0 ? 'entry.nothing' : 'entry.pending')
  return (
    <FactList
      facts={[
        { term: t('entry.counted'), value: counted },
        { term: t('entry.signed'), value: format.quantity(signed.massG, 'kg') },
        { term: t('entry.day'), value: format.dayLong(signed.handedOverOn) },
        { term: t('entry.doneAt'), value: format.instant(signed.doneAtMs) },
        { term: t('entry.received'), value: format.instant(signed.receivedAtMs) },
        { term: t('entry.lot'), value: lot.id ? <Link to={paths.lot(lot.id)}>{named}</Link> : named },
        { term: t('entry.material'), value: tMaterial(`type.${lot.material}.name`) },
        { term: t('entry.giver'), value: giverName },
        { term: t('entry.taker'), value: takerName },
        {
          term: t('entry.legal'),
          value: tHandover(signed.legalStatus === 'reuse' ? 'receipt.legalReuse' : 'receipt.legalWaste'),
        },
      ]}
    />
  )
}

function Proof({ page: { papers, photos, confirmations, giverName, takerName, lot } }: { page: PageProps }) {
  const t = useT(ledger)
  const tPaper = useT(handoverPapers)
  const format = useFormat()
  return (
    <>
      <section aria-labelledby="signatures" className="flex flex-col gap-3">
        <h2 id="signatures">{t('entry.signatures')}</h2>
        <ul className="flex flex-col gap-2">
          {confirmations.map((one) => (
            <li key={one.side}>
              {t('entry.signature', {
                name: one.signedName,
                organisation: one.side === 'giver' ? giverName : takerName,
                mass: format.quantity(one.massG, 'kg'),
                at: format.instant(one.atMs),
              })}
              {cameLater(one.atMs, one.receivedAtMs) &&
                ` · ${t('entry.signatureReceived', { at: format.instant(one.receivedAtMs) })}`}
              {one.drawing && <DrawnName signedName={one.signedName} drawing={one.drawing} />}
            </li>
          ))}
        </ul>
      </section>
      {papers.length > 0 && (
        <section aria-labelledby="papers" className="flex flex-col gap-3">
          <h2 id="papers">{tPaper('panel.title')}</h2>
          <ul className="flex flex-wrap gap-x-4">
            {papers.map(({ number, kind }) => (
              <li key={number}>
                <Link to={paths.verifyPaper(number)} className="inline-flex min-h-11 items-center">
                  {tPaper('title', { kind: tPaper(`kind.${kind}`), number: spacedNumber(number) })}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="photos" className="flex flex-col gap-3">
        <h2 id="photos">{t('entry.photos')}</h2>
        {photos.length === 0 && <p className="text-muted">{t('entry.noPhotos')}</p>}
        <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {photos.map((photo) => (
            <li key={photo.id}>
              <Photo photo={photoSourceOf(photo, lot.title)} sizes="(min-width: 64rem) 22rem, 100vw" />
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
