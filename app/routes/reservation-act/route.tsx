import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { readActLink } from '~/features/reservations/act-links.server'
import { actByLink } from '~/features/reservations/commands/act-by-link.server'
import { findActLinkState } from '~/features/reservations/queries/act-links.server'
import { actByLinkSchema } from '~/features/reservations/schema'
import { AnswerForm, type FormResult } from '~/features/reservations/ui/decision-forms'
import { useSlotText } from '~/features/reservations/ui/use-slot-text'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { orNotFound } from '~/http/replies.server'
import { LINK_STATUS } from '~/http/status'
import { actLinks } from '~/messages/act-links'
import { reservations } from '~/messages/reservations'
import { Button, ButtonLink } from '~/ui/button'
import { useFormat, useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = (args) => [
  ...(pageTitle(reservations, 'one')(args) ?? []),
  { name: 'robots', content: 'noindex' },
]

/** The page names two organisations: no copy of it is kept on the way. */
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'private, no-store' })

// A refusal means that the reservation has moved on: show where to.
export const shouldRevalidate = () => true

/** Changes nothing: programs that check mails open their links. */
export async function loader({ params }: LoaderFunctionArgs) {
  const link = orNotFound(readActLink(params.token ?? ''))
  const state = orNotFound(await findActLinkState(link))
  const { id, lotTitle: lot, quantityMilli, lotUnit, giverName, takerName, status } = state.view
  const facts = { id, lot, quantityMilli, lotUnit, giver: giverName, taker: takerName, status }
  const isGone = state.kind === 'moved' || state.kind === 'expired'
  const used = state.kind === 'used' ? { who: state.who, atMs: state.atMs } : null
  return data(
    { kind: state.kind, used, facts, act: link.act, slot: link.slot },
    { status: isGone ? LINK_STATUS.spent : 200 },
  )
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = params.token ?? ''
  const link = orNotFound(readActLink(token))
  const form = await parseForm(request, actByLinkSchema)
  if (!form.ok) return form.reply
  if (form.value.intent !== link.act) return form.refuse({ code: 'invalid' })
  const { criterion, reason } = form.value
  const acted = await actByLink({ token, criterion, reason })
  if (!acted.ok) return form.refuse(acted.error)
  return redirect(paths.reservationAct(token))
}

export default function ReservationAct() {
  const t = useT(actLinks)
  const { kind, act, ...shown } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const slotText = useSlotText()
  const named = useNamed(shown.facts)
  if (kind !== 'open') return <NotOpen />
  const lead =
    act === 'confirm-slot' || act === 'choose-slot'
      ? t('lead.slot', { ...named, slot: shown.slot ? slotText(shown.slot) : '' })
      : t('lead.answer', named)
  return (
    <div className="flex max-w-2xl flex-col gap-6">
      <PageHeader title={t(`title.${act}`)} lead={lead} />
      {act === 'confirm-slot' || act === 'choose-slot' ? (
        <ConfirmSlot act={act} lastResult={reply?.result} />
      ) : (
        <AnswerForm intent={act} lastResult={reply?.result} />
      )}
      <Onward id={shown.facts.id} />
    </div>
  )
}

function ConfirmSlot({ act, lastResult }: { act: 'confirm-slot' | 'choose-slot'; lastResult: FormResult }) {
  const t = useT(actLinks)
  return (
    <Form method="post" className="flex flex-col gap-3">
      {lastResult?.error && <Notice tone="danger" live title={lastResult.error['']?.[0]} />}
      <input type="hidden" name="intent" value={act} />
      <div>
        <Button wide>{t(`confirm.${act}`)}</Button>
      </div>
    </Form>
  )
}

/** What a link that no longer serves says: what it did, or what became of the reservation. */
function NotOpen() {
  const t = useT(actLinks)
  const tStatus = useT(reservations)
  const format = useFormat()
  const { kind, act, used, facts } = useLoaderData<typeof loader>()
  const named = useNamed(facts)
  return (
    <div className="flex max-w-2xl flex-col gap-6">
      {used ? (
        <>
          <PageHeader title={t('used.title')} lead={t(`used.${act}`, named)} />
          <p className="text-muted">{t('used.by', { who: used.who, at: format.instant(used.atMs) })}</p>
        </>
      ) : kind === 'moved' ? (
        <PageHeader
          title={t('moved.title')}
          lead={t('moved.text', { ...named, status: tStatus(`status.${facts.status}`) })}
        />
      ) : (
        <PageHeader title={t('expired.title')} lead={t('expired.text')} />
      )}
      <Onward id={facts.id} />
    </div>
  )
}

function Onward({ id }: { id: string }) {
  const t = useT(actLinks)
  return (
    <p className="flex flex-wrap gap-3">
      <ButtonLink to={paths.reservation(id)} look="secondary" wide>
        {t('open')}
      </ButtonLink>
      <ButtonLink to={paths.home()} look="secondary" wide>
        {t('home')}
      </ButtonLink>
    </p>
  )
}

function useNamed(facts: ReturnType<typeof useLoaderData<typeof loader>>['facts']) {
  const format = useFormat()
  const { lot, giver, taker } = facts
  return { lot, giver, taker, quantity: format.quantity(facts.quantityMilli, facts.lotUnit) }
}
