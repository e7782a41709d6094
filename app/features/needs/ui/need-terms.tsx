import { getInputProps, getSelectProps, getTextareaProps } from '@conform-to/react'
import { materials } from '~/messages/materials'
import { needs } from '~/messages/needs'
import { RadioCards } from '~/ui/choices'
import { useT } from '~/ui/i18n'
import { MoneyInput, Select, Textarea, TextInput, type Option } from '~/ui/inputs'
import type { NeedFields } from './need-sentence'

/** What the sentence leaves out: title, least condition, budget, and which own site will receive. */
export function NeedTerms({ fields, sites }: { fields: NeedFields; sites: readonly Option[] }) {
  const t = useT(needs)
  const tMaterial = useT(materials)
  const { title, description, minCondition, budget, siteId } = fields
  return (
    <>
      <TextInput
        {...getInputProps(title, { type: 'text' })}
        key={title.key}
        label={t('field.title')}
        hint={t('field.titleHint')}
        error={title.errors}
      />
      <Textarea
        {...getTextareaProps(description)}
        key={description.key}
        label={t('field.description')}
        hint={t('field.descriptionHint')}
        error={description.errors}
        optional
        maxLength={2000}
      />
      <RadioCards
        id={minCondition.id}
        name={minCondition.name}
        label={t('field.condition')}
        error={minCondition.errors}
        defaultValue={minCondition.initialValue}
        columns={2}
        choices={(['1', '2', '3', '4', '5'] as const).map((value) => ({
          value,
          label: tMaterial(`condition.${value}.name`),
          hint: tMaterial(`condition.${value}.hint`),
        }))}
      />
      <MoneyInput
        {...getInputProps(budget, { type: 'text' })}
        key={budget.key}
        label={t('field.budget')}
        hint={t('field.budgetHint')}
        error={budget.errors}
        optional
      />
      {sites.length > 0 && (
        <Select
          {...getSelectProps(siteId)}
          key={siteId.key}
          label={t('field.site')}
          hint={t('field.siteHint')}
          error={siteId.errors}
          optional
          placeholder={t('field.siteNone')}
          options={sites}
        />
      )}
    </>
  )
}
