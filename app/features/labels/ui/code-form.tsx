import { Form } from '@remix-run/react'
import { paths } from '~/core/paths'
import { labels } from '~/messages/labels'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { TextInput } from '~/ui/inputs'

/** A code that is written as the hint shows one; its check is right. */
const EXAMPLE = '7K3M-2P9M'

/** Opens a label by its code, typed: what the camera does, without one. */
export function CodeForm({ typed = '', error }: { typed?: string; error?: string }) {
  const t = useT(labels)
  return (
    <Form method="get" action={paths.scanner()} className="flex flex-col items-start gap-4">
      <TextInput
        label={t('code.label')}
        hint={t('code.hint', { example: EXAMPLE })}
        error={error}
        name="code"
        defaultValue={typed}
        width="max-w-56"
        maxLength={40}
        required
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <Button>{t('code.submit')}</Button>
    </Form>
  )
}
