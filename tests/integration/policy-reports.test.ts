import { afterAll, beforeAll, expect, it } from 'vitest'
import { registry } from '~/platform/metrics.server'
import { POLICY_REPORTS } from '~/server/policy-reports'
import { setupDatabase, type TestSetup } from '~tests/support/database'
import { serveApp, type Served } from '~tests/support/serve-app'

let setup: TestSetup
let served: Served
beforeAll(async () => {
  setup = await setupDatabase()
  served = await serveApp()
})
afterAll(async () => {
  await served.stop()
  setup.cleanup()
})

const OLD = {
  'csp-report': {
    'effective-directive': 'script-src-elem',
    'blocked-uri': 'https://ailleurs.example/x.js?jeton=1',
    'document-uri': 'https://gisement.test/lots',
  },
}
const NEW = [
  { type: 'csp-violation', body: { effectiveDirective: 'img-src', blockedURL: 'data', documentURL: 'x' } },
  { type: 'deprecation', body: {} },
]

async function send(body: string, type: string) {
  const { status } = await served.ask(POLICY_REPORTS, {
    method: 'POST',
    body,
    headers: { 'Content-Type': type, Origin: 'null', 'Sec-Fetch-Site': 'cross-site' },
  })
  return status
}

async function counted(directive: string): Promise<number> {
  const metric = await registry.getSingleMetric('gisement_policy_reports_total')!.get()
  return metric.values.find(({ labels }) => labels.directive === directive)?.value ?? 0
}

it('ASVS 3.4.7: every answer names where a browser tells what it kept from running', async () => {
  const { headers } = await served.ask('/aide')
  expect(headers['content-security-policy']).toContain(`report-uri ${POLICY_REPORTS};report-to policy`)
  expect(headers['reporting-endpoints']).toBe(`policy="${POLICY_REPORTS}"`)
})

it('ASVS 3.2.2: pages tell browsers to make no mark-up and no script from text but by our one policy', async () => {
  const { headers } = await served.ask('/aide')
  expect(headers['content-security-policy']).toContain(
    "require-trusted-types-for 'script';trusted-types default;",
  )
  expect(headers['content-security-policy-report-only']).toBeUndefined()
})

it('counts reports of both shapes by directive, and others as other', async () => {
  expect(await send(JSON.stringify(OLD), 'application/csp-report')).toBe(204)
  expect(await counted('script-src-elem')).toBe(1)
  expect(await send(JSON.stringify(NEW), 'application/reports+json')).toBe(204)
  expect(await counted('img-src')).toBe(1)
  const invented = { 'csp-report': { ...OLD['csp-report'], 'effective-directive': 'invented-src' } }
  expect(await send(JSON.stringify(invented), 'application/csp-report')).toBe(204)
  expect(await counted('other')).toBe(1)
})

it('ASVS 2.4.1, 5.2.1: refuses what is no report, too long, or too often sent, and stays up', async () => {
  expect(await send('{"a":', 'application/csp-report')).toBe(400)
  expect(await send('"x"', 'application/csp-report')).toBe(400)
  expect(await send('a=b', 'application/x-www-form-urlencoded')).toBe(400)
  expect(await send(JSON.stringify({ 'csp-report': 'x'.repeat(20_000) }), 'application/csp-report')).toBe(400)
  const many = await Promise.all(
    Array.from({ length: 40 }, () => send(JSON.stringify(OLD), 'application/csp-report')),
  )
  expect(many.filter((status) => status === 429).length).toBeGreaterThanOrEqual(20)
  expect((await served.ask('/aide')).status).toBe(200)
  expect(await counted('dropped')).toBeGreaterThanOrEqual(24)
})
