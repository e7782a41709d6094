import type { IsoDay } from '~/core/days'
import { paths } from '~/core/paths'
import { PaperFoot } from '~/features/labels/ui/paper-address'
import { LotDescription } from '~/features/lots/ui/lot-description'
import { LotDetails } from '~/features/lots/ui/lot-details'
import { LotGallery } from '~/features/lots/ui/lot-gallery'
import { LotSheet } from '~/features/lots/ui/lot-sheet'
import { lotShares } from '~/messages/lot-shares'
import { LotCarbon } from '~/root/lot-carbon'
import { ButtonLink } from '~/ui/button'
import { useFormat, useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import type { readSharedSheet } from './shared-sheet.server'

type Sheet = Awaited<ReturnType<typeof readSharedSheet>>

/** The sheet of a lot for whoever holds a link: what its public page says, and nothing that only its giver sees. */
export function SharedSheet({ sheet, token, until }: { sheet: Sheet; token: string; until: IsoDay }) {
  const t = useT(lotShares)
  const format = useFormat()
  const { lot, days, state, photos, documents, carbon } = sheet
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        title={lot.title}
        eyebrow={t('page.eyebrow', { reference: lot.reference })}
        lead={t('page.lead', { giver: lot.organisationName, day: format.dayLong(until) })}
      />
      <div className="grid items-start gap-8 lg:grid-cols-[7fr_5fr]">
        <div className="flex min-w-0 flex-col gap-8">
          <LotGallery title={lot.title} photos={photos} />
          <section aria-labelledby="description" className="flex flex-col gap-3">
            <LotDescription text={lot.description} id="description" />
          </section>
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <LotSheet lot={lot} days={days} state={state} />
          <NextStep sheet={sheet} />
          <ButtonLink to={paths.sharedLotPdf(token)} reloadDocument look="secondary" wide>
            {t('page.pdf')}
          </ButtonLink>
          <LotCarbon carbon={carbon} />
        </div>
      </div>
      <LotDetails lot={lot} documents={documents} documentHref={(id) => paths.sharedDocument(token, id)} />
      <PaperFoot {...sheet.paper} />
    </div>
  )
}

/** The lot's own page for who sees it; before that, what can be done meanwhile. */
function NextStep({ sheet: { lot, state, isVisible } }: { sheet: Sheet }) {
  const t = useT(lotShares)
  const format = useFormat()
  if (isVisible) {
    return (
      <ButtonLink to={paths.lot(lot.id)} main wide>
        {t(state === 'open' ? 'page.open' : 'page.seeLot')}
      </ButtonLink>
    )
  }
  return (
    <Notice
      title={t('page.notYet')}
      action={
        <ButtonLink to={paths.newNeed()} look="secondary">
          {t('page.need')}
        </ButtonLink>
      }
    >
      {t('page.notYetText', { day: format.dayLong(lot.publicFrom) })}
    </Notice>
  )
}
