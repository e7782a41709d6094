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
  const { isListening, fault, toggle } = dictation
  return (
    <div className="flex flex-col gap-1">
      <Button type="button" look="secondary" aria-pressed={isListening} onClick={toggle}>
        <MicrophoneIcon />
        {t('dictation.start')}
      </Button>
      <p role="status" className="font-semibold">
        {isListening ? t('dictation.listening') : fault && t(`dictation.fault.${fault}`)}
      </p>
      <p className="text-sm text-muted">{t('dictation.note')}</p>
    </div>
  )
}
