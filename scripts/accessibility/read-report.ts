import path from 'node:path'
import { z } from 'zod'
import { ABSENT, LOOKS, type AbsentKind } from '~/core/accessibility/criteria'
import type { Measured } from '~/core/accessibility/judge'
import { AXE_ATTACHMENT } from '~/core/accessibility/record'

const attachment = z.object({ name: z.string(), body: z.string().optional() })
const spec = z.object({
  file: z.string(),
  tests: z.array(
    z.object({
      status: z.enum(['expected', 'unexpected', 'flaky', 'skipped']),
      results: z.array(
        z.object({ status: z.string().default('passed'), attachments: z.array(attachment).default([]) }),
      ),
    }),
  ),
})
type Suite = { specs?: z.output<typeof spec>[]; suites?: Suite[] }
const suite: z.ZodType<Suite> = z.lazy(() =>
  z.object({ specs: z.array(spec).optional(), suites: z.array(suite).optional() }),
)

/** The JSON report of Playwright, as far as it is read. */
export const reportSchema = z.object({
  suites: z.array(suite),
  stats: z.object({ startTime: z.iso.datetime() }),
})
export type Report = z.output<typeof reportSchema>

const counts = z.object({ passed: z.number(), failed: z.number(), unsure: z.number() })
const kinds = Object.keys(ABSENT) as AbsentKind[]
const recordSchema = z.object({
  views: z.number(),
  pages: z.array(z.string()),
  rules: z.record(z.string(), counts),
  absent: z.partialRecord(z.enum(kinds), z.number()),
})

/** What a report of the browser tests measured for the statement; the last try of each test counts. */
export function measuredOf(report: Report, version: string): Measured {
  const specs = specsOf(report.suites)
  const records = specs.flatMap(({ tests }) =>
    tests.flatMap(({ results }) =>
      (results.at(-1)?.attachments ?? [])
        .filter(({ name }) => name === AXE_ATTACHMENT)
        .map(({ body = '' }) => recordSchema.parse(JSON.parse(Buffer.from(body, 'base64').toString()))),
    ),
  )
  const ids = [...new Set(records.flatMap(({ rules }) => Object.keys(rules)))].sort()
  const sum = (id: string, as: 'passed' | 'failed' | 'unsure') =>
    records.reduce((total, { rules }) => total + (rules[id]?.[as] ?? 0), 0)
  return {
    day: report.stats.startTime.slice(0, 10),
    version,
    pages: [...new Set(records.flatMap(({ pages }) => pages))].sort(),
    views: records.reduce((total, { views }) => total + views, 0),
    rules: ids.map((id) => ({
      ...{ id, passed: sum(id, 'passed'), failed: sum(id, 'failed'), unsure: sum(id, 'unsure') },
    })),
    absent: Object.fromEntries(
      kinds.map((kind) => [kind, records.reduce((total, { absent }) => total + (absent[kind] ?? 0), 0)]),
    ) as Record<AbsentKind, number>,
    tests: testsOf(specs),
  }
}

function specsOf(suites: readonly Suite[]): z.output<typeof spec>[] {
  return suites.flatMap((one) => [...(one.specs ?? []), ...specsOf(one.suites ?? [])])
}

/**
 * How the tests ended of each file that a criterion is looked at by. Flaky ones passed; those that were not run, or
 * stopped before their end, found nothing and vouch for nothing.
 */
function testsOf(specs: readonly z.output<typeof spec>[]): Measured['tests'] {
  const files = [...new Set(Object.values(LOOKS).flatMap(({ tests = [] }) => tests))].sort()
  return files.map((file) => {
    const own = specs.filter((one) => path.basename(one.file) === file).flatMap(({ tests }) => tests)
    const passed = own.filter(({ status }) => status === 'expected' || status === 'flaky').length
    const failed = own.filter(
      ({ status, results }) => status === 'unexpected' && results.at(-1)?.status === 'failed',
    ).length
    return { file, passed, failed, unfinished: own.length - passed - failed }
  })
}
