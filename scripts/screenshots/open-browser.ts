import { chromium, type Browser } from 'playwright'
import { systemBrowser } from '../setup/system-browsers.mjs'

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

/** Where Chromium is: what `CHROMIUM_PATH` names, the system's where it has one, else Playwright's own. */
export function chromiumPath(): string {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH
  return systemBrowser() ?? chromium.executablePath()
}

/** A Chromium without window. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: [...BROWSER_FLAGS] })
}
