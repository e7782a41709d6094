import { Form } from '@remix-run/react'
import { useState, type ChangeEvent } from 'react'
import { errors } from '~/messages/errors'
import { scanner } from '~/messages/scanner'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { FileInput } from '~/ui/inputs'
import { openQrDecoder } from './qr-decoder'

/** A photo of a code: read in the browser, which keeps it; the server reads it where no script runs. */
export function CodePhoto({ error, onText }: { error: string | undefined; onText: (text: string) => void }) {
  const t = useT(scanner)
  const tErrors = useT(errors)
  const [state, setState] = useState<'still' | 'reading' | 'unread'>('still')

  async function read({ target }: ChangeEvent<HTMLInputElement>) {
    const file = target.files?.[0]
    if (!file) return
    setState('reading')
    try {
      const picture = await createImageBitmap(file)
      const text = await (await openQrDecoder())(picture)
      picture.close()
      setState(text ? 'still' : 'unread')
      if (text) onText(text)
    } catch {
      setState('unread')
    }
    target.value = ''
  }

  return (
    <section aria-labelledby="photo" className="flex flex-col items-start gap-4">
      <h2 id="photo">{t('photo.title')}</h2>
      <Form method="post" encType="multipart/form-data" className="flex flex-col items-start gap-4">
        <FileInput
          label={t('photo.label')}
          hint={t('photo.hint')}
          error={state === 'unread' ? tErrors('label-unread') : error}
          name="photo"
          accept="image/*"
          capture="environment"
          onChange={(event) => void read(event)}
        />
        <noscript>
          <Button look="secondary">{t('photo.submit')}</Button>
        </noscript>
        {state === 'reading' && <p role="status">{t('photo.reading')}</p>}
      </Form>
    </section>
  )
}
