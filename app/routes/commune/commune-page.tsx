import { paths } from '~/core/paths'
import type { Rate } from '~/features/accounting/model/rates'
import type { ShownHandover } from '~/features/accounting/model/shown-handover'
import { LedgerTable } from '~/features/accounting/ui/ledger-table'
import { BoardPage, type BoardPageProps } from '~/features/board/ui/board-page'
import { board } from '~/messages/board'
import { stories } from '~/messages/stories'
import { ButtonLink } from '~/ui/button'
import { CsvLink } from '~/ui/data-table'
import { useT } from '~/ui/i18n'

type PageProps = Omit<BoardPageProps, 'children' | 'next'> & {
  effects: { row: ShownHandover; before?: Rate; after?: Rate }[]
  /** Whether the reader invites the agents of communes. */
  managesAgents: boolean
}

/** The board of a commune, and below it the handovers that its reader may know one by one. */
export function CommunePage({ effects, managesAgents, ...page }: PageProps) {
  const { perimeter, period } = page.board
  return (
    <BoardPage {...page} next={<Next place={perimeter} managesAgents={managesAgents} />}>
      {effects.length > 0 && (
        <Effects
          effects={effects}
          threshold={page.board.threshold}
          csvHref={paths.communeLedgerCsv(perimeter.slug, period.year)}
        />
      )}
    </BoardPage>
  )
}

function Effects({
  effects,
  threshold,
  csvHref,
}: Pick<PageProps, 'effects'> & { threshold: number; csvHref: string }) {
  const t = useT(board)
  return (
    <section aria-labelledby="effects" className="flex min-w-0 flex-col gap-4">
      <h2 id="effects">{t('effects')}</h2>
      <p className="prose-width text-muted">{t('effectsLead')}</p>
      <LedgerTable caption={t('effects')} entries={effects} isPartial={false} threshold={threshold} />
      <CsvLink href={csvHref} />
    </section>
  )
}

function Next({ place, managesAgents }: { place: { slug: string; name: string }; managesAgents: boolean }) {
  const t = useT(board)
  const tStory = useT(stories)
  const words = { place: place.name }
  return (
    <nav aria-labelledby="next" className="flex flex-col gap-4" data-screen-only>
      <h2 id="next">{t('next.title')}</h2>
      <p className="flex flex-wrap gap-3">
        <ButtonLink to={`${paths.lots()}?commune=${place.slug}`}>{t('next.lots', words)}</ButtonLink>
        <ButtonLink to={`${paths.needs()}?commune=${place.slug}`} look="secondary">
          {t('next.needs', words)}
        </ButtonLink>
        <ButtonLink to={paths.stories(`?commune=${place.slug}`)} look="secondary">
          {tStory('linkCommune', { commune: place.name })}
        </ButtonLink>
        {managesAgents && (
          <ButtonLink to={paths.agents(`?commune=${place.slug}`)} look="secondary">
            {t('next.agents', words)}
          </ButtonLink>
        )}
      </p>
    </nav>
  )
}
