import fs from 'node:fs'
import { chromium, type Browser } from 'playwright'

const DEBIAN_CHROMIUM = '/usr/bin/chromium'

/** A Chromium without window: the one that `CHROMIUM_PATH` names, Debian's where it is, else Playwright's own. */
export async function openBrowser(): Promise<Browser> {
  const debian = fs.existsSync(DEBIAN_CHROMIUM) ? DEBIAN_CHROMIUM : undefined
  const executablePath = process.env.CHROMIUM_PATH ?? debian
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] })
}
