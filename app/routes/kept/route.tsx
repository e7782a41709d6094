import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { MOST_ON_DEVICE } from '~/features/keep/model/shelf'
import { listPhotosOfLots } from '~/features/photos/queries.server'
import { optionalActor } from '~/http/actor.server'
import { keptLotsOf, seenLotsOf } from '~/http/kept-list.server'
import { shelfOf } from '~/http/kept-lots.server'
import { pageTitle } from '~/http/page-title'
import { keep } from '~/messages/keep'
import { Button, ButtonLink } from '~/ui/button'
import { CsvLink } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { changeKept } from './change-kept.server'
import { KeptCards } from './kept-cards'
import { SeenLots } from './seen-lots'

export const meta: MetaFunction = pageTitle(keep, 'title')

/** What the address says was just done: `?fait=ranges`. */
const DONE = { ranges: 'tidied', ajoutes: 'adopted', retenir: 'started', efface: 'stopped' } as const

export async function loader({ request }: LoaderFunctionArgs) {
  const [actor, { kept, hiddenIds }, seen, shelf] = await Promise.all([
    optionalActor(request),
    keptLotsOf(request),
    seenLotsOf(request),
    shelfOf(request),
  ])
  const photos = await listPhotosOfLots(kept.map(({ lot }) => lot.id))
  const asked = new URL(request.url).searchParams.get('fait') ?? ''
  return {
    kept: kept.map(({ lot, state }) => ({ lot, state, photo: photos.get(lot.id)?.[0] ?? null })),
    hidden: hiddenIds.length,
    gone: kept.filter(({ state }) => state !== 'open').length,
    seen: seen && seen.map(({ id, title, reference }) => ({ id, title, reference })),
    hasAccount: actor !== null,
    toAdopt: actor ? shelf.kept.length : 0,
    today: isoDayOf(nowMs()),
    done: Object.hasOwn(DONE, asked) ? DONE[asked as keyof typeof DONE] : null,
  }
}

export function action({ request }: ActionFunctionArgs) {
  return changeKept(request)
}

export default function Kept() {
  const t = useT(keep)
  const { kept, hidden, seen, hasAccount, today, done } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()?.result.error?.['']?.[0]
  return (
    <div className="flex min-w-0 flex-col gap-8">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <ButtonLink to={paths.lots()} look="secondary">
            {t('search')}
          </ButtonLink>
        }
      />
      {refusal && <Notice tone="danger" live title={refusal} />}
      {done && <Notice tone="success" live title={t(`done.${done}`)} />}
      <Adopt />
      <Gone />
      <section aria-labelledby="kept" className="flex min-w-0 flex-col gap-5">
        <h2 id="kept">
          {kept.length + hidden === 0 ? t('none') : t('count', { count: kept.length + hidden })}
        </h2>
        <p className="prose-width text-muted">
          {hasAccount ? t('inAccount') : t('onDevice', { most: MOST_ON_DEVICE })}
        </p>
        {kept.length === 0 ? (
          <EmptyState
            level="h3"
            title={t('none')}
            actions={
              <>
                <ButtonLink to={paths.lots()}>{t('search')}</ButtonLink>
                {!hasAccount && (
                  <ButtonLink to={paths.signIn(paths.kept())} look="secondary">
                    {t('signIn')}
                  </ButtonLink>
                )}
              </>
            }
          >
            {t('noneText')}
          </EmptyState>
        ) : (
          <>
            <KeptCards kept={kept} today={today} />
            <CsvLink href={paths.keptCsv()} />
          </>
        )}
      </section>
      <SeenLots seen={seen} />
    </div>
  )
}

/** Lots that are no longer offered, and the way to let them go. */
function Gone() {
  const t = useT(keep)
  const { gone, hidden } = useLoaderData<typeof loader>()
  if (gone + hidden === 0) return null
  return (
    <Notice
      tone="warning"
      title={gone > 0 ? t('gone.title', { count: gone }) : t('gone.hidden', { count: hidden })}
      action={
        <Form method="post">
          <input type="hidden" name="intent" value="tidy" />
          <Button look="secondary">{t('gone.tidy')}</Button>
        </Form>
      }
    >
      {gone > 0 && <p>{t('gone.text')}</p>}
      {gone > 0 && hidden > 0 && <p>{t('gone.hidden', { count: hidden })}</p>}
    </Notice>
  )
}

function Adopt() {
  const t = useT(keep)
  const { toAdopt } = useLoaderData<typeof loader>()
  if (toAdopt === 0) return null
  return (
    <Notice
      title={t('adopt.title', { count: toAdopt })}
      action={
        <Form method="post">
          <input type="hidden" name="intent" value="adopt" />
          <Button look="secondary">{t('adopt.submit')}</Button>
        </Form>
      }
    />
  )
}
