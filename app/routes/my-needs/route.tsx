import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { changeNeedStatus } from '~/features/needs/commands/change-need-status.server'
import {
  askedNeedShelf,
  NEED_SHELVES,
  needShelfOf,
  type NeedShelf,
} from '~/features/needs/model/need-shelves'
import { listedNeedStatusSchema } from '~/features/needs/schema'
import { requireActor } from '~/http/actor.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { baskets } from '~/messages/baskets'
import { myNeeds } from '~/messages/my-needs'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { useT } from '~/ui/i18n'
import { PlusIcon } from '~/ui/icons'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { listedNeedsOf } from '~/http/listed-needs.server'
import { NeedTable } from './need-table'

export const meta: MetaFunction = pageTitle(myNeeds, 'title')

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'need:manage')
  const search = new URL(request.url).searchParams
  const shelf = askedNeedShelf(search.get('etat'))
  const needs = await listedNeedsOf(actor.organisationId)
  const onShelf = (one: NeedShelf) => needs.filter(({ state }) => needShelfOf(state) === one)
  return {
    shelf,
    today: isoDayOf(nowMs()),
    counts: NEED_SHELVES.map((one) => ({ shelf: one, count: onShelf(one).length })),
    needs: onShelf(shelf),
    isDone: search.get('fait') === 'change',
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'need:manage')
  const form = await parseForm(request, listedNeedStatusSchema)
  if (!form.ok) return form.reply
  const changed = await changeNeedStatus({ actor, ...form.value })
  if (!changed.ok) return form.refuse(changed.error)
  return redirect(paths.myNeeds(askedNeedShelf(new URL(request.url).searchParams.get('etat')), 'change'))
}

export default function MyNeeds() {
  const t = useT(myNeeds)
  const tBaskets = useT(baskets)
  const { shelf, today, counts, needs, isDone } = useLoaderData<typeof loader>()
  const faults = Object.values(useActionData<typeof action>()?.result.error ?? {}).flatMap((one) => one ?? [])
  const stateLink = (
    <ButtonLink to={paths.newNeed()} wide>
      <PlusIcon />
      {t('state')}
    </ButtonLink>
  )
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            {needs.length > 0 && stateLink}
            <ButtonLink to={paths.baskets()} look="secondary" wide>
              {tBaskets('title')}
            </ButtonLink>
          </>
        }
      />
      {faults[0] && <Notice tone="danger" live title={faults[0]} />}
      {isDone && faults.length === 0 && <Notice tone="success" live title={t('done')} />}
      <nav aria-label={t('filters')}>
        <ul className="flex flex-wrap gap-2">
          {counts.map(({ shelf: one, count }) => (
            <li key={one}>
              <Link
                to={paths.myNeeds(one)}
                className="chip"
                aria-current={one === shelf ? 'page' : undefined}
              >
                {t(`shelf.${one}`, { count })}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {needs.length === 0 ? (
        <EmptyState title={t('none')} actions={stateLink}>
          {t('noneText')}
        </EmptyState>
      ) : (
        <NeedTable needs={needs} today={today} csvHref={paths.myNeedsCsv(shelf)} />
      )}
    </div>
  )
}
