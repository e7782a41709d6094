import { getInputProps, getTextareaProps, type useForm } from '@conform-to/react'
import { siteForm } from '~/messages/site-form'
import { sites } from '~/messages/sites'
import { useT } from '~/ui/i18n'
import { TextInput, Textarea } from '~/ui/inputs'
import { PositionFields } from './position-fields'
import type { PlanCommune } from './position-plan'
import type { SiteValues } from './site-form-fields'

/** What only the organisation and the parties of an accepted reservation read: where exactly, how, and whom to ask. */
export function SitePrivateFields({
  fields,
  communes,
}: {
  fields: ReturnType<typeof useForm<SiteValues>>[1]
  communes: readonly PlanCommune[]
}) {
  const t = useT(sites)
  const tForm = useT(siteForm)
  const { address, access, contactName, contactPhone } = fields
  return (
    <section aria-labelledby="private" className="flex flex-col gap-6">
      <div>
        <h2 id="private">{tForm('private')}</h2>
        <p className="text-muted">{tForm('privateLead')}</p>
      </div>
      <TextInput
        {...getInputProps(address, { type: 'text' })}
        key={address.key}
        label={t('field.address')}
        error={address.errors}
        autoComplete="street-address"
      />
      <PositionFields
        lat={fields.lat}
        lon={fields.lon}
        isRight={fields.positionIsRight}
        communeCode={fields.communeCode.value}
        communes={communes}
        address={address.value}
      />
      <Textarea
        {...getTextareaProps(access)}
        key={access.key}
        label={tForm('access')}
        hint={tForm('accessHint')}
        error={access.errors}
        optional
        rows={2}
      />
      <div className="grid items-end gap-6 sm:grid-cols-2">
        <TextInput
          {...getInputProps(contactName, { type: 'text' })}
          key={contactName.key}
          label={tForm('contactName')}
          error={contactName.errors}
          optional
        />
        <TextInput
          {...getInputProps(contactPhone, { type: 'tel' })}
          key={contactPhone.key}
          label={tForm('contactPhone')}
          error={contactPhone.errors}
          optional
        />
      </div>
    </section>
  )
}
