/** The colours of the interface: `auto` follows the device, `sun` is the outdoor mode. */
export const THEMES = ['auto', 'light', 'dark', 'sun'] as const
export type Theme = (typeof THEMES)[number]

/** How large what is tapped is: `large` is for gloves and unsteady hands, 64 px at least. */
export const TARGETS = ['standard', 'large'] as const
export type Targets = (typeof TARGETS)[number]

/** The hand that holds the phone and acts by its thumb, when only one is free. */
export const HANDS = ['both', 'left', 'right'] as const
export type Hand = (typeof HANDS)[number]

/** How the interface looks and where its acts stand: three choices that do not depend on each other. */
export type Display = { theme: Theme; targets: Targets; hand: Hand }

export const DEFAULT_DISPLAY: Display = { theme: 'auto', targets: 'standard', hand: 'both' }

/** The choices among `values` that exist, by name; anything else is left out. */
export function displayChoices(values: Readonly<Record<string, unknown>>): Partial<Display> {
  const theme = THEMES.find((value) => value === values.theme)
  const targets = TARGETS.find((value) => value === values.targets)
  const hand = HANDS.find((value) => value === values.hand)
  return { ...(theme && { theme }), ...(targets && { targets }), ...(hand && { hand }) }
}

/** The `data-` attributes of `<html>` that the styles read; a choice left to the device or as usual has none. */
export function displayAttributes({ theme, targets, hand }: Display) {
  return {
    'data-theme': theme === 'auto' ? undefined : theme,
    'data-targets': targets === 'large' ? targets : undefined,
    'data-hand': hand === 'both' ? undefined : hand,
  }
}

/**
 * The order of a bar of acts for the thumb that reaches its corner: the leading act stands in that corner, the others
 * keep their order. With two hands nothing moves. The order of the document changes, so that Tab follows what is seen.
 */
export function inThumbOrder<Item extends { lead?: boolean }>(items: readonly Item[], hand: Hand): Item[] {
  if (hand === 'both') return [...items]
  const leading = items.filter((item) => item.lead)
  const others = items.filter((item) => !item.lead)
  return hand === 'left' ? [...leading, ...others] : [...others, ...leading]
}
