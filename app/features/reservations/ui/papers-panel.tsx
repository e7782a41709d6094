import { paths } from '~/core/paths'
import { handoverPapers } from '~/messages/handover-papers'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import type { PaperKind } from '../model/paper-facts'
import { spacedNumber } from '../model/paper-number'

/** The documents of a signed handover, each with the page on which anyone checks it. */
export function PapersPanel({
  reservationId,
  papers,
}: {
  reservationId: string
  papers: readonly { number: string; kind: PaperKind }[]
}) {
  const t = useT(handoverPapers)
  return (
    <section aria-labelledby="papers" className="flex flex-col gap-4">
      <h2 id="papers">{t('panel.title')}</h2>
      <p className="prose-width text-muted">{t(papers.length === 0 ? 'panel.none' : 'panel.lead')}</p>
      <ul className="flex flex-col gap-4">
        {papers.map(({ number, kind }) => (
          <li key={number} className="flex flex-wrap items-center gap-3">
            <ButtonLink to={paths.handoverPaper(reservationId, kind)} reloadDocument>
              {t(`panel.openShort.${kind}`)}
            </ButtonLink>
            <ButtonLink to={paths.verifyPaper(number)} look="quiet">
              {t('panel.check', { number: spacedNumber(number) })}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
