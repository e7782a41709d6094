import { fieldPost } from '~/messages/field-post'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { PlusIcon } from '~/ui/icons'
import type { FieldLot } from '../../model/field-facts'
import { useCopyLot } from './use-copy-lot'

/** «Publier le même»: another lot like this one of one's own. */
export function CopyLotButton({ lot }: { lot: FieldLot }) {
  const t = useT(fieldPost)
  const copy = useCopyLot()
  return (
    <Button
      type="button"
      look="secondary"
      aria-label={t('copyOf', { title: lot.title })}
      onClick={() => void copy(lot)}
    >
      <PlusIcon />
      {t('copy')}
    </Button>
  )
}
