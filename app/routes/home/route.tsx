import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { MATERIAL_TYPES } from '~/core/material-types'
import { paths } from '~/core/paths'
import { calendarYear } from '~/core/period'
import { countCommunesHandingOver } from '~/features/accounting/queries.server'
import { readPublicTotals } from '~/features/accounting/territory.server'
import { countOpenLotsByMaterial, searchLots } from '~/features/lots/queries.server'
import { LotTag } from '~/features/lots/ui/lot-tag'
import { listPhotosOfLots } from '~/features/photos/queries.server'
import { optionalActor } from '~/http/actor.server'
import { lotViewerOf } from '~/http/lot-viewer.server'
import { localised } from '~/http/page-title'
import { home } from '~/messages/home'
import { materials } from '~/messages/materials'
import { NextAct } from '~/root/act-list'
import { listActs } from '~/root/list-acts.server'
import { TryPhotoPanel } from '~/root/try-photo-panel'
import { Button, ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { TextInput } from '~/ui/inputs'
import { PageHeader } from '~/ui/page-header'
import { HomeFigures } from './home-figures'
import { Ways } from './ways'

export const meta: MetaFunction = (args) => {
  const t = localised(args, home)
  return [{ title: t('documentTitle') }, { name: 'description', content: t('lead') }]
}

const SHOWN_LOTS = 6
const SHOWN_ON_PHONES = 3

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await optionalActor(request)
  const viewer = await lotViewerOf(request)
  const today = isoDayOf(nowMs())
  const year = Number(today.slice(0, 4))
  const [acts, counts, latest, totals, communes] = await Promise.all([
    actor ? listActs(actor) : [],
    countOpenLotsByMaterial(viewer),
    searchLots({}, { size: SHOWN_LOTS, number: 1 }, viewer),
    readPublicTotals(calendarYear(year)),
    countCommunesHandingOver(calendarYear(year)),
  ])
  const photos = await listPhotosOfLots(latest.lots.map((lot) => lot.id))
  return {
    today,
    year,
    act: acts[0] ?? null,
    acts: acts.length,
    families: MATERIAL_TYPES.flatMap((material) => {
      const count = counts.get(material) ?? 0
      return count > 0 ? [{ material, count }] : []
    }),
    lots: latest.lots.map((lot) => ({ ...lot, photo: photos.get(lot.id)?.[0] ?? null })),
    figures: { ...totals, lots: latest.total, communes },
  }
}

export default function Home() {
  const t = useT(home)
  const tMaterial = useT(materials)
  const { act, acts, today, year, families, lots, figures } = useLoaderData<typeof loader>()
  return (
    <div className="flex flex-col gap-14">
      {act && <NextAct act={act} total={acts} today={today} to={paths.dashboard()} />}
      <div className="grid items-start gap-10 lg:grid-cols-[3fr_2fr]">
        <div className="flex flex-col gap-8">
          <PageHeader title={t('title')} lead={t('lead')} />
          <Form action={paths.lots()} role="search" className="flex flex-col gap-4">
            <TextInput
              type="search"
              name="q"
              label={t('search.label')}
              hint={t('search.hint')}
              autoComplete="off"
            />
            <Button wide>{t('search.submit')}</Button>
          </Form>
        </div>
        <div className="rounded-lg border-2 border-edge bg-sunken p-5 lg:mt-10 lg:p-8">
          <TryPhotoPanel />
        </div>
      </div>
      <HomeFigures year={year} {...figures} />
      <section aria-labelledby="families" className="flex flex-col gap-4">
        <h2 id="families">{t('families')}</h2>
        <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5">
          {families.map(({ material, count }) => (
            <li key={material}>
              <Link
                to={`${paths.lots()}?materiau=${material}`}
                className="flex h-full min-h-16 flex-col justify-between rounded-md border-2 border-edge bg-card p-3 font-semibold text-ink no-underline hover:underline"
              >
                {tMaterial(`type.${material}.name`)}
                <span className="font-normal text-muted">{t('familyCount', { count })}</span>
              </Link>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="latest" className="flex flex-col gap-5">
        <h2 id="latest">{t('latest')}</h2>
        <ul className="grid gap-6 sm:grid-cols-2 lg:grid-cols-3">
          {lots.map(({ photo, ...lot }, index) => (
            <li key={lot.id} className={index < SHOWN_ON_PHONES ? '' : 'hidden sm:block'}>
              <LotTag lot={lot} photo={photo} today={today} />
            </li>
          ))}
        </ul>
        <div className="flex flex-wrap gap-3">
          <ButtonLink to={paths.lots()} look="secondary">
            {t('latestAll')}
          </ButtonLink>
          <ButtonLink to={paths.stories()} look="secondary">
            {t('stories')}
          </ButtonLink>
        </div>
      </section>
      <Ways />
    </div>
  )
}
