import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { paths } from '~/core/paths'
import { board } from '~/messages/board'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { useFormat, useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { isQuiet, type Board } from '../model/board'
import { periodQuery } from '../model/board-period'
import { placeAndTime } from './board-texts'
import { FlowsFigure, PeersFigure } from './drawn-figures'
import { FileLinks } from './file-links'
import { FunnelFigure, MonthsFigure } from './figures'
import { HeadlineRow } from './headline-row'
import { CohortSites, LeavingLots, UnsurveyedSites } from './next-steps'
import { PeriodForm } from './period-form'
import { BoardFiles, MonthlyMail, WidgetSnippet } from './take-away'

export type BoardPageProps = {
  board: Board
  years: number[]
  /** Larger perimeters that hold this one. */
  around: { slug: string; name: string }[]
  factorSource: string
  /** Where this installation is reached, for the code of the frame. */
  origin: string
  /** What the reader may do beyond reading; null when they may not. */
  mail: { isOn: boolean } | null
  hasPurchases: boolean
  done: 'start' | 'stop' | null
  /** What a commune's page adds before what to do next. */
  children?: ReactNode
  next?: ReactNode
}

/** The same page for a commune, a territory, a département and the whole: figures, charts, next steps, files. */
export function BoardPage(page: BoardPageProps) {
  const t = useT(board)
  const format = useFormat()
  const { board: own, years, around, done } = page
  const { perimeter, view } = own
  const words = placeAndTime(own, t, format)
  return (
    <div className="flex min-w-0 flex-col gap-12">
      <PageHeader
        back={{ to: `${paths.communes()}?annee=${own.period.year}`, label: t('next.communes') }}
        eyebrow={t(`eyebrow.${perimeter.kind}`)}
        title={perimeter.name}
        lead={
          <>
            <p>{t('lead')}</p>
            {around.length > 0 && (
              <p className="mt-3 flex flex-wrap gap-x-4 text-base" data-screen-only>
                <span>{t('around')}</span>
                {around.map(({ slug, name }) => (
                  <Link key={slug} to={paths.board(slug)} className="inline-flex min-h-11 items-center">
                    {name}
                  </Link>
                ))}
              </p>
            )}
          </>
        }
      />
      {done && <Notice tone="success" live title={t(done === 'start' ? 'mail.done' : 'mail.ended')} />}
      <PeriodForm board={own} years={years} />
      {isQuiet(own) ? <Quiet board={own} /> : <Figures page={page} words={words} />}
      <LeavingLots board={own} />
      <UnsurveyedSites board={own} />
      <CohortSites lines={own.sites.cohortLines} file={own} />
      {page.children}
      <BoardFiles board={own} purchases={page.hasPurchases} />
      {page.mail && <MonthlyMail code={perimeter.slug} isOn={page.mail.isOn} />}
      <WidgetSnippet board={own} origin={page.origin} />
      <footer className="prose-width flex flex-col gap-2 text-sm text-muted">
        <p>{view === 'public' ? t('viewPublic', { threshold: own.threshold }) : t('viewDetail')}</p>
        <Updated board={own} />
      </footer>
      {page.next}
    </div>
  )
}

function Figures({ page, words }: { page: BoardPageProps; words: { place: string; when: string } }) {
  const t = useT(board)
  const { board: own } = page
  const isUnsurveyed = own.headlines.rate.sites === 0
  return (
    <>
      <section aria-labelledby="figures" className="flex flex-col gap-6">
        <h2 id="figures">{t('headline', words)}</h2>
        {isUnsurveyed && (
          <Notice tone="info" title={t('noInventory')}>
            {t('noInventoryText')}
          </Notice>
        )}
        <HeadlineRow board={own} factorSource={page.factorSource} />
        <FileLinks
          slug={own.perimeter.slug}
          query={periodQuery(own.period)}
          file="chiffres"
          figure={t('headline', words)}
        />
      </section>
      <MonthsFigure board={own} />
      <PeersFigure board={own} />
      <FlowsFigure board={own} />
      {!isUnsurveyed && <FunnelFigure board={own} />}
    </>
  )
}

function Quiet({ board: { period } }: { board: Board }) {
  const t = useT(board)
  return (
    <EmptyState
      title={t('quiet')}
      actions={
        <>
          <ButtonLink to={paths.newLot()}>{t('next.publish')}</ButtonLink>
          <ButtonLink to={`?annee=${period.year - 1}`} look="secondary">
            {t('next.previous', { year: String(period.year - 1) })}
          </ButtonLink>
        </>
      }
    >
      {t('quietText')}
    </EmptyState>
  )
}

function Updated({ board: { readOn, lastHandover } }: { board: Board }) {
  const t = useT(board)
  const format = useFormat()
  const day = format.dayLong(readOn)
  if (lastHandover === null) return <p>{t('updatedNone', { day })}</p>
  const last = lastHandover.length === 7 ? format.monthLong(lastHandover) : format.dayLong(lastHandover)
  return <p>{t('updated', { day, last })}</p>
}
