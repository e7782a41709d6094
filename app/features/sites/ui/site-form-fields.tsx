import { getInputProps, getSelectProps, type useForm } from '@conform-to/react'
import { sites } from '~/messages/sites'
import { RadioCards } from '~/ui/choices'
import { useT } from '~/ui/i18n'
import { DateInput, Select, TextInput, type Option } from '~/ui/inputs'
import { SITE_KINDS } from '../model/site'

export type SiteValues = {
  name: string
  kind: string
  communeCode: string
  address: string
  startsOn: string
  endsOn: string
}

/** The questions that open a site, in the order in which people know the answers. */
export function SiteFormFields({
  fields,
  communes,
}: {
  fields: ReturnType<typeof useForm<SiteValues>>[1]
  communes: readonly Option[]
}) {
  const t = useT(sites)
  const { name, kind, communeCode, address, startsOn, endsOn } = fields
  return (
    <>
      <TextInput
        {...getInputProps(name, { type: 'text' })}
        key={name.key}
        label={t('field.name')}
        hint={t('field.nameHint')}
        error={name.errors}
      />
      <RadioCards
        id={kind.id}
        name={kind.name}
        label={t('field.kind')}
        error={kind.errors}
        defaultValue={kind.initialValue}
        columns={2}
        choices={SITE_KINDS.map((value) => ({
          value,
          label: t(`kind.${value}`),
          hint: t(`kindHint.${value}`),
        }))}
      />
      <Select
        {...getSelectProps(communeCode)}
        key={communeCode.key}
        label={t('field.commune')}
        hint={t('field.communeHint')}
        error={communeCode.errors}
        options={communes}
      />
      <TextInput
        {...getInputProps(address, { type: 'text' })}
        key={address.key}
        label={t('field.address')}
        hint={t('field.addressHint')}
        error={address.errors}
        autoComplete="street-address"
      />
      <div className="grid items-end gap-6 sm:grid-cols-2">
        <DateInput
          {...getInputProps(startsOn, { type: 'date' })}
          key={startsOn.key}
          label={t('field.startsOn')}
          error={startsOn.errors}
        />
        <DateInput
          {...getInputProps(endsOn, { type: 'date' })}
          key={endsOn.key}
          label={t('field.endsOn')}
          error={endsOn.errors}
        />
      </div>
      <p className="text-muted">{t('field.endsOnHint')}</p>
    </>
  )
}
