import type { Unit } from '~/core/units'
import { inventory } from '~/messages/inventory'
import { useFormat, useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'

type Line = { product: string; quantityMilli: number; unit: Unit; massG: number; reusableMassG: number }

/** Says from which line of the inventory the form starts. */
export function LineNotice({ line }: { line: Line }) {
  const t = useT(inventory)
  const format = useFormat()
  return (
    <Notice title={t('posting.title', { product: line.product })}>
      {t('posting.text', {
        quantity: format.quantity(line.quantityMilli, line.unit),
        mass: format.mass(line.massG),
        reusable: format.mass(line.reusableMassG),
      })}
    </Notice>
  )
}
