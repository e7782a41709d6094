import fs from 'node:fs'

/**
 * Where systems keep a Chromium. Debian's without windows comes first: Playwright's own is such a one too, and tests take
 * a third less time in it.
 */
const SYSTEM_BROWSERS = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

/** The path of the system's Chromium, undefined where it has none. */
export function systemBrowser() {
  return SYSTEM_BROWSERS.find((file) => fs.existsSync(file))
}
