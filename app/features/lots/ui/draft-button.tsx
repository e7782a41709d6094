import { myLots } from '~/messages/my-lots'
import { Button } from '~/ui/button'
import { useFormat, useT } from '~/ui/i18n'
import type { Autosave } from './use-autosave'

/** «Enregistrer le brouillon» (`intent=draft`), and when the form last saved itself. */
export function DraftButton({ saved: { status, atMs } }: { saved: Autosave }) {
  const t = useT(myLots)
  const format = useFormat()
  return (
    <div className="flex flex-col gap-2">
      <Button look="secondary" name="intent" value="draft" className="w-full">
        {t('draft.save')}
      </Button>
      <p role="status" className="text-center text-muted">
        {status === 'saved' && t('draft.saved', { time: format.time(atMs) })}
        {status === 'failed' && t('draft.failed')}
      </p>
    </div>
  )
}
