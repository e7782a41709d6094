import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { conditionKey } from '~/core/condition-key'
import { addDays, isoDayOf } from '~/core/days'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { copyBasket } from '~/features/baskets/commands/copy-basket.server'
import { deleteBasket } from '~/features/baskets/commands/delete-basket.server'
import { findCover } from '~/features/baskets/find-cover.server'
import { lotsToTake } from '~/features/baskets/model/lots-to-take'
import { basketActSchema } from '~/features/baskets/schema'
import { CoverStats } from '~/features/baskets/ui/cover-stats'
import { CoverTable } from '~/features/baskets/ui/cover-table'
import { CoverWeeks } from '~/features/baskets/ui/cover-weeks'
import { LotsTable } from '~/features/baskets/ui/lots-table'
import { requireActor } from '~/http/actor.server'
import { localeOf } from '~/http/locale.server'
import { ownBasket } from '~/http/own-basket.server'
import { localised } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { baskets } from '~/messages/baskets'
import { translator } from '~/messages/catalogue'
import { materials } from '~/messages/materials'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { useFormat, useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'
import { ManageBasket } from './manage-basket'

export const meta: MetaFunction<typeof loader> = (args) => [
  { title: `${args.data?.basket.title ?? localised(args, baskets)('title')} – Gisement` },
]

const PAGE = 100

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireActor(request, 'basket:manage')
  const { basket, lines } = await ownBasket(request, params)
  const { lines: covered, weeks, ...cover } = await findCover(basket, lines)
  const search = new URL(request.url).searchParams
  const pages = Math.max(1, Math.ceil(covered.length / PAGE))
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(search.get('page'))) || 1))
  return {
    basket,
    cover,
    weeks,
    pages,
    page,
    today: isoDayOf(nowMs()),
    copyId: newId(),
    lines: covered.slice((page - 1) * PAGE, page * PAGE),
    lots: lotsToTake(covered),
    unknown: lines.filter(({ material }) => material === null).length,
    done: DONE.find((one) => one === search.get('fait')) ?? null,
  }
}

const DONE = ['garde', 'change', 'copie'] as const
const DONE_TEXT = { garde: 'kept', change: 'changed', copie: 'copied' } as const

export async function action({ request, params }: ActionFunctionArgs) {
  await requireActor(request, 'basket:manage')
  const { actor, basket } = await ownBasket(request, params)
  const form = await parseForm(request, basketActSchema)
  if (!form.ok) return form.reply
  const { intent, copyId } = form.value
  if (intent === 'delete') {
    const deleted = await deleteBasket({ actor, basketId: basket.id })
    return deleted.ok ? redirect(paths.baskets('supprime')) : form.refuse(deleted.error)
  }
  const t = translator(await localeOf(request), baskets)
  const title = t('copyTitle', { title: basket.title }).slice(0, 120)
  const copied = await copyBasket({ actor, basketId: basket.id, copyId, title })
  if (!copied.ok) return form.refuse(copied.error)
  return redirect(paths.basket(copied.value.id, '?fait=copie'))
}

export default function Basket() {
  const t = useT(baskets)
  const tMaterial = useT(materials)
  const format = useFormat()
  const { basket, cover, weeks, pages, page, today, copyId, lines, lots, unknown, done } =
    useLoaderData<typeof loader>()
  const fault = Object.values(useActionData<typeof action>()?.result.error ?? {}).flat()[0]
  const lastDay = addDays(basket.neededUntil, -1)
  const isPast = basket.neededUntil <= today
  return (
    <>
      <PageHeader
        title={basket.title}
        lead={t('terms', {
          commune: basket.communeName,
          dates: format.dayRange({ from: basket.neededFrom, until: basket.neededUntil }),
          radius: basket.radiusKm,
          condition: tMaterial(`condition.${conditionKey(basket.minCondition)}.name`),
        })}
        back={{ to: paths.baskets(), label: t('back') }}
        actions={
          lots.length > 0 && (
            <a href="#lots-title" className="button button-action w-full lg:w-auto" data-screen-only>
              {t('seeLots', { count: lots.length })}
            </a>
          )
        }
      />
      <div className="flex flex-col gap-10">
        {fault && <Notice tone="danger" live title={fault} />}
        {done && !fault && <Notice tone="success" live title={t(DONE_TEXT[done])} />}
        {isPast && <Notice tone="warning" title={t('past')} />}
        {unknown > 0 && (
          <Notice
            tone="warning"
            title={t('unknown', { count: unknown })}
            action={
              <ButtonLink to={paths.editBasket(basket.id, '?matiere=a-preciser')} look="secondary" small>
                {t('specify')}
              </ButtonLink>
            }
          />
        )}
        <CoverStats cover={cover} lastDay={lastDay} />
        {lots.length > 0 ? (
          <>
            <p className="prose-width">
              {cover.gap < 1e-9
                ? t('method.best', { count: cover.lots })
                : t('method.near', { count: cover.lots, gap: format.percent(cover.gap) })}{' '}
              {t('method.limits')} {cover.leftAside > 0 && t('method.leftAside', { count: cover.leftAside })}{' '}
              <Link to={paths.algorithms()}>{t('method.link')}</Link>
            </p>
            {weeks.length > 1 && <CoverWeeks weeks={weeks} />}
          </>
        ) : (
          <EmptyState
            title={t('nothing')}
            actions={
              <>
                <ButtonLink to={paths.editBasket(basket.id)}>{t('widen')}</ButtonLink>
                <ButtonLink to={paths.newNeed()} look="secondary">
                  {t('stateNeeds')}
                </ButtonLink>
              </>
            }
          >
            {t('nothingText')}
          </EmptyState>
        )}
        <section aria-labelledby="result-title" className="flex flex-col gap-4">
          <h2 id="result-title">{t('result')}</h2>
          <CoverTable lines={lines} terms={basket} csvHref={paths.basketLinesCsv(basket.id)} />
          <Pagination
            page={page}
            pages={pages}
            hrefOf={(number) => paths.basket(basket.id, number > 1 ? `?page=${number}` : '')}
          />
          <p className="text-muted" data-screen-only>
            {t('print')}
          </p>
        </section>
        {lots.length > 0 && <LotsTable lots={lots} today={today} csvHref={paths.basketLotsCsv(basket.id)} />}
        <ManageBasket basketId={basket.id} copyId={copyId} />
      </div>
    </>
  )
}
