import { useState } from 'react'
import { definitionOf, type AttributeKey } from '~/core/attributes/definitions'
import { sheetOf } from '~/core/attributes/sheets'
import type { MaterialType } from '~/core/material-types'
import { attributes } from '~/messages/attributes'
import type { MessagesOf, Translate } from '~/messages/catalogue'
import { Checkbox } from '../choices'
import { useT } from '../i18n'
import { NumberInput, Select } from '../inputs'

type Errors = Readonly<Partial<Record<string, readonly string[]>>>

/**
 * The attribute sheet of a material, as fields `attributes.<key>`. Follows the material at once and keeps what was
 * typed in a sheet that is left, so that coming back to it loses nothing.
 */
export function AttributeFields({
  id,
  material,
  initial,
  errors = {},
}: {
  /** What the ids of the controls begin with: `<id>-<key>`. */
  id: string
  material: MaterialType
  /** Texts by attribute key. */
  initial: Readonly<Record<string, string>>
  errors?: Errors
}) {
  const [typed, setTyped] = useState(initial)
  return (
    <div className="grid items-end gap-x-4 gap-y-5 sm:grid-cols-2">
      {sheetOf(material).map((key) => (
        <AttributeField
          key={key}
          id={attributeFieldId(id, key)}
          attribute={key}
          text={typed[key] ?? ''}
          error={errors[key]}
          onText={(text) => setTyped((before) => ({ ...before, [key]: text }))}
        />
      ))}
    </div>
  )
}

/** The id of the control of an attribute, for links of an error summary. */
export function attributeFieldId(id: string, key: string): string {
  return `${id}-${key}`
}

function AttributeField({
  id,
  attribute,
  text,
  error,
  onText,
}: {
  id: string
  attribute: AttributeKey
  text: string
  error: readonly string[] | undefined
  onText: (text: string) => void
}) {
  const t = useT(attributes)
  const definition = definitionOf(attribute)
  const shared = { id, name: `attributes.${attribute}`, label: t(`label.${attribute}`), error }
  if (definition.kind === 'flag') {
    return (
      <Checkbox
        {...shared}
        value="on"
        checked={text === 'on'}
        onChange={({ currentTarget }) => onText(currentTarget.checked ? 'on' : '')}
      />
    )
  }
  if (definition.kind === 'number') {
    return (
      <NumberInput
        {...shared}
        suffix={t(`unit.${definition.unit}`)}
        value={text}
        onChange={({ currentTarget }) => onText(currentTarget.value)}
      />
    )
  }
  return (
    <Select
      {...shared}
      placeholder={t('notSaid')}
      value={text}
      onChange={({ currentTarget }) => onText(currentTarget.value)}
      options={definition.choices.map((value) => ({ value, label: choiceName(t, attribute, value) }))}
    />
  )
}

/** The catalogue names every choice of every attribute (its type says so); the union of keys is too wide to narrow. */
function choiceName(t: Translate<MessagesOf<typeof attributes>>, key: AttributeKey, value: string): string {
  return (t as (key: string) => string)(`choice.${key}.${value}`)
}
