import { fieldPost } from '~/messages/field-post'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { CheckIcon, WarningIcon } from '~/ui/icons'
import type { Needed } from '../../model/post/needed-answers'
import { sectionId } from './section-ids'

/** «Publier» under the thumb, and over it what is still to be answered: a tap goes there. */
export function PublishBar({
  needed,
  isChecked,
  onPublish,
  onGo,
}: {
  needed: readonly Needed[]
  /** Whether publishing was tried: what is missing is then told at once. */
  isChecked: boolean
  onPublish: () => void
  onGo: (id: string) => void
}) {
  const t = useT(fieldPost)
  const first = needed[0]
  return (
    <div className="tap-bar">
      <div className="wrap flex flex-col gap-1.5 py-2">
        <p role="status" className="sr-only">
          {isChecked && needed.length > 0 && t('missingTitle', { count: needed.length })}
        </p>
        {first ? (
          <button
            type="button"
            className="flex min-h-11 items-center gap-2 text-start font-semibold underline"
            onClick={() => onGo(sectionId(first))}
          >
            {isChecked && <WarningIcon className="flex-none text-danger" />}
            <span className="truncate">
              {t('next')} {needed.map((name) => t(`section.${name}`)).join(', ')}
            </span>
          </button>
        ) : (
          <p className="flex min-h-11 items-center gap-2 font-semibold text-success">
            <CheckIcon className="flex-none" />
            {t('ready')}
          </p>
        )}
        <Button type="button" className="min-h-16 w-full text-xl" onClick={onPublish}>
          {t('publish')}
        </Button>
      </div>
    </div>
  )
}
