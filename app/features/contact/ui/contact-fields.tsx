import { getInputProps, getSelectProps, getTextareaProps, type useForm } from '@conform-to/react'
import { contact } from '~/messages/contact'
import { useT } from '~/ui/i18n'
import { Select, Textarea, TextInput } from '~/ui/inputs'
import { MAX_MESSAGE_LENGTH } from '../model/limits'
import { CONTACT_TOPICS } from '../model/topics'

export type ContactValues = {
  name: string
  email: string
  topic: string
  text: string
}

/** Who writes, about what, and the message; with a field for programs that people neither see nor hear. */
export function ContactFields({ fields }: { fields: ReturnType<typeof useForm<ContactValues>>[1] }) {
  const t = useT(contact)
  const { name, email, topic, text } = fields
  return (
    <>
      <TextInput
        {...getInputProps(name, { type: 'text' })}
        key="name"
        label={t('name')}
        error={name.errors}
        autoComplete="name"
      />
      <TextInput
        {...getInputProps(email, { type: 'email' })}
        key="email"
        label={t('email')}
        hint={t('emailHint')}
        error={email.errors}
        autoComplete="email"
      />
      <Select
        {...getSelectProps(topic)}
        key="topic"
        label={t('topicLabel')}
        error={topic.errors}
        options={CONTACT_TOPICS.map((value) => ({ value, label: t(`topic.${value}`) }))}
      />
      <Textarea
        {...getTextareaProps(text)}
        key="text"
        label={t('text')}
        hint={t('textHint')}
        error={text.errors}
        rows={8}
        maxLength={MAX_MESSAGE_LENGTH}
      />
      <div hidden>
        <label>
          {t('website')}
          <input type="text" name="website" defaultValue="" tabIndex={-1} autoComplete="off" />
        </label>
      </div>
    </>
  )
}
