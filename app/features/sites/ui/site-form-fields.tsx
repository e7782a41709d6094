import { getInputProps, getSelectProps, type useForm } from '@conform-to/react'
import { siteForm } from '~/messages/site-form'
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
  lat: string
  lon: string
  positionIsRight: string
  access: string
  contactName: string
  contactPhone: string
  startsOn: string
  endsOn: string
}

/** The questions that open a site, in the order in which people know the answers. */
export function SiteFormFields({
  fields,
  communes,
  communeFixed = false,
}: {
  fields: ReturnType<typeof useForm<SiteValues>>[1]
  communes: readonly Option[]
  /** Whether lots keep the site in its commune; only that one is then offered. */
  communeFixed?: boolean
}) {
  const t = useT(sites)
  const tForm = useT(siteForm)
  const { name, kind, communeCode, startsOn, endsOn } = fields
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
        hint={communeFixed ? tForm('communeFixed') : t('field.communeHint')}
        error={communeCode.errors}
        options={communes}
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
