import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { offeredYears } from '~/features/accounting/model/years'
import { BoardPage } from '~/features/board/ui/board-page'
import { aroundOf, boardFor } from '~/http/board.server'
import { publicUrl } from '~/http/lot-page-url.server'
import { localised } from '~/http/page-title'
import { board as boardTexts } from '~/messages/board'
import { communes } from '~/messages/communes'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  { title: `${data?.board.perimeter.name ?? localised({ matches }, communes)('title')} – Gisement` },
]

/** The board of a territory, a département or the Métropole; a commune has its own address. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const slug = params.slug ?? ''
  const own = paths.board(slug)
  if (own !== `/territoires/${slug}`) return redirect(own + new URL(request.url).search, 301)
  const board = await boardFor(request, slug)
  return {
    board,
    around: await aroundOf(board.perimeter),
    years: offeredYears(isoDayOf(nowMs()), board.period.year),
    factorSource: board.factors.source,
    origin: publicUrl(),
    mail: null,
    hasPurchases: false,
    done: null,
  }
}

export default function Territory() {
  const t = useT(boardTexts)
  return (
    <BoardPage
      {...useLoaderData<typeof loader>()}
      next={
        <nav aria-labelledby="next" className="flex flex-col gap-4" data-screen-only>
          <h2 id="next">{t('next.title')}</h2>
          <p className="flex flex-wrap gap-3">
            <ButtonLink to={paths.communes()}>{t('next.communes')}</ButtonLink>
            <ButtonLink to={paths.lots()} look="secondary">
              {t('next.allLots')}
            </ButtonLink>
            <ButtonLink to={paths.newLot()} look="secondary">
              {t('next.publish')}
            </ButtonLink>
          </p>
        </nav>
      }
    />
  )
}
