import { fieldPost } from '~/messages/field-post'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { MicrophoneIcon } from '~/ui/icons'
import { useDictation } from './use-dictation'

/** «Dicter», with what the browser may do with the sound; nothing where the browser does not listen. */
export function DictationButton({ onText }: { onText: (text: string) => void }) {
  const t = useT(fieldPost)
  const dictation = useDictation(onText)
  if (!dictation) return null
  const { state, toggle } = dictation
  return (
    <div className="flex flex-col gap-1">
      <Button type="button" look="secondary" aria-pressed={state === 'listening'} onClick={toggle}>
        <MicrophoneIcon />
        {t(state === 'listening' ? 'dictation.stop' : 'dictation.start')}
      </Button>
      <p role="status" className="font-semibold">
        {state === 'listening' && t('dictation.listening')}
        {state === 'failed' && t('dictation.failed')}
      </p>
      <p className="text-sm text-muted">{t('dictation.note')}</p>
    </div>
  )
}
