import { useNavigate } from '@remix-run/react'
import { useRef, useState, type FormEvent } from 'react'
import { nowMs } from '~/core/clock'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { parseMilli, typedMilli } from '~/core/units'
import { fieldWork } from '~/messages/field-work'
import { Button, ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { useFormat, useT } from '~/ui/i18n'
import { NumberInput, TextInput } from '~/ui/inputs'
import { FactList } from '~/ui/tag-card'
import { checkHandover, type HandoverAnswers, type HandoverFaults } from '../model/check-handover'
import type { FieldFacts, FieldReservation } from '../model/field-facts'
import { ScreenHeader } from './screen-header'
import { openFieldStore } from './store/field-store'
import { flushOutbox } from './store/outbox-runner'
import { useFieldSnapshot } from './store/use-field-store'

/** Counting what leaves and signing its mass, without a network if need be. */
export function CheckScreen({ reservationId }: { reservationId: string }) {
  const t = useT(fieldWork)
  const { facts, handovers } = useFieldSnapshot()
  const reservation = facts?.reservations.find(({ id }) => id === reservationId)
  const signed = handovers.find((entry) => entry.reservationId === reservationId)
  const isOpen = !signed || signed.cause === 'refused'
  return (
    <>
      <ScreenHeader title={t('check.title')} lead={t('check.lead')} back={paths.field('?ecran=remises')} />
      {facts && reservation && isOpen ? (
        <CheckForm key={reservationId} reservation={reservation} who={facts.who} />
      ) : (
        <EmptyState
          title={t(signed && !isOpen ? 'check.queued' : 'check.gone')}
          actions={<ButtonLink to={paths.field('?ecran=remises')}>{t('handovers.title')}</ButtonLink>}
        >
          {t(signed && !isOpen ? 'check.queuedText' : 'check.goneText')}
        </EmptyState>
      )}
    </>
  )
}

function CheckForm({ reservation, who }: { reservation: FieldReservation; who: FieldFacts['who'] }) {
  const t = useT(fieldWork)
  const format = useFormat()
  const navigate = useNavigate()
  const form = useRef<HTMLFormElement>(null)
  const proposedG = reservation.ownMassG ?? reservation.otherMassG ?? reservation.expectedMassG
  const [answers, setAnswers] = useState<HandoverAnswers>({
    counted: '',
    difference: '',
    massKg: proposedG === null ? '' : typedMilli(proposedG),
    signedName: who.name,
  })
  const [faults, setFaults] = useState<HandoverFaults>({})
  const set = (name: keyof HandoverAnswers) => (event: { currentTarget: { value: string } }) =>
    setAnswers({ ...answers, [name]: event.currentTarget.value })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const found = checkHandover(answers, reservation)
    setFaults(found)
    const [first] = Object.keys(found)
    if (first) return form.current?.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus()
    if (await queueHandover(reservation, answers, who)) void navigate(paths.field('?ecran=remises'))
  }
  const fault = (name: keyof HandoverAnswers) => {
    const code = faults[name]
    return code ? t(`check.fault.${code}`) : null
  }
  const counted = parseMilli(answers.counted)
  const isDifferent = counted !== null && counted !== reservation.quantityMilli
  return (
    <form ref={form} noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-5">
      <CheckFacts reservation={reservation} />
      <NumberInput
        name="counted"
        label={t('check.counted')}
        error={fault('counted')}
        suffix={format.unit(reservation.unit)}
        value={answers.counted}
        onChange={set('counted')}
      />
      <Button
        type="button"
        look="secondary"
        onClick={() => setAnswers({ ...answers, counted: typedMilli(reservation.quantityMilli) })}
      >
        {t('check.same', { quantity: format.quantity(reservation.quantityMilli, reservation.unit) })}
      </Button>
      {isDifferent && (
        <TextInput
          name="difference"
          label={t('check.difference')}
          hint={t('check.differenceHint')}
          error={fault('difference')}
          maxLength={500}
          value={answers.difference}
          onChange={set('difference')}
        />
      )}
      <NumberInput
        name="massKg"
        label={t('check.mass')}
        hint={t(
          reservation.otherMassG !== null
            ? 'check.massHintOther'
            : proposedG === null
              ? 'check.massHintNone'
              : 'check.massHint',
        )}
        error={fault('massKg')}
        suffix="kg"
        value={answers.massKg}
        onChange={set('massKg')}
      />
      <TextInput
        name="signedName"
        label={t('check.name')}
        hint={t('check.nameHint')}
        error={fault('signedName')}
        autoComplete="name"
        maxLength={120}
        value={answers.signedName}
        onChange={set('signedName')}
      />
      <Button wide>{t('check.submit')}</Button>
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

/** Keeps the signed handover to be sent; an earlier one that was refused gives way to it. */
async function queueHandover(
  reservation: FieldReservation,
  answers: HandoverAnswers,
  who: FieldFacts['who'],
): Promise<boolean> {
  const store = openFieldStore()
  const refused = store.snapshot().handovers.filter((entry) => entry.reservationId === reservation.id)
  for (const { id } of refused) await store.remove('handovers', id)
  const atMs = nowMs()
  const isKept = await store.add('handovers', {
    ...answers,
    id: newId(),
    ownerUserId: who.userId,
    ownerName: who.name,
    reservationId: reservation.id,
    label: `${reservation.lotReference} ${reservation.lotTitle}`,
    countedAtMs: atMs,
    state: 'ready',
    cause: null,
    faults: {},
    attempts: 0,
    retryAtMs: 0,
    readyAtMs: atMs,
  })
  void flushOutbox(store)
  return isKept
}
