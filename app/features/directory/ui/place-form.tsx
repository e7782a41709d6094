import {
  getFormProps,
  getInputProps,
  getSelectProps,
  getTextareaProps,
  useForm,
  type SubmissionResult,
} from '@conform-to/react'
import { Form } from '@remix-run/react'
import { MATERIAL_TYPES } from '~/core/material-types'
import { PLACE_KINDS, PLACE_SERVICES } from '~/core/place-terms'
import { PositionFields } from '~/features/sites/ui/position-fields'
import type { PlanCommune } from '~/features/sites/ui/position-plan'
import { directory } from '~/messages/directory'
import { directoryForm } from '~/messages/directory-form'
import { materials as materialTexts } from '~/messages/materials'
import { Button } from '~/ui/button'
import { ChoiceChips } from '~/ui/choices'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { Select, Textarea, TextInput } from '~/ui/inputs'
import { PlaceContactFields } from './place-contact-fields'
import type { PlaceValues } from './place-values'

/** The form of an entry: what it is, where, what it does and how it is reached. */
export function PlaceForm({
  id,
  communes,
  defaultValue,
  submit,
  reply,
}: {
  /** The client-made id of a new entry. */
  id?: string
  communes: readonly (PlanCommune & { label: string })[]
  defaultValue?: Partial<PlaceValues>
  submit: string
  reply: SubmissionResult<string[]> | undefined
}) {
  const t = useT(directory)
  const tForm = useT(directoryForm)
  const tMaterial = useT(materialTexts)
  const [form, fields] = useForm<PlaceValues>({ id: 'place', lastResult: reply, defaultValue })
  const { kind, name, communeCode, address, lat, lon, services, materials } = fields
  const { hours, conditions, website, phone, email, siret } = fields
  const what = [form, kind, name, communeCode, address, lat, lon, services, materials]
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col gap-6">
      <ErrorSummary errors={summaryOf([...what, hours, conditions, website, phone, email, siret])} />
      {id && <input type="hidden" name="id" value={id} />}
      <Select
        {...getSelectProps(kind)}
        key={kind.key}
        label={tForm('kind')}
        error={kind.errors}
        options={PLACE_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <TextInput
        {...getInputProps(name, { type: 'text' })}
        key={name.key}
        label={tForm('name')}
        error={name.errors}
      />
      <ChoiceChips
        id={services.id}
        name={services.name}
        label={tForm('services')}
        error={services.errors}
        multiple
        defaultValue={chosenOf(services.initialValue)}
        choices={PLACE_SERVICES.map((value) => ({ value, label: t(`service.${value}`) }))}
      />
      <ChoiceChips
        id={materials.id}
        name={materials.name}
        label={tForm('materials')}
        hint={tForm('materialsHint')}
        error={materials.errors}
        optional
        multiple
        defaultValue={chosenOf(materials.initialValue)}
        choices={MATERIAL_TYPES.map((value) => ({ value, label: tMaterial(`type.${value}.short`) }))}
      />
      <Select
        {...getSelectProps(communeCode)}
        key={communeCode.key}
        label={tForm('commune')}
        error={communeCode.errors}
        options={communes.map(({ code, label }) => ({ value: code, label }))}
      />
      <TextInput
        {...getInputProps(address, { type: 'text' })}
        key={address.key}
        label={tForm('address')}
        hint={tForm('addressHint')}
        error={address.errors}
        optional
      />
      <PositionFields
        lat={lat}
        lon={lon}
        isRight={fields.positionIsRight}
        communeCode={communeCode.value}
        communes={communes}
        address={address.value}
      />
      {([hours, conditions] as const).map((field, index) => {
        const part = index === 0 ? 'hours' : 'conditions'
        return (
          <Textarea
            {...getTextareaProps(field)}
            key={part}
            label={tForm(part)}
            hint={tForm(`${part}Hint`)}
            error={field.errors}
            optional
            rows={2}
          />
        )
      })}
      <PlaceContactFields fields={fields} />
      <Button wide main className="lg:self-start">
        {submit}
      </Button>
    </Form>
  )
}

/** Boxes that were ticked; conform gives a single one as text. */
function chosenOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.filter((one): one is string => typeof one === 'string')
  return typeof value === 'string' && value !== '' ? [value] : []
}
