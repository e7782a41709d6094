import { getFormProps, getInputProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { MAX_ATTACHMENT_BYTES } from '~/features/attachments/model/attachment'
import { isFor, SEAT_ROLES, type Audience } from '~/features/programme/model/workshop'
import { programmeWorkshops } from '~/messages/programme-workshops'
import { Button } from '~/ui/button'
import { ChoiceChips } from '~/ui/choices'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useFormat, useT } from '~/ui/i18n'
import { FileInput, TextInput } from '~/ui/inputs'

type Reply = SubmissionResult<string[]> | undefined

/** Registers a person of the reader's commune. */
export function RegisterForm({
  newId,
  audience,
  reply,
}: {
  newId: string
  audience: Audience
  reply: Reply
}) {
  const t = useT(programmeWorkshops)
  const roles = SEAT_ROLES.filter((role) => isFor(audience, role))
  const [form, { name, email, role }] = useForm<{ name: string; email: string; role: string }>({
    id: 'register',
    lastResult: reply,
    defaultValue: { role: roles[0] },
  })
  return (
    <section aria-labelledby="register-title" className="flex max-w-2xl flex-col gap-4">
      <h2 id="register-title" className="text-2xl">
        {t('register.title')}
      </h2>
      <p className="text-muted">{t('register.lead')}</p>
      <Form method="post" {...getFormProps(form)} className="flex flex-col gap-4">
        <ErrorSummary id="register-errors" errors={summaryOf([form, name, email, role])} />
        <input type="hidden" name="id" value={newId} />
        <TextInput
          {...getInputProps(name, { type: 'text' })}
          key={name.key}
          label={t('register.name')}
          error={name.errors}
        />
        <TextInput
          {...getInputProps(email, { type: 'email' })}
          key={email.key}
          label={t('register.email')}
          error={email.errors}
        />
        <ChoiceChips
          id={role.id}
          name={role.name}
          label={t('register.role')}
          error={role.errors}
          defaultValue={typeof role.initialValue === 'string' ? role.initialValue : undefined}
          choices={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
        />
        <div>
          <Button name="intent" value="register" wide main>
            {t('register.submit')}
          </Button>
        </div>
      </Form>
    </section>
  )
}

/** Adds a document or a link to a workshop. */
export function MaterialForm({ newId, reply }: { newId: string; reply: Reply }) {
  const t = useT(programmeWorkshops)
  const [form, { title, url }] = useForm<{ title: string; url: string }>({
    id: 'material',
    lastResult: reply,
  })
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col gap-4">
      <h3 className="text-xl">{t('material.addTitle')}</h3>
      <ErrorSummary id="material-errors" errors={summaryOf([form, title, url])} />
      <input type="hidden" name="id" value={newId} />
      <TextInput
        {...getInputProps(title, { type: 'text' })}
        key={title.key}
        label={t('material.title')}
        error={title.errors}
      />
      <TextInput
        {...getInputProps(url, { type: 'url' })}
        key={url.key}
        label={t('material.url')}
        error={url.errors}
      />
      <div>
        <Button name="intent" value="add-material" look="secondary" wide>
          {t('material.add')}
        </Button>
      </div>
    </Form>
  )
}

/** Sends a PDF or a picture to hand out; without JavaScript as well. */
export function MaterialFileForm({ newId, reply }: { newId: string; reply: Reply }) {
  const t = useT(programmeWorkshops)
  const format = useFormat()
  const [form, { title, file }] = useForm<{ title: string; file: string }>({
    id: 'material-file',
    lastResult: reply,
  })
  const sentId = typeof reply?.initialValue?.id === 'string' ? reply.initialValue.id : newId
  return (
    <Form method="post" encType="multipart/form-data" {...getFormProps(form)} className="flex flex-col gap-4">
      <h3 className="text-xl">{t('material.sendTitle')}</h3>
      <ErrorSummary id="file-errors" errors={summaryOf([form, title, file])} />
      <input type="hidden" name="id" value={sentId} />
      <TextInput
        {...getInputProps(title, { type: 'text' })}
        key={title.key}
        label={t('material.title')}
        error={title.errors}
      />
      <FileInput
        id={file.id}
        name="file"
        accept="application/pdf,image/jpeg,image/png,image/webp"
        label={t('material.choose')}
        hint={t('material.chooseHint', { size: format.bytes(MAX_ATTACHMENT_BYTES) })}
        error={file.errors}
      />
      <div>
        <Button name="intent" value="add-file" look="secondary" wide>
          {t('material.send')}
        </Button>
      </div>
    </Form>
  )
}
