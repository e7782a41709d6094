type Rules = { createHTML: (text: string) => string; createScriptURL: (url: string) => string }
type TrustedTypesFactory = { createPolicy: (name: string, rules: Rules) => unknown }

/** What React writes to make a script element without running it (react-dom 18, `createElement`). */
const EMPTY_SCRIPT = '<script></script>'

/** The only mark-up of our own that a page sets as text: it reloads a page that works without scripts. */
export const REFRESH = '<meta http-equiv="refresh" content="3">'

/**
 * Text that may become mark-up in a page: what holds no mark-up at all, and two sentences known by heart.
 * @throws TypeError for anything else, so that the browser does not parse it
 */
export function htmlOf(text: string): string {
  if (text === EMPTY_SCRIPT || text === REFRESH || !text.includes('<')) return text
  throw new TypeError('mark-up')
}

/**
 * An address that a script may be started from: of this host.
 * @throws TypeError for any other
 */
export function scriptUrlOf(url: string, base: string): string {
  if (new URL(url, base).origin === new URL(base).origin) return url
  throw new TypeError('foreign script')
}

/** Tells browsers that have Trusted Types what may become mark-up or a script; the content policy refuses the rest. */
export function trustOwnOnly(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypesFactory }
  trustedTypes?.createPolicy('default', {
    createHTML: htmlOf,
    createScriptURL: (url) => scriptUrlOf(url, location.href),
  })
}
