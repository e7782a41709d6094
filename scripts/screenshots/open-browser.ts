import fs from 'node:fs'
import { chromium, type Browser } from 'playwright'

const DEBIAN_CHROMIUM = '/usr/bin/chromium'

/** For a browser without display or sandbox, that asks nothing of a network by itself. */
export const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const

/** Where Chromium is: what `CHROMIUM_PATH` names, Debian's where it is, else Playwright's own. */
export function chromiumPath(): string {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH
  return fs.existsSync(DEBIAN_CHROMIUM) ? DEBIAN_CHROMIUM : chromium.executablePath()
}

/** A Chromium without window. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: [...BROWSER_FLAGS] })
}
