import { useFetcher } from '@remix-run/react'
import { useEffect, useRef, type ChangeEvent, type FormEvent } from 'react'
import { paths } from '~/core/paths'
import { PHOTO_TYPES } from '~/features/photos/model/limits'
import { home } from '~/messages/home'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { FileInput } from '~/ui/inputs'
import { Notice } from '~/ui/notice'
import { TryPhotoResult } from './try-photo-result'
import type { TryPhotoReply } from './try-photo-reply'

/**
 * «Essayer avec une photo»: choosing a photo sends it at once; without JavaScript the button does,
 * and the page that follows shows the answer (`reply`).
 */
export function TryPhotoPanel({ reply, level = 'h2' }: { reply?: TryPhotoReply; level?: 'h1' | 'h2' }) {
  const t = useT(home)
  const fetcher = useFetcher<TryPhotoReply>({ key: 'try-photo' })
  const form = useRef<HTMLFormElement>(null)
  const answer = fetcher.data ?? reply
  const isWorking = fetcher.state !== 'idle'
  const Heading = level
  const isSending = useRef(false)
  useEffect(() => {
    if (fetcher.state === 'idle') isSending.current = false
  }, [fetcher.state])
  function send(event: ChangeEvent<HTMLInputElement>) {
    if (!event.currentTarget.files?.length || !form.current) return
    isSending.current = true
    fetcher.submit(form.current)
  }
  // The photo is on its way since it was chosen: the button would send it, and have it recognised, once more.
  function sendOnce(event: FormEvent) {
    if (isSending.current) event.preventDefault()
    else isSending.current = true
  }
  return (
    <section aria-labelledby="try-photo" className="flex flex-col gap-4">
      <Heading id="try-photo" className="text-2xl lg:text-3xl">
        {t('try.title')}
      </Heading>
      <p className="prose-width">{t('try.lead')}</p>
      <fetcher.Form
        ref={form}
        method="post"
        action={paths.tryPhoto()}
        encType="multipart/form-data"
        onSubmit={sendOnce}
        className="flex flex-col items-start gap-4"
      >
        <FileInput
          name="photo"
          label={t('try.label')}
          hint={t('try.hint')}
          error={answer?.ok === false ? answer.message : null}
          accept={PHOTO_TYPES.join(',')}
          onChange={send}
        />
        <Button look="secondary" wide>
          {isWorking ? t('try.working') : t('try.submit')}
        </Button>
      </fetcher.Form>
      <div aria-live="polite">
        {isWorking && <Notice>{t('try.working')}</Notice>}
        {!isWorking && answer?.ok && <TryPhotoResult reply={answer} />}
      </div>
    </section>
  )
}
