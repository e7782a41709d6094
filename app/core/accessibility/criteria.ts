/** How many criteria each of the 13 themes of RGAA 4.1 has; 106 in all (DINUM, référentiel RGAA 4.1.2). */
export const CRITERIA_BY_THEME = [9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12] as const

/** What no page has: what the criteria about it ask is then without object. Selectors, counted on every page walked. */
export const ABSENT = {
  media: 'video, audio, object, embed',
  frame: 'iframe, frame',
  captcha: '[id*="captcha"], [class*="captcha"], [src*="captcha"]',
  blink: 'blink, marquee',
} as const
export type AbsentKind = keyof typeof ABSENT

/** What looks at a criterion without a person: rules of axe, files of browser tests, or what no page has. */
export type Looks = {
  axe?: readonly string[]
  tests?: readonly string[]
  absent?: AbsentKind
}

const NAMES = ['image-alt', 'svg-img-alt', 'role-img-alt', 'input-image-alt', 'area-alt']
const ARIA = [
  ...['aria-allowed-attr', 'aria-required-attr', 'aria-valid-attr', 'aria-valid-attr-value', 'aria-roles'],
  ...['aria-command-name', 'aria-toggle-field-name', 'nested-interactive', 'summary-name'],
]
const MEDIA: Looks = { absent: 'media' }
const KEYBOARD = 'keyboard.spec.ts'
const FORMS = 'forms.spec.ts'
const EVERY_PAGE = 'every-page.spec.ts'

/**
 * What looks at which criterion, by its number. Each look covers a part of its criterion: where it finds nothing, a
 * person may still find a fault. The criteria that are not here are looked at by nothing automatic.
 */
export const LOOKS: Readonly<Record<string, Looks>> = {
  '1.1': { axe: NAMES },
  '1.4': { absent: 'captcha' },
  '1.5': { absent: 'captcha' },
  '2.1': { absent: 'frame' },
  '2.2': { absent: 'frame' },
  '3.1': { axe: ['link-in-text-block'] },
  '3.2': { axe: ['color-contrast'] },
  ...Object.fromEntries(Array.from({ length: 13 }, (_, index) => [`4.${index + 1}`, MEDIA])),
  '5.6': { axe: ['th-has-data-cells'] },
  '5.7': { axe: ['td-headers-attr'] },
  '6.1': { axe: ['link-name'] },
  '6.2': { axe: ['link-name'] },
  '7.1': { axe: [...ARIA, 'button-name'] },
  '7.2': { tests: ['no-script.spec.ts'] },
  '7.3': { axe: ['scrollable-region-focusable'], tests: [KEYBOARD] },
  '8.2': { axe: ['duplicate-id-aria'] },
  '8.3': { axe: ['html-has-lang'] },
  '8.4': { axe: ['html-lang-valid'], tests: ['english.spec.ts'] },
  '8.5': { axe: ['document-title'] },
  '8.8': { axe: ['html-lang-valid', 'valid-lang'] },
  '9.1': { tests: [EVERY_PAGE] },
  '9.3': { axe: ['list', 'listitem', 'definition-list', 'dlitem'] },
  '10.4': { axe: ['meta-viewport'] },
  '10.6': { axe: ['link-in-text-block'] },
  '10.8': { axe: ['aria-hidden-focus', 'aria-hidden-body'] },
  '10.11': { tests: [EVERY_PAGE] },
  '10.12': { axe: ['avoid-inline-spacing'] },
  '11.1': { axe: ['label', 'select-name', 'aria-input-field-name'] },
  '11.9': { axe: ['button-name', 'input-button-name'] },
  '11.10': { tests: [FORMS] },
  '11.11': { tests: [FORMS] },
  '11.13': { axe: ['autocomplete-valid'] },
  '12.7': { axe: ['bypass'] },
  '12.8': { tests: [KEYBOARD] },
  '12.9': { tests: [KEYBOARD] },
  '13.1': { axe: ['meta-refresh'] },
  '13.8': { absent: 'blink' },
}

/** The numbers of all criteria, in order. */
export const CRITERIA: readonly string[] = CRITERIA_BY_THEME.flatMap((count, theme) =>
  Array.from({ length: count }, (_, index) => `${theme + 1}.${index + 1}`),
)
