import { getFormProps, getInputProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { LOCALES, type Locale } from '~/core/locale'
import { account } from '~/messages/account'
import { common } from '~/messages/common'
import { Button } from '~/ui/button'
import { ChoiceChips } from '~/ui/choices'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { TextInput } from '~/ui/inputs'

type Values = { name: string; phone: string; locale: string }

/** Name, telephone and language of a person. */
export function ProfileForm({
  person,
  lastResult,
}: {
  person: { name: string; phone: string | null; locale: Locale }
  lastResult?: SubmissionResult<string[]>
}) {
  const t = useT(account)
  const tCommon = useT(common)
  const [form, { name, phone, locale }] = useForm<Values>({
    id: 'profile',
    lastResult,
    defaultValue: { ...person, phone: person.phone ?? '' },
  })
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col gap-6">
      <h2 className="text-2xl">{t('profile.title')}</h2>
      <ErrorSummary id="profile-errors" errors={summaryOf([form, name, phone, locale])} />
      <input type="hidden" name="intent" value="profile" />
      <TextInput
        {...getInputProps(name, { type: 'text' })}
        key="name"
        label={t('profile.name')}
        error={name.errors}
        autoComplete="name"
      />
      <TextInput
        {...getInputProps(phone, { type: 'tel' })}
        key="phone"
        label={t('profile.phone')}
        hint={t('profile.phoneHint')}
        error={phone.errors}
        autoComplete="tel"
        width="max-w-56"
        optional
      />
      <ChoiceChips
        id={locale.id}
        name={locale.name}
        label={t('profile.locale')}
        error={locale.errors}
        defaultValue={locale.initialValue}
        choices={LOCALES.map((value) => ({ value, label: tCommon(`locale.${value}`) }))}
      />
      <div>
        <Button wide>{t('profile.submit')}</Button>
      </div>
    </Form>
  )
}
