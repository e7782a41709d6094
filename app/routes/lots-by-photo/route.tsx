import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import type { DomainError } from '~/core/result'
import { tryPhoto } from '~/features/classifier/commands/try-photo.server'
import { communeLabel } from '~/features/communes/model/commune'
import {
  kilometresFrom,
  MOST_SIMILAR,
  searchByPhoto,
  similarQuery,
} from '~/features/lots/photo-search.server'
import { PhotoSearchForm } from '~/features/lots/ui/photo-search-form'
import { listPhotosOfLots } from '~/features/photos/queries.server'
import { domainMessage } from '~/http/issue-message.server'
import { retryAfter, tryWay } from '~/http/limits.server'
import { localeOf } from '~/http/locale.server'
import { lotViewerOf } from '~/http/lot-viewer.server'
import { pageTitle } from '~/http/page-title'
import { readPhotoForm, type SentFile } from '~/http/read-photo-form.server'
import { orNotFound } from '~/http/replies.server'
import { searchAnswers } from '~/http/search-answers.server'
import { STATUS } from '~/http/status'
import { translator } from '~/messages/catalogue'
import { photoSearch } from '~/messages/photo-search'
import { tidyQuery } from '~/schema/search-fields'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { PhotoResults } from './photo-results'

export const meta: MetaFunction = pageTitle(photoSearch, 'title')

export async function loader({ request }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams
  const tidy = tidyQuery(params)
  if (tidy !== null) return redirect(paths.lotsByPhoto(tidy))
  const { state, lot, found, asked, search, faults, place, dimensions } = orNotFound(
    await searchByPhoto(params, await lotViewerOf(request)),
  )
  const from = lot ? { code: lot.communeCode, name: lot.communeName } : place.centre
  const [photos, km, answers] = await Promise.all([
    listPhotosOfLots(found.map((one) => one.lot.id)),
    kilometresFrom(from?.code),
    searchAnswers(request, [], faults),
  ])
  return {
    state,
    lot: lot && { id: lot.id, title: lot.title, reference: lot.reference },
    lots: found.map((one) => ({
      lot: one.lot,
      photo: photos.get(one.lot.id)?.[0] ?? null,
      km: km.get(one.lot.communeCode) ?? null,
    })),
    isCut: found.length === MOST_SIMILAR,
    from: from?.name ?? null,
    asked,
    search,
    errors: answers.errors,
    communes: place.communes.map(({ code, name, departement }) => ({
      value: code,
      label: communeLabel({ name, department: departement }),
    })),
    dimensions,
    today: isoDayOf(nowMs()),
  }
}

/** Looks at one photo, keeps nothing of it, and leads to the lots like it. */
export async function action({ request, context }: ActionFunctionArgs) {
  const photos: SentFile[] = []
  await readPhotoForm(request, 'photo', (file) => void photos.push(file))
  const t = translator(await localeOf(request), photoSearch)
  const photo = photos[0]
  if (!photo) return data({ message: t('noPhoto') }, { status: STATUS['photo-required'] })
  const allowed = await tryWay('photo', context)
  if (!allowed.ok) return refuse(request, allowed.error)
  const tried = await tryPhoto({ ...photo, visitor: context.clientIp, signal: request.signal })
  if (!tried.ok) return refuse(request, tried.error)
  const query = similarQuery(tried.value)
  return query === null ? refuse(request, { code: 'classifier-off' }) : redirect(paths.lotsByPhoto(query))
}

async function refuse(request: Request, error: DomainError) {
  const locale = await localeOf(request)
  const isOff = error.code === 'classifier-off'
  const message = isOff ? translator(locale, photoSearch)('offText') : domainMessage(locale, error)
  return data({ message }, { status: STATUS[error.code], headers: retryAfter(error) })
}

export default function LotsByPhoto() {
  const t = useT(photoSearch)
  const page = useLoaderData<typeof loader>()
  const { state, lot } = page
  const refused = useActionData<typeof action>()
  const byWords = (
    <ButtonLink to={paths.lots()} look="secondary">
      {t('byWords')}
    </ButtonLink>
  )
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        title={lot ? t('likeLot', { title: lot.title }) : t('title')}
        lead={lot ? t('likeLotLead', { reference: lot.reference }) : t('lead')}
        back={
          lot
            ? { to: paths.lot(lot.id), label: t('backToLot', { reference: lot.reference }) }
            : { to: paths.lots(), label: t('back') }
        }
      />
      {state === 'off' && (
        <Notice tone="warning" title={t('offTitle')} action={byWords}>
          {t('offText')}
        </Notice>
      )}
      {state === 'stale' && !refused && (
        <Notice tone="warning" title={t('staleTitle')}>
          {t('staleText')}
        </Notice>
      )}
      {state === 'found' && !refused && <PhotoResults {...page} />}
      {state !== 'off' && !lot && (
        <PhotoSearchForm error={refused?.message ?? null} isAgain={state === 'found'} />
      )}
    </div>
  )
}
