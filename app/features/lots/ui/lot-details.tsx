import type { ReactNode } from 'react'
import { addDays } from '~/core/days'
import type { AttachmentView } from '~/features/attachments/model/attachment'
import { AttachmentList } from '~/features/attachments/ui/attachment-list'
import { attributes } from '~/messages/attributes'
import { lotFacts } from '~/messages/lot-facts'
import { lotTerms } from '~/messages/lot-terms'
import { AttributeList } from '~/ui/attributes/attribute-list'
import { useFormat, useT } from '~/ui/i18n'
import { FactList, type TagFact } from '~/ui/tag-card'
import type { LotView } from '../model/lot'
import { LotSketch } from './lot-sketch'

/** What to know before coming to fetch a lot: its details and shape, pickup, origin and documents. */
export function LotDetails({
  lot,
  documents,
  documentHref,
}: {
  lot: LotView
  documents: readonly AttachmentView[]
  /** Where a document is downloaded, for readers who hold a link; else as everywhere. */
  documentHref?: (id: string) => string
}) {
  const t = useT(lotFacts)
  const tAttribute = useT(attributes)
  const isEmpty = Object.keys(lot.attributes).length === 0
  return (
    <div className="grid items-start gap-8 lg:grid-cols-2">
      <Part id="attributes" title={tAttribute('title')}>
        {isEmpty && <p className="text-muted">{t('noAttributes')}</p>}
        <AttributeList material={lot.material} values={lot.attributes} />
        <LotSketch lot={lot} />
      </Part>
      <div className="flex min-w-0 flex-col gap-8">
        <Part id="pickup" title={t('pickup')}>
          <FactList facts={usePickup(lot)} />
        </Part>
        <Part id="origin" title={t('origin')}>
          <FactList facts={useOrigin(lot)} />
        </Part>
        <Part id="documents" title={t('documents')}>
          {documents.length === 0 && <p className="text-muted">{t('noDocuments')}</p>}
          <AttachmentList attachments={documents} hrefOf={documentHref} />
        </Part>
      </div>
    </div>
  )
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="flex min-w-0 flex-col gap-3 border-t-4 border-edge pt-4">
      <h2 id={id} className="text-xl">
        {title}
      </h2>
      {children}
    </section>
  )
}

function usePickup(lot: LotView): TagFact[] {
  const t = useT(lotFacts)
  const tTerm = useT(lotTerms)
  const format = useFormat()
  const said = (text: string | null) => text ?? <span className="font-normal text-muted">{t('notSaid')}</span>
  return [
    { term: t('taking'), value: useTaking(lot) },
    { term: t('removal'), value: said(lot.removal && tTerm(`removal.${lot.removal}`)) },
    { term: t('packaging'), value: said(lot.packaging && tTerm(`packaging.${lot.packaging}`)) },
    // A litre is a thousandth of a cubic metre, as quantities are kept.
    { term: t('volume'), value: said(lot.volumeL === null ? null : format.quantity(lot.volumeL, 'm3')) },
    { term: t('vehicle'), value: said(lot.vehicle && tTerm(`vehicle.${lot.vehicle}`)) },
    ...(lot.access ? [{ term: t('access'), value: lot.access }] : []),
    {
      term: t('storage'),
      value: lot.storageUntil ? format.day(addDays(lot.storageUntil, -1)) : t('noStorage'),
    },
  ]
}

function useTaking({ isWhole, minTakeMilli, unit }: LotView): string {
  const t = useT(lotFacts)
  const format = useFormat()
  if (isWhole) return t('takenWhole')
  if (minTakeMilli === null) return t('takenParts')
  return t('takenLeast', { least: format.quantity(minTakeMilli, unit) })
}

function useOrigin(lot: LotView): TagFact[] {
  const t = useT(lotFacts)
  const tTerm = useT(lotTerms)
  return [
    ...(lot.provenance ? [{ term: t('provenance'), value: lot.provenance }] : []),
    { term: t('quantity'), value: t(lot.quantityVerified ? 'verified' : 'estimated') },
    { term: t('right'), value: tTerm(`cedingRight.${lot.cedingRight}`) },
  ]
}
