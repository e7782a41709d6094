import { useState } from 'react'
import { definitionOf, type AttributeKey } from '~/core/attributes/definitions'
import { sheetOf } from '~/core/attributes/sheets'
import type { WantedTexts } from '~/core/attributes/wanted'
import type { MaterialType } from '~/core/material-types'
import { attributes } from '~/messages/attributes'
import { Checkbox, ChoiceChips } from '~/ui/choices'
import { useFormat, useT } from '~/ui/i18n'
import { NumberInput } from '~/ui/inputs'
import { attributeText } from './attribute-text'

type Texts = Readonly<Partial<Record<string, WantedTexts>>>

type NameOf = (key: AttributeKey, part: 'value' | 'tolerance') => string

const formName: NameOf = (key, part) => `attributes.${key}.${part}`

/**
 * What is asked of a material's sheet, as fields `attributes.<key>.value` and `attributes.<key>.tolerance` or as
 * `nameOf` calls them. Follows the material at once; what was typed in a sheet that is left comes back with it.
 */
export function WantedFields({
  id,
  material,
  initial,
  errors = {},
  nameOf = formName,
}: {
  /** What the ids of the controls begin with: `<id>-<key>`. */
  id: string
  material: MaterialType
  initial: Texts
  /** Sentences by attribute key. */
  errors?: Readonly<Partial<Record<string, readonly string[]>>>
  nameOf?: NameOf
}) {
  const [typed, setTyped] = useState(initial)
  return (
    <div className="flex flex-col gap-5">
      {sheetOf(material).map((key) => (
        <WantedField
          // A sheet that comes back shows its answers anew.
          key={`${material}-${key}`}
          id={`${id}-${key}`}
          attribute={key}
          texts={typed[key] ?? {}}
          error={errors[key]}
          nameOf={nameOf}
          onTexts={(texts) => setTyped((before) => ({ ...before, [key]: { ...before[key], ...texts } }))}
        />
      ))}
    </div>
  )
}

function WantedField({
  id,
  attribute,
  texts,
  error,
  nameOf,
  onTexts,
}: {
  id: string
  attribute: AttributeKey
  texts: WantedTexts
  error: readonly string[] | undefined
  nameOf: NameOf
  onTexts: (texts: WantedTexts) => void
}) {
  const t = useT(attributes)
  const format = useFormat()
  const definition = definitionOf(attribute)
  const label = t(`label.${attribute}`)
  const name = nameOf(attribute, 'value')
  if (definition.kind === 'flag') {
    return (
      <Checkbox
        id={id}
        name={name}
        label={label}
        error={error}
        value="on"
        checked={texts.value === 'on'}
        onChange={({ currentTarget }) => onTexts({ value: currentTarget.checked ? 'on' : '' })}
      />
    )
  }
  if (definition.kind === 'choice') {
    return (
      <ChoiceChips
        id={id}
        name={name}
        label={label}
        hint={t('anyOf')}
        error={error}
        multiple
        defaultValue={[texts.value ?? []].flat()}
        choices={definition.choices.map((value) => ({
          value,
          label: attributeText(t, format, attribute, value),
        }))}
      />
    )
  }
  const unit = t(`unit.${definition.unit}`)
  return (
    <div className="grid items-end gap-4 min-[30rem]:grid-cols-2">
      <NumberInput
        id={id}
        name={name}
        label={label}
        error={error}
        suffix={unit}
        value={[texts.value ?? ''].flat()[0] ?? ''}
        onChange={({ currentTarget }) => onTexts({ value: currentTarget.value })}
      />
      <NumberInput
        id={`${id}-tolerance`}
        name={nameOf(attribute, 'tolerance')}
        label={t('tolerance', { label: label.toLowerCase() })}
        suffix={unit}
        value={texts.tolerance ?? String(definition.tolerance).replace('.', ',')}
        onChange={({ currentTarget }) => onTexts({ tolerance: currentTarget.value })}
      />
    </div>
  )
}
