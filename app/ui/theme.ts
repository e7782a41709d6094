/** How the interface looks: `auto` follows the device, `sun` is the outdoor mode. */
export const THEMES = ['auto', 'light', 'dark', 'sun'] as const
export type Theme = (typeof THEMES)[number]

export function isTheme(text: unknown): text is Theme {
  return (THEMES as readonly unknown[]).includes(text)
}

/** The `data-theme` of `<html>`; absent when the device decides. */
export function themeAttribute(theme: Theme): Exclude<Theme, 'auto'> | undefined {
  return theme === 'auto' ? undefined : theme
}
