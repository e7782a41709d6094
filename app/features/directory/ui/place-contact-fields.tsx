import { getInputProps, type useForm } from '@conform-to/react'
import { directoryForm } from '~/messages/directory-form'
import { useT } from '~/ui/i18n'
import { TextInput } from '~/ui/inputs'
import type { PlaceValues } from './place-values'

/** How a place is reached, all of it optional and public. */
export function PlaceContactFields({ fields }: { fields: ReturnType<typeof useForm<PlaceValues>>[1] }) {
  const t = useT(directoryForm)
  const { website, phone, email, siret } = fields
  return (
    <div className="grid items-end gap-6 sm:grid-cols-2">
      <TextInput
        {...getInputProps(phone, { type: 'tel' })}
        key={phone.key}
        label={t('phone')}
        error={phone.errors}
        optional
      />
      <TextInput
        {...getInputProps(website, { type: 'text' })}
        key={website.key}
        label={t('website')}
        error={website.errors}
        inputMode="url"
        optional
      />
      <TextInput
        {...getInputProps(email, { type: 'email' })}
        key={email.key}
        label={t('email')}
        hint={t('emailHint')}
        error={email.errors}
        optional
      />
      <TextInput
        {...getInputProps(siret, { type: 'text' })}
        key={siret.key}
        label={t('siret')}
        hint={t('siretHint')}
        error={siret.errors}
        inputMode="numeric"
        optional
      />
    </div>
  )
}
