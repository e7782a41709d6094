import { getFormProps, getTextareaProps, useForm } from '@conform-to/react'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { listEventsOf } from '~/features/administration/queries/timeline.server'
import { EventTimeline } from '~/features/administration/ui/event-timeline'
import { decidePlace } from '~/features/directory/commands/decide-place.server'
import { decisionsFor, placeStateOf, PLACE_DECISIONS } from '~/features/directory/model/place'
import { findPlace } from '~/features/directory/queries.server'
import { decidePlaceSchema } from '~/features/directory/schema'
import { PlaceFacts } from '~/features/directory/ui/place-facts'
import { requireAdministration } from '~/http/administration.server'
import { localised } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { orNotFound } from '~/http/replies.server'
import { directory } from '~/messages/directory'
import { directoryForm } from '~/messages/directory-form'
import { Badge } from '~/ui/badge'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useFormat, useT } from '~/ui/i18n'
import { Textarea } from '~/ui/inputs'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { FactList } from '~/ui/tag-card'

export const meta: MetaFunction<typeof loader> = (args) => [
  { title: `${args.data?.place.name ?? localised(args, directory)('title')} – Gisement` },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireAdministration(request)
  const place = orNotFound(await findPlace(params.id ?? ''))
  const done = new URL(request.url).searchParams.get('fait')
  return {
    place,
    state: placeStateOf(place, isoDayOf(nowMs())),
    decisions: decisionsFor(place.state),
    events: await listEventsOf('place', place.id),
    done: PLACE_DECISIONS.find((known) => known === done) ?? null,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAdministration(request, 'place:manage')
  const { id: placeId } = orNotFound(await findPlace(params.id ?? ''))
  const form = await parseForm(request, decidePlaceSchema)
  if (!form.ok) return form.reply
  const { intent: decision, ...more } = form.value
  const decided = await decidePlace({ actor, placeId, decision, ...more })
  return decided.ok ? redirect(paths.onePlaceToCheck(placeId, decision)) : form.refuse(decided.error)
}

export default function PlaceToCheck() {
  const t = useT(directory)
  const tForm = useT(directoryForm)
  const format = useFormat()
  const { place, state, events, done } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <div className="flex min-w-0 flex-col gap-8">
      <PageHeader
        back={{ to: paths.placesToCheck(), label: t('title') }}
        title={place.name}
        lead={<Badge tone={state === 'publie' ? 'success' : 'warning'}>{t(`stateOf.${state}`)}</Badge>}
        actions={
          <>
            <ButtonLink to={paths.editPlace(place.id)} look="secondary">
              {t('edit')}
            </ButtonLink>
          </>
        }
      />
      {done && !reply && <Notice tone="success" live title={tForm(`admin.done.${done}`)} />}
      <FactList
        facts={[
          { term: tForm('admin.proposedBy'), value: place.proposedByName },
          { term: tForm('admin.proposedOn'), value: format.instant(place.createdAtMs) },
          ...(place.checkedOn ? [{ term: t('checkedOn'), value: format.day(place.checkedOn) }] : []),
          ...(place.reason ? [{ term: tForm('admin.reason'), value: place.reason }] : []),
        ]}
      />
      <PlaceFacts place={place} />
      {place.state === 'published' && (
        <p>
          <Link to={paths.place(place.id)} className="inline-flex min-h-11 items-center">
            {tForm('admin.public')}
          </Link>
        </p>
      )}
      <Decisions />
      <EventTimeline events={events} about={place.id} csvHref={paths.historyCsv('lieu', place.id)} />
    </div>
  )
}

/** What the Métropole decides: with one button, or with the reason that the proposer reads. */
function Decisions() {
  const t = useT(directoryForm)
  const { decisions } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()?.result
  const [form, { reason }] = useForm<{ reason: string }>({ id: 'decision', lastResult: result })
  const plain = decisions.filter((decision) => decision === 'publish' || decision === 'recheck')
  const reasoned = decisions.filter((decision) => decision === 'refuse' || decision === 'withdraw')
  return (
    <section aria-labelledby="decide" className="flex max-w-2xl flex-col gap-4">
      <h2 id="decide" className="text-2xl">
        {t('admin.decide')}
      </h2>
      <p className="text-muted">{t('admin.howTo')}</p>
      <ErrorSummary errors={summaryOf([form, reason])} />
      {plain.map((decision) => (
        <Form key={decision} method="post">
          <Button name="intent" value={decision} wide>
            {t(`admin.${decision}`)}
          </Button>
        </Form>
      ))}
      {reasoned.map((decision) => (
        <Form key={decision} method="post" {...getFormProps(form)} className="flex flex-col gap-4">
          <Textarea
            {...getTextareaProps(reason)}
            key={reason.key}
            label={t('admin.reason')}
            hint={t('admin.reasonHint')}
            error={reason.errors}
            rows={3}
            maxLength={500}
          />
          <div>
            <Button look="danger" name="intent" value={decision} wide>
              {t(`admin.${decision}`)}
            </Button>
          </div>
        </Form>
      ))}
    </section>
  )
}
