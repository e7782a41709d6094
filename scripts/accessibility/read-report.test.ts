import { expect, it } from 'vitest'
import { AXE_ATTACHMENT, type AxeRecord } from '~/core/accessibility/record'
import { measuredOf, reportSchema } from './read-report'

const attached = (record: AxeRecord) => ({
  name: AXE_ATTACHMENT,
  body: Buffer.from(JSON.stringify(record)).toString('base64'),
})
const record = (page: string, failed = 0): AxeRecord => ({
  ...{ views: 2, pages: [page], absent: { media: 1, frame: 0 } },
  rules: { 'link-name': { passed: 2 - failed, failed, unsure: 0 } },
})
const test = (status: string, ...results: object[]) => ({ status, results })

it('adds up what the last try of each test attached, and how the files of tests ended', () => {
  const report = reportSchema.parse({
    stats: { startTime: '2026-11-29T18:00:00.000Z', duration: 1 },
    suites: [
      {
        specs: [
          {
            file: 'every-page.spec.ts',
            tests: [
              // A first try that failed is not counted beside the second.
              test(
                'flaky',
                { attachments: [attached(record('/', 2))] },
                { attachments: [attached(record('/'))] },
              ),
              test('unexpected', { status: 'failed', attachments: [attached(record('/lots', 1))] }),
            ],
          },
        ],
        suites: [
          {
            specs: [
              {
                file: 'e2e/keyboard.spec.ts',
                tests: [
                  test('expected', {}),
                  test('skipped', {}),
                  test('unexpected', { status: 'timedOut' }),
                ],
              },
            ],
          },
        ],
      },
    ],
  })
  const measured = measuredOf(report, '1.2.3')
  expect(measured).toMatchObject({
    ...{ day: '2026-11-29', version: '1.2.3', pages: ['/', '/lots'], views: 4 },
    rules: [{ id: 'link-name', passed: 3, failed: 1, unsure: 0 }],
    absent: { media: 2, frame: 0, captcha: 0, blink: 0 },
  })
  expect(measured.tests).toContainEqual({ file: 'every-page.spec.ts', passed: 1, failed: 1, unfinished: 0 })
  expect(measured.tests).toContainEqual({ file: 'keyboard.spec.ts', passed: 1, failed: 0, unfinished: 2 })
  expect(measured.tests).toContainEqual({ file: 'no-script.spec.ts', passed: 0, failed: 0, unfinished: 0 })
})
