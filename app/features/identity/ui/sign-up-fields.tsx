import { getInputProps, getSelectProps, type useForm } from '@conform-to/react'
import { SELF_FOUNDED_KINDS, SIDES } from '~/features/organisations/model/organisation'
import { accountAccess } from '~/messages/account-access'
import { ChoiceChips } from '~/ui/choices'
import { useT } from '~/ui/i18n'
import { Select, TextInput, type Option } from '~/ui/inputs'
import { PasswordInput } from './password-input'

export type SignUpValues = {
  name: string
  email: string
  password: string
  phone: string
  organisation: string
  siret: string
  kind: string
  sides: string[]
  communeCode: string
}

type Fields = ReturnType<typeof useForm<SignUpValues>>[1]
type FoundingFieldset = Pick<Fields, 'organisation' | 'siret' | 'kind' | 'sides' | 'communeCode'>

/** Who signs up: name, address, password, telephone. */
export function PersonFields({ fields: { name, email, password, phone } }: { fields: Fields }) {
  const t = useT(accountAccess)
  return (
    <section className="flex flex-col gap-6">
      <h2 className="text-2xl">{t('signUp.you')}</h2>
      <TextInput
        {...getInputProps(name, { type: 'text' })}
        key="name"
        label={t('signUp.name')}
        error={name.errors}
        autoComplete="name"
      />
      <TextInput
        {...getInputProps(email, { type: 'email' })}
        key="email"
        label={t('signUp.email')}
        hint={t('signUp.emailHint')}
        error={email.errors}
        autoComplete="username"
      />
      <PasswordInput
        {...getInputProps(password, { type: 'password' })}
        key="password"
        label={t('password.label')}
        hint={t('password.hint')}
        error={password.errors}
        autoComplete="new-password"
      />
      <TextInput
        {...getInputProps(phone, { type: 'tel' })}
        key="phone"
        label={t('signUp.phone')}
        hint={t('signUp.phoneHint')}
        error={phone.errors}
        autoComplete="tel"
        width="max-w-56"
        optional
      />
    </section>
  )
}

/** The organisation they sign up for. */
export function FoundingFields({
  fields,
  communes,
  title,
}: {
  fields: FoundingFieldset
  communes: readonly Option[]
  title: string
}) {
  const t = useT(accountAccess)
  const { organisation, siret, kind, sides, communeCode } = fields
  return (
    <section className="flex flex-col gap-6">
      <h2 className="text-2xl">{title}</h2>
      <TextInput
        {...getInputProps(organisation, { type: 'text' })}
        key="organisation"
        label={t('signUp.organisationName')}
        error={organisation.errors}
        autoComplete="organization"
      />
      <TextInput
        {...getInputProps(siret, { type: 'text' })}
        key="siret"
        label={t('signUp.siret')}
        hint={t('signUp.siretHint')}
        error={siret.errors}
        inputMode="numeric"
        autoComplete="off"
        width="max-w-72"
      />
      <ChoiceChips
        id={kind.id}
        name={kind.name}
        label={t('signUp.kind')}
        error={kind.errors}
        defaultValue={kind.initialValue ?? 'company'}
        choices={SELF_FOUNDED_KINDS.map((value) => ({ value, label: t(`signUp.${value}`) }))}
      />
      <ChoiceChips
        id={sides.id}
        name={sides.name}
        label={t('signUp.sides')}
        hint={t('signUp.sidesHint')}
        error={sides.errors}
        multiple
        defaultValue={[sides.initialValue ?? []].flat().filter((side) => side !== undefined)}
        choices={SIDES.map((value) => ({ value, label: t(`signUp.${value}`) }))}
      />
      <Select
        {...getSelectProps(communeCode)}
        key="communeCode"
        label={t('signUp.commune')}
        hint={t('signUp.communeHint')}
        error={communeCode.errors}
        options={communes}
      />
    </section>
  )
}
