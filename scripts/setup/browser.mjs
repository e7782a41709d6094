// Finds a Chromium for the browser tests, or installs one.
import fs from 'node:fs'
import process from 'node:process'
import { bin, hasCommand, run, say, SetupError } from './steps.mjs'
import { systemBrowser } from './system-browsers.mjs'

/** Debian's packages: Chromium without windows, and where a release has none, the whole one. */
const DEBIAN_PACKAGES = ['chromium-headless-shell', 'chromium']

/** The path of a Chromium to test with; null means the one that Playwright keeps. */
export async function ensureBrowser() {
  const chosen = process.env.CHROMIUM_PATH
  if (chosen) {
    if (fs.existsSync(chosen)) return chosen
    throw new SetupError(
      `CHROMIUM_PATH names ${chosen}, which does not exist. Correct it, then run the command again.`,
    )
  }
  const installed = systemBrowser() ?? (await playwrightBrowser())
  if (installed !== undefined) return installed
  say('Installing a browser for the tests…')
  if (process.getuid?.() === 0 && hasCommand('apt-get')) {
    await run('apt-get', ['update', '-qq'])
    for (const name of DEBIAN_PACKAGES) {
      await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], {
        DEBIAN_FRONTEND: 'noninteractive',
      })
      const debian = systemBrowser()
      if (debian) return debian
    }
  }
  if ((await run(bin('playwright'), ['install', 'chromium'])) === 0) return null
  throw new SetupError(
    'No browser for the tests. Install Chromium (Debian: apt-get install -y chromium) or set CHROMIUM_PATH, then run the command again.',
  )
}

async function playwrightBrowser() {
  const { chromium } = await import('playwright')
  return fs.existsSync(chromium.executablePath()) ? null : undefined
}
