import { Form } from '@remix-run/react'
import { paths } from '~/core/paths'
import { KeepButton } from '~/features/keep/ui/keep-button'
import type { LotView } from '~/features/lots/model/lot'
import { LotTag } from '~/features/lots/ui/lot-tag'
import type { PhotoView } from '~/features/photos/model/photo-view'
import { keep } from '~/messages/keep'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'

const COMPARE = 'compare'

/** The kept lots as tags: each can be let go, or ticked to be compared with others. */
export function KeptCards({
  kept,
  today,
}: {
  kept: readonly { lot: LotView; photo: PhotoView | null }[]
  today: string
}) {
  const t = useT(keep)
  return (
    <>
      <ul className="grid gap-6 sm:grid-cols-2 lg:grid-cols-3">
        {kept.map(({ lot, photo }, index) => (
          <li key={lot.id}>
            <LotTag
              lot={lot}
              photo={photo}
              today={today}
              priority={index < 2}
              acts={
                <>
                  <KeepButton lot={lot} isKept small />
                  {kept.length > 1 && <CompareBox lot={lot} />}
                </>
              }
            />
          </li>
        ))}
      </ul>
      {kept.length > 1 && (
        <Form
          id={COMPARE}
          method="get"
          action={paths.compare()}
          className="flex flex-wrap items-center gap-4"
          data-screen-only
        >
          <Button wide>{t('compare.submit')}</Button>
          <p className="text-muted">{t('compare.hint')}</p>
        </Form>
      )}
    </>
  )
}

function CompareBox({ lot }: { lot: { id: string; title: string } }) {
  const t = useT(keep)
  return (
    <label className="inline-flex min-h-11 items-center gap-2 font-medium" data-screen-only>
      <input type="checkbox" className="tick" name="lots" value={lot.id} form={COMPARE} />
      <span aria-hidden>{t('compare.choose')}</span>
      <span className="sr-only">{t('compare.chooseOne', { title: lot.title })}</span>
    </label>
  )
}
