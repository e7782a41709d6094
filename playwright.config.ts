import os from 'node:os'
import path from 'node:path'
import { defineConfig, devices } from '@playwright/test'

/** Each lane has a server, a database and a browser of its own; the files of tests are shared out between them. */
const LANES = Number(process.env.E2E_LANES ?? Math.min(2, os.availableParallelism()))
const FIRST_PORT = Number(process.env.E2E_PORT ?? 3199)
const portOf = (lane: number) => FIRST_PORT + lane
const dataDirOf = (lane: number) => path.join(os.tmpdir(), `gisement-e2e-${portOf(lane)}`)
// The runner reads this file once more in each process that runs tests, and says there which lane it is.
const lane = Number(process.env.TEST_PARALLEL_INDEX ?? 0)
// Tests read in it the e-mails that people get, and take their own ports after that of their server.
process.env.E2E_DATA_DIR = dataDirOf(lane)
process.env.E2E_LANE_PORT = String(portOf(lane))
const chromium = process.env.CHROMIUM_PATH

/** Flags for a browser without display, sandbox or network of its own, as in a container. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '*.spec.ts',
  outputDir: 'test-results/browser',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  workers: LANES,
  forbidOnly: Boolean(process.env.CI),
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ?? 'test-results/browser.json' }],
  ],
  use: {
    actionTimeout: 20_000,
    baseURL: `http://localhost:${portOf(lane)}`,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    // A worker answers for the network: tests that are not about it see the network itself.
    serviceWorkers: 'block',
    screenshot: 'only-on-failure',
    // Recording every step makes each a fifth longer: asked for where one looks into a failure.
    trace: process.env.E2E_TRACE ? 'retain-on-failure' : 'off',
    launchOptions: { args: ARGS, ...(chromium && { executablePath: chromium }) },
  },
  projects: [{ name: 'phone', use: { ...devices['Pixel 7'], locale: 'fr-FR' } }],
  webServer: Array.from({ length: LANES }, (_, index) => ({
    command: 'node tests/e2e/support/serve.mjs',
    url: `http://localhost:${portOf(index)}/readyz`,
    env: { PORT: String(portOf(index)), E2E_DATA_DIR: dataDirOf(index) },
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    reuseExistingServer: false,
  })),
})
