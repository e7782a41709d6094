// Finds a Chromium for the browser tests, or installs one.
import fs from 'node:fs'
import process from 'node:process'
import { bin, hasCommand, run, say, SetupError } from './steps.mjs'

const SYSTEM_BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

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
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      DEBIAN_FRONTEND: 'noninteractive',
    })
    const debian = systemBrowser()
    if (debian) return debian
  }
  if ((await run(bin('playwright'), ['install', 'chromium'])) === 0) return null
  throw new SetupError(
    'No browser for the tests. Install Chromium (Debian: apt-get install -y chromium) or set CHROMIUM_PATH, then run the command again.',
  )
}

function systemBrowser() {
  return SYSTEM_BROWSERS.find((file) => fs.existsSync(file))
}

async function playwrightBrowser() {
  const { chromium } = await import('playwright')
  return fs.existsSync(chromium.executablePath()) ? null : undefined
}
