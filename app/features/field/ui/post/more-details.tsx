import type { SyntheticEvent } from 'react'
import { PACKAGINGS, VEHICLES } from '~/core/lot-terms'
import { textOf } from '~/features/lots/model/posting-answers'
import { fieldPost } from '~/messages/field-post'
import { lotTerms } from '~/messages/lot-terms'
import { posting } from '~/messages/posting'
import { postingTerms } from '~/messages/posting-terms'
import { AttributeFields } from '~/ui/attributes/attribute-fields'
import { useT } from '~/ui/i18n'
import { ChevronDownIcon } from '~/ui/icons'
import { MoneyInput, NumberInput, Select, Textarea, TextInput } from '~/ui/inputs'
import { materialOf } from '../../model/post/answering'
import type { AnswerProps } from './answer-props'
import { DictationButton } from './dictation-button'

type Faults = Readonly<Record<string, readonly string[]>>
type DetailProps = Omit<AnswerProps, 'error'> & { faults: Faults }

const NAMES = ['title', 'description', 'massKg', 'unitPrice', 'packaging', 'vehicle', 'access'] as const

/** What is never required, closed until somebody wants it or the server finds fault with it. */
export function MoreDetails(props: DetailProps) {
  const t = useT(fieldPost)
  const { faults } = props
  const isFaulty = Object.keys(faults).some(
    (name) => (NAMES as readonly string[]).includes(name) || name.startsWith('attributes.'),
  )
  return (
    <details open={isFaulty || undefined} className="group border-t-4 border-edge">
      <summary className="flex min-h-16 cursor-pointer flex-col justify-center gap-1 py-3">
        <span className="flex items-center gap-3">
          <ChevronDownIcon className="flex-none group-open:rotate-180" />
          <span className="font-display text-xl font-bold">{t('more.title')}</span>
        </span>
        <span className="font-normal text-muted">{t('more.text')}</span>
      </summary>
      <div className="flex flex-col gap-5 pt-2 pb-5">
        <Words {...props} />
        <Sheet {...props} />
        <Terms {...props} />
      </div>
    </details>
  )
}

function Words({ id, answering: { answers }, faults, onAnswer }: DetailProps) {
  const t = useT(posting)
  return (
    <>
      <TextInput
        id={`${id}-title`}
        label={t('titleField')}
        hint={t('titleHint')}
        optional
        maxLength={120}
        error={faults.title}
        value={rawText(answers.title)}
        onChange={({ currentTarget }) => onAnswer({ title: currentTarget.value })}
      />
      <Textarea
        id={`${id}-description`}
        label={t('description')}
        hint={t('descriptionHint')}
        optional
        maxLength={2000}
        error={faults.description}
        value={rawText(answers.description)}
        onChange={({ currentTarget }) => onAnswer({ description: currentTarget.value })}
      />
      <DictationButton
        onText={(said) => onAnswer({ description: withSaid(rawText(answers.description), said) })}
      />
    </>
  )
}

/** The sheet of the material. Its fields keep their own text; what bubbles up is the answer. */
function Sheet({ id, answering, faults, onAnswer }: DetailProps) {
  const t = useT(fieldPost)
  const material = materialOf(answering)
  if (!material) return null
  const initial = Object.fromEntries(
    Object.keys(answering.answers)
      .filter((name) => name.startsWith(ATTRIBUTE))
      .map((name) => [name.slice(ATTRIBUTE.length), textOf(answering.answers, name)]),
  )
  const errors = Object.fromEntries(
    Object.entries(faults)
      .filter(([name]) => name.startsWith(ATTRIBUTE))
      .map(([name, sentences]) => [name.slice(ATTRIBUTE.length), sentences]),
  )
  const keep = ({ target }: SyntheticEvent) => {
    const isField = target instanceof HTMLInputElement || target instanceof HTMLSelectElement
    if (!isField || !target.name.startsWith(ATTRIBUTE)) return
    const isOff = target.type === 'checkbox' && target instanceof HTMLInputElement && !target.checked
    onAnswer({ [target.name]: isOff ? '' : target.value })
  }
  return (
    <fieldset onChange={keep} className="min-w-0">
      <legend className="mb-3 text-lg font-bold">{t('more.dimensions')}</legend>
      <AttributeFields id={`${id}-sheet`} material={material} initial={initial} errors={errors} />
    </fieldset>
  )
}
const ATTRIBUTE = 'attributes.'

function Terms({ id, answering: { answers }, faults, onAnswer }: DetailProps) {
  const t = useT(fieldPost)
  const tPosting = useT(posting)
  const tTerms = useT(postingTerms)
  const tName = useT(lotTerms)
  return (
    <>
      <NumberInput
        id={`${id}-massKg`}
        label={tPosting('mass')}
        hint={tPosting('massHint')}
        optional
        suffix="kg"
        error={faults.massKg}
        value={rawText(answers.massKg)}
        onChange={({ currentTarget }) => onAnswer({ massKg: currentTarget.value })}
      />
      <MoneyInput
        id={`${id}-unitPrice`}
        label={tPosting('price')}
        hint={tPosting('priceHint')}
        optional
        error={faults.unitPrice}
        value={rawText(answers.unitPrice)}
        onChange={({ currentTarget }) => onAnswer({ unitPrice: currentTarget.value })}
      />
      <Select
        id={`${id}-packaging`}
        label={t('more.packaging')}
        optional
        error={faults.packaging}
        value={textOf(answers, 'packaging')}
        onChange={({ currentTarget }) => onAnswer({ packaging: currentTarget.value })}
        options={PACKAGINGS.map((value) => ({ value, label: tName(`packaging.${value}`) }))}
      />
      <Select
        id={`${id}-vehicle`}
        label={tTerms('vehicle')}
        optional
        error={faults.vehicle}
        value={textOf(answers, 'vehicle')}
        onChange={({ currentTarget }) => onAnswer({ vehicle: currentTarget.value })}
        options={VEHICLES.map((value) => ({ value, label: tName(`vehicle.${value}`) }))}
      />
      <TextInput
        id={`${id}-access`}
        label={tTerms('access')}
        hint={tTerms('accessHint')}
        optional
        maxLength={500}
        error={faults.access}
        value={rawText(answers.access)}
        onChange={({ currentTarget }) => onAnswer({ access: currentTarget.value })}
      />
    </>
  )
}

/** A text as typed, its last space included, so that words can be typed one after the other. */
function rawText(answer: string | readonly string[] | undefined): string {
  return typeof answer === 'string' ? answer : ''
}

/** What was typed, untouched, and after it what was said. */
function withSaid(typed: string, said: string): string {
  return typed === '' || /\s$/.test(typed) ? typed + said : `${typed} ${said}`
}
