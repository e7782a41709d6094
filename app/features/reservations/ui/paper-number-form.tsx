import { Form } from '@remix-run/react'
import { paths } from '~/core/paths'
import { handoverPapers } from '~/messages/handover-papers'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { TextInput } from '~/ui/inputs'

/** Asks for the number of a document, as it is printed on it. */
export function PaperNumberForm({ typed = '' }: { typed?: string }) {
  const t = useT(handoverPapers)
  return (
    <Form action={paths.verifyPapers()} className="flex max-w-xl flex-col items-start gap-4">
      <TextInput
        name="numero"
        label={t('verify.number')}
        hint={t('verify.numberHint')}
        defaultValue={typed}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
        required
        width="max-w-72"
      />
      <Button>{t('verify.submit')}</Button>
    </Form>
  )
}
