import { Form } from '@remix-run/react'
import { paths } from '~/core/paths'
import { queryOf } from '~/features/administration/model/page-of'
import type { Label } from '~/features/classifier/model/labels'
import type { ExampleState } from '~/features/examples/model/example'
import type { ExampleView } from '~/features/examples/model/example-view'
import { ExampleFacts } from '~/features/examples/ui/example-facts'
import { LabelForm } from '~/features/examples/ui/label-form'
import { photoSourceOf } from '~/features/photos/ui/photo-source'
import { administrationPhotos } from '~/messages/administration-photos'
import { photoLabels } from '~/messages/photo-labels'
import { Badge } from '~/ui/badge'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { ArrowLeftIcon, ArrowRightIcon } from '~/ui/icons'
import { Notice } from '~/ui/notice'
import { Photo } from '~/ui/photo'

type Filter = Readonly<Record<string, string | undefined>>
type Errors = Readonly<Record<string, string[] | null>>

/** The photo to label, what is known of it, and its place in the list. */
export function OnePhoto({
  example,
  place: { rank, total, filter },
  errors,
}: {
  example: ExampleView
  place: { rank: number; total: number; filter: Filter }
  errors: Errors
}) {
  const t = useT(administrationPhotos)
  const hrefOf = (place: number) => paths.photosToLabel(queryOf({ ...filter, rang: String(place) }))
  return (
    <>
      <ErrorSummary errors={(errors[''] ?? []).map((message) => ({ message }))} />
      <div className="grid min-w-0 gap-6 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-3">
          <div className="[&_img]:object-contain">
            <Photo
              key={example.photo.id}
              photo={photoSourceOf(example.photo, t('alt', { rank }))}
              sizes="(min-width: 1024px) 36rem, 100vw"
              priority
            />
          </div>
          <nav aria-label={t('place', { rank, total })} className="flex items-center justify-between gap-2">
            <Step to={rank > 1 ? hrefOf(rank - 1) : null} way="previous" />
            <p className="tabular-nums">{t('place', { rank, total })}</p>
            <Step to={rank < total ? hrefOf(rank + 1) : null} way="next" />
          </nav>
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          {example.isDisputed && (
            <p>
              <Badge tone="warning">{t('disputed')}</Badge>
            </p>
          )}
          <LabelForm example={example} errors={errors.label ?? undefined} />
          <ExampleFacts example={example} />
        </div>
      </div>
    </>
  )
}

function Step({ to, way }: { to: string | null; way: 'previous' | 'next' }) {
  const t = useT(administrationPhotos)
  const Icon = way === 'previous' ? ArrowLeftIcon : ArrowRightIcon
  if (!to) return <span className="min-w-11" />
  return (
    <ButtonLink
      to={to}
      look="secondary"
      small
      preventScrollReset
      rel={way === 'previous' ? 'prev' : 'next'}
      data-key={way === 'previous' ? 'arrowleft' : 'arrowright'}
      aria-label={t(way)}
    >
      <Icon />
    </ButtonLink>
  )
}

/** What was decided just before, and the way back. */
export function LastDecision({
  last,
  filter,
}: {
  last: { photoId: string; state: ExampleState; label: Label | null }
  filter: Filter
}) {
  const t = useT(administrationPhotos)
  const tLabel = useT(photoLabels)
  const label = last.label ? tLabel(`label.${last.label}`) : ''
  const see = paths.photosToLabel(queryOf({ ...filter, etat: last.state, photo: last.photoId }))
  return (
    <Notice
      tone="success"
      live
      title={last.state === 'accepted' ? t('done.accepted', { label }) : t(`done.${last.state}`)}
      action={
        last.state !== 'waiting' && (
          <Form method="post" preventScrollReset className="flex flex-wrap gap-2">
            <input type="hidden" name="intent" value="undo" />
            <input type="hidden" name="photoId" value={last.photoId} />
            <Button look="secondary" small data-key="z" aria-keyshortcuts="z">
              {t('undo')}
            </Button>
            <ButtonLink to={see} look="quiet" small>
              {t('see')}
            </ButtonLink>
          </Form>
        )
      }
    />
  )
}
