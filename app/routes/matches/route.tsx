import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { contactPair } from '~/features/matching/commands/contact-pair.server'
import { dismissPair, takePairBack } from '~/features/matching/commands/dismiss-pair.server'
import { pairActionSchema, pairSearchSchema } from '~/features/matching/schema'
import { ProposalNote } from '~/features/matching/ui/proposal-note'
import { ReservationTag } from '~/features/reservations/ui/reservation-tag'
import { requireActor } from '~/http/actor.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { parseSearch } from '~/http/parse-search.server'
import { matching } from '~/messages/matching'
import { proposals } from '~/messages/proposals'
import { CsvLink } from '~/ui/data-table'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'
import { readBoard } from '~/http/pair-board.server'
import { DismissedList } from './dismissed-list'
import { NothingHere } from './nothing-here'
import { ProposalCard } from './proposal-card'
import { BoardFilters, queryOf, StageNav } from './stage-nav'

export const meta: MetaFunction = pageTitle(matching, 'title')

// A refusal may mean that the other side acted first: show what is there now.
export const shouldRevalidate = () => true

const DONE = { contact: 'ecrit', dismiss: 'ecarte', 'take-back': 'repris' } as const

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'match:read')
  const { fait, ...search } = parseSearch(request, pairSearchSchema)
  return { ...(await readBoard(actor, search)), search, done: fait ?? null }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'match:act')
  const form = await parseForm(request, pairActionSchema)
  if (!form.ok) return form.reply
  const { intent, ...answers } = form.value
  const done = await (form.value.intent === 'contact'
    ? contactPair({ actor, ...form.value })
    : form.value.intent === 'dismiss'
      ? dismissPair({ actor, ...form.value })
      : takePairBack({ actor, pairId: answers.pairId }))
  if (!done.ok) return form.refuse(done.error)
  const query = new URL(request.url).searchParams
  query.set('fait', DONE[intent])
  return redirect(paths.matches(`?${query.toString()}`))
}

export default function Matches() {
  const t = useT(matching)
  const tProposals = useT(proposals)
  const board = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { search: at, counts, pairs, rows, today, done } = board
  const isEmpty = pairs.length + rows.length === 0
  return (
    <div className="flex flex-col gap-6">
      <PageHeader title={t('title')} lead={tProposals('lead')} />
      {done && <Done done={done} />}
      <StageNav at={at} counts={counts} />
      <BoardFilters at={at} twoSides={board.mayPublish && board.mayState} />
      {isEmpty && <NothingHere at={at} mayPublish={board.mayPublish} mayState={board.mayState} />}
      {at.etape === 'ecartes' && <DismissedList pairs={pairs} />}
      {at.etape !== 'ecartes' && pairs.length > 0 && (
        <>
          <p className="text-muted">{tProposals('order')}</p>
          <ol className="flex flex-col gap-6">
            {pairs.map((pair) => (
              <li key={pair.id}>
                <ProposalCard pair={pair} today={today} lastResult={reply?.result} />
              </li>
            ))}
          </ol>
        </>
      )}
      {rows.length > 0 && (
        <ul className="grid grid-cols-1 gap-5 sm:grid-cols-2 lg:grid-cols-3">
          {rows.map((row) => (
            <li key={row.view.id}>
              <ReservationTag row={row} photo={row.photo} today={today} />
            </li>
          ))}
        </ul>
      )}
      <Pagination
        page={board.page}
        pages={board.pages}
        hrefOf={(page) => paths.matches(queryOf({ ...at, page }))}
      />
      {!isEmpty && <CsvLink href={paths.matchesCsv(queryOf(at))} />}
      <ProposalNote />
    </div>
  )
}

function Done({ done }: { done: 'ecarte' | 'repris' | 'ecrit' }) {
  const t = useT(proposals)
  return (
    <Notice
      tone="success"
      live
      title={t(`done.${done}`)}
      action={
        done === 'repris' ? undefined : (
          <Link to={paths.matches(done === 'ecarte' ? '?etape=ecartes' : '?etape=contactes')}>
            {t(done === 'ecarte' ? 'done.undo' : 'done.seeContacted')}
          </Link>
        )
      }
    />
  )
}
