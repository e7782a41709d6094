import type { IsoDay } from '~/core/days'
import type { Formatter } from '~/core/format'
import type { acts as catalogue } from '~/messages/acts'
import type { Translate } from '~/messages/catalogue'
import type { Act } from './acts'

type Texts = typeof catalogue extends { messages: { fr: infer M } } ? M : never

/** What an act says, in the reader's language. */
export function sentenceOfAct(t: Translate<Texts>, format: Formatter, act: Act, today: IsoDay): string {
  const { quantity, slot, since, massG, ...named } = act.facts
  const fill = t as unknown as (key: string, params: Record<string, string | number | undefined>) => string
  return fill(`kind.${act.kind}.text`, {
    ...named,
    quantity: quantity && format.quantity(quantity.milli, quantity.unit),
    slot: slot && `${format.relativeDay(slot.on, today)} ${fill(`part.${slot.part}`, {})}`,
    since: since && format.relativeDay(since, today),
    mass: massG === undefined ? undefined : format.mass(massG),
  })
}
