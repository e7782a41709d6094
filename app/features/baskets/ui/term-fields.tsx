import { conditionKey } from '~/core/condition-key'
import { bill } from '~/messages/bill'
import { materials } from '~/messages/materials'
import { useT } from '~/ui/i18n'
import { DateInput, Select, TextInput, type Option } from '~/ui/inputs'

/** The answers about the project as texts, and what is wrong with them. */
export type TermTexts = Record<
  'title' | 'communeCode' | 'neededFrom' | 'neededUntil' | 'radiusKm' | 'minCondition',
  string
>
export type TermErrors = Readonly<Record<string, readonly string[] | null | undefined>>

/** What the project is: its name, where, when, how far and how good. */
export function TermFields({
  values,
  errors,
  communes,
}: {
  values: TermTexts
  errors: TermErrors
  communes: readonly Option[]
}) {
  const t = useT(bill)
  const tMaterial = useT(materials)
  const common = (name: keyof TermTexts) => ({
    ...{ id: `terms-${name}`, name, defaultValue: values[name], error: errors[name] },
  })
  return (
    <fieldset className="tag p-4 lg:p-6">
      <legend className="sr-only">{t('terms.legend')}</legend>
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
        <div className="sm:col-span-2">
          <TextInput
            {...common('title')}
            label={t('terms.title')}
            hint={t('terms.titleHint')}
            maxLength={120}
            required
          />
        </div>
        <Select {...common('communeCode')} label={t('terms.commune')} options={communes} required />
        <TextInput
          {...common('radiusKm')}
          type="number"
          min={1}
          max={60}
          label={t('terms.radius')}
          suffix={t('terms.km')}
          width="max-w-40"
          required
        />
        <DateInput {...common('neededFrom')} label={t('terms.from')} required />
        <DateInput {...common('neededUntil')} label={t('terms.until')} required />
        <Select
          {...common('minCondition')}
          label={t('terms.condition')}
          placeholder={null}
          options={([1, 2, 3, 4, 5] as const).map((value) => ({
            value: String(value),
            label: tMaterial(`condition.${conditionKey(value)}.name`),
          }))}
        />
      </div>
    </fieldset>
  )
}

/** What is wrong with the project's answers, for the summary of the form. */
export function termFaults(errors: TermErrors): { fieldId?: string; message: string }[] {
  return Object.entries(errors).flatMap(([name, found]) =>
    (found ?? []).slice(0, 1).map((message) => (name ? { fieldId: `terms-${name}`, message } : { message })),
  )
}
