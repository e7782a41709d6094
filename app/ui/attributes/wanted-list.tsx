import { sheetOf } from '~/core/attributes/sheets'
import type { WantedAttributes } from '~/core/attributes/wanted'
import type { MaterialType } from '~/core/material-types'
import { attributes } from '~/messages/attributes'
import { useFormat, useT } from '~/ui/i18n'
import { FactList } from '~/ui/tag-card'
import { wantedText } from './wanted-text'

/** What is asked of a material, in the order of its sheet; nothing when nothing is. */
export function WantedList({ material, wanted }: { material: MaterialType; wanted: WantedAttributes }) {
  const t = useT(attributes)
  const format = useFormat()
  const facts = sheetOf(material).flatMap((key) => {
    const want = wanted[key]
    return want ? [{ term: t(`label.${key}`), value: wantedText(t, format, key, want) }] : []
  })
  if (facts.length === 0) return null
  return (
    <section aria-labelledby="wanted-title" className="flex flex-col gap-2">
      <h2 id="wanted-title" className="text-xl">
        {t('wantedTitle')}
      </h2>
      <FactList facts={facts} />
    </section>
  )
}
