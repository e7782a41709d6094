import { useNavigate } from '@remix-run/react'
import { useRef, useState, type FormEvent } from 'react'
import { paths } from '~/core/paths'
import { typedMilli } from '~/core/units'
import { fieldCheck } from '~/messages/field-check'
import { fieldWork } from '~/messages/field-work'
import { Button, ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { useFormat, useT } from '~/ui/i18n'
import { FactList } from '~/ui/tag-card'
import { checkHandover, type HandoverFaults } from '../model/check-handover'
import type { FieldFacts, FieldReservation } from '../model/field-facts'
import { answersOf, blankAnswers, type FieldHandover, type HandoverAnswers } from '../model/field-handover'
import { isForAPerson } from '../model/outbox'
import { CheckCount } from './check/check-count'
import { CheckItems } from './check/check-items'
import { CheckMass } from './check/check-mass'
import { CheckSignatures } from './check/check-signatures'
import { CheckSorting } from './check/check-sorting'
import { Faults } from './drafts-screen'
import { ScreenHeader } from './screen-header'
import { openFieldStore } from './store/field-store'
import { keepHandover } from './store/handover-acts'
import { flushOutbox } from './store/outbox-runner'
import { useFieldSnapshot } from './store/use-field-store'

/** Counting what leaves, weighing it and signing its mass for one side or both, without a network if need be. */
export function CheckScreen({ reservationId }: { reservationId: string }) {
  const t = useT(fieldWork)
  const { facts, handovers } = useFieldSnapshot()
  const reservation = facts?.reservations.find(({ id }) => id === reservationId)
  const kept = handovers.find(
    (entry) => entry.reservationId === reservationId && entry.ownerUserId === facts?.who.userId,
  )
  const isOpen = !kept || kept.state === 'writing' || isForAPerson(kept)
  return (
    <>
      <ScreenHeader title={t('check.title')} lead={t('check.lead')} back={paths.field('?ecran=remises')} />
      {facts && reservation && isOpen ? (
        <CheckForm key={reservationId} reservation={reservation} facts={facts} kept={kept ?? null} />
      ) : (
        <EmptyState
          title={t(kept && !isOpen ? 'check.queued' : 'check.gone')}
          actions={<ButtonLink to={paths.field('?ecran=remises')}>{t('handovers.title')}</ButtonLink>}
        >
          {t(kept && !isOpen ? 'check.queuedText' : 'check.goneText')}
        </EmptyState>
      )}
    </>
  )
}

/** What the form begins with: what was answered before on this device, else what is known already. */
function firstAnswers(
  { ownMassG, otherMassG, expectedMassG, side }: FieldReservation,
  { name, organisationName }: FieldFacts['who'],
  kept: FieldHandover | null,
): HandoverAnswers {
  const proposedG = ownMassG ?? otherMassG ?? expectedMassG
  const massKg = proposedG === null ? '' : typedMilli(proposedG)
  const operator = side === 'giver' ? organisationName : ''
  return kept ? answersOf(kept) : blankAnswers({ massKg, signedName: name, operator })
}

function CheckForm({
  reservation,
  facts,
  kept,
}: {
  reservation: FieldReservation
  facts: FieldFacts
  kept: FieldHandover | null
}) {
  const t = useT(fieldWork)
  const tCheck = useT(fieldCheck)
  const navigate = useNavigate()
  const form = useRef<HTMLFormElement>(null)
  const { who } = facts
  const [answers, setAnswers] = useState(() => firstAnswers(reservation, who, kept))
  const [faults, setFaults] = useState<HandoverFaults>({})
  const onAnswer = (change: Partial<HandoverAnswers>) => {
    const changed = { ...answers, ...change }
    setAnswers(changed)
    void keepHandover(openFieldStore(), { reservation, who, answers: changed }, 'writing')
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const found = checkHandover(answers, reservation)
    setFaults(found)
    const [first] = Object.keys(found)
    if (first) return form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus()
    const store = openFieldStore()
    if (!(await keepHandover(store, { reservation, who, answers }, 'ready'))) return
    void flushOutbox(store)
    void navigate(paths.field('?ecran=remises'))
  }
  const faultOf = (name: keyof HandoverAnswers) => {
    const code = faults[name]
    return code ? t(`check.fault.${code}`) : null
  }
  const pieces = facts.labels.flatMap((label) =>
    label.lotId === reservation.lotId && label.item !== null ? [{ ...label, item: label.item }] : [],
  )
  const part = { reservation, answers, faultOf, onAnswer }
  return (
    <form ref={form} noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-5">
      <CheckFacts reservation={reservation} />
      {kept && <Faults faults={kept.faults} />}
      <CheckItems {...part} pieces={pieces} />
      <CheckCount {...part} />
      <CheckMass {...part} />
      <CheckSorting {...part} />
      <CheckSignatures {...part} />
      <Button wide>{t('check.submit')}</Button>
      <p className="text-muted">{tCheck('saved')}</p>
    </form>
  )
}

function CheckFacts({ reservation }: { reservation: FieldReservation }) {
  const t = useT(fieldWork)
  const format = useFormat()
  const { contactName, contactPhone, siteName, address, quantityMilli, unit } = reservation
  const contact = [contactName, contactPhone].filter(Boolean).join(', ')
  return (
    <div className="rounded-md border-2 border-edge bg-card p-4">
      <p className="reference text-2xl">{reservation.lotReference}</p>
      <p className="mb-3 font-semibold">{reservation.lotTitle}</p>
      <FactList
        facts={[
          { term: t('check.reserved'), value: format.quantity(quantityMilli, unit) },
          { term: t('handovers.with', { name: '' }).trim(), value: reservation.otherName },
          { term: t('check.place'), value: [siteName, address].filter(Boolean).join(', ') },
          ...(contact ? [{ term: t('check.contact'), value: contact }] : []),
        ]}
      />
    </div>
  )
}
