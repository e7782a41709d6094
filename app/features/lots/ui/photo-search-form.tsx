import { Form, useNavigation, useSubmit } from '@remix-run/react'
import type { ChangeEvent } from 'react'
import { paths } from '~/core/paths'
import { PHOTO_TYPES } from '~/features/photos/model/limits'
import { photoSearch } from '~/messages/photo-search'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { FileInput } from '~/ui/inputs'

/** Sends a photo to search with: at once when it is chosen, by the button without JavaScript. */
export function PhotoSearchForm({ error, isAgain }: { error: string | null; isAgain: boolean }) {
  const t = useT(photoSearch)
  const submit = useSubmit()
  const isWorking = useNavigation().formAction?.startsWith(paths.lotsByPhoto()) ?? false
  function send({ currentTarget }: ChangeEvent<HTMLInputElement>) {
    if (currentTarget.files?.length && currentTarget.form) void submit(currentTarget.form)
  }
  return (
    <Form
      method="post"
      action={paths.lotsByPhoto()}
      encType="multipart/form-data"
      className="flex flex-col items-start gap-4 rounded-lg border-2 border-edge bg-card p-4 lg:p-6"
    >
      <FileInput
        name="photo"
        label={isAgain ? t('again') : t('label')}
        hint={t('hint')}
        error={error}
        accept={PHOTO_TYPES.join(',')}
        onChange={send}
      />
      <Button look={isAgain ? 'secondary' : undefined} wide>
        {isWorking ? t('working') : t('submit')}
      </Button>
      <p role="status" className="sr-only">
        {isWorking && t('working')}
      </p>
    </Form>
  )
}
