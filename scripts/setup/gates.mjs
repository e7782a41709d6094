// Every gate, cheap ones first. `npm run validate` and `npm test` run the same list.
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { stripVTControlCharacters } from 'node:util'
import { isInstalled } from './postgres.mjs'
import { POSTGRES_FILES } from './postgres-files.mjs'
import { bin, ROOT, run, say } from './steps.mjs'

const REPORTS = path.join(ROOT, 'test-results')

/** Runs types, lint, format, architecture, dead code, unit, integration and browser tests; names at the end what failed. */
export async function runGates({ chromiumPath }) {
  fs.mkdirSync(REPORTS, { recursive: true })
  const failed = []
  for (const lanes of gateLanes(chromiumPath)) {
    const broken = await Promise.all(lanes.map((gates) => runLane(gates, lanes.length > 1)))
    failed.push(...broken.flat())
  }
  if (failed.length > 0) {
    process.stderr.write(`\nFailed: ${failed.join(', ')}. The lines above say where.\n`)
    for (const line of brokenTests()) process.stderr.write(`  ${line}\n`)
  }
  const { passed, broken, skipped } = countTests()
  say(failed.length === 0 ? 'Everything passed.' : 'Not everything passed.')
  process.stdout.write(`tests: ${passed} passed, ${broken} failed, ${skipped} skipped\n`)
  return failed.length === 0
}

/** Runs gates one after the other; resolves to the names of those that failed. */
async function runLane(gates, isBeside) {
  const failed = []
  for (const gate of gates) if ((await runGate(gate, isBeside)) !== 0) failed.push(gate.name)
  return failed
}

/** Runs one gate; beside others its lines are held back until it ends, so that they stand together. */
async function runGate({ name, command, args, env }, isBeside) {
  say(`${name}…`)
  if (!isBeside) return run(command, args, env)
  const log = path.join(REPORTS, `${name.replace(/\W+/g, '-')}.log`)
  const output = fs.openSync(log, 'w')
  const code = await run(command, args, env, output)
  fs.closeSync(output)
  if (code !== 0) process.stdout.write(`\n${name}:\n${fs.readFileSync(log, 'utf8')}\n`)
  return code
}

/** The gates in order: lanes that run side by side, each of gates that run one after the other. */
function gateLanes(chromiumPath) {
  const vitest = (project, { report = project, files = [], env } = {}) => ({
    name: `${report} tests`,
    command: bin('vitest'),
    args: [
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${reportOf(report)}`,
      ...files,
    ],
    env,
  })
  const alone = (gate) => [[gate]]
  const onPostgres = { report: 'PostgreSQL', files: POSTGRES_FILES, env: { TEST_ENGINE: 'postgres' } }
  return [
    [
      [{ name: 'lint', command: bin('eslint'), args: ['.', '--max-warnings', '0'] }],
      [
        { name: 'types', command: bin('tsc'), args: ['--noEmit'] },
        { name: 'format', command: bin('prettier'), args: ['--check', '--log-level', 'warn', '.'] },
        {
          name: 'architecture',
          command: bin('depcruise'),
          args: ['app', 'db', '--config', '.dependency-cruiser.cjs'],
        },
        { name: 'dead code', command: bin('knip'), args: [] },
      ],
    ],
    alone(vitest('unit')),
    alone(vitest('integration')),
    ...(isInstalled() ? [alone(vitest('integration', onPostgres))] : []),
    alone({
      name: 'browser tests',
      command: bin('playwright'),
      args: ['test'],
      env: {
        PLAYWRIGHT_JSON_OUTPUT_NAME: reportOf('browser'),
        ...(chromiumPath && { CHROMIUM_PATH: chromiumPath }),
      },
    }),
  ]
}

/** The runs of vitest; the one on PostgreSQL is left out where no server is installed. */
function vitestReports() {
  return ['unit', 'integration', ...(isInstalled() ? ['PostgreSQL'] : [])]
}

function reportOf(name) {
  return path.join(REPORTS, `${name}.json`)
}

function countTests() {
  const sum = { passed: 0, broken: 0, skipped: 0 }
  for (const project of vitestReports()) {
    const report = readReport(project)
    sum.passed += report?.numPassedTests ?? 0
    sum.broken += (report?.numFailedTests ?? 0) + (report ? 0 : 1)
    sum.skipped += report?.numPendingTests ?? 0
  }
  const { stats } = readReport('browser') ?? {}
  sum.passed += (stats?.expected ?? 0) + (stats?.flaky ?? 0)
  sum.broken += stats?.unexpected ?? 1
  sum.skipped += stats?.skipped ?? 0
  return sum
}

/** One line for each test that failed, with the first line of its reason. */
function brokenTests() {
  const files = vitestReports().flatMap((project) => readReport(project)?.testResults ?? [])
  const checked = files.flatMap(({ name, message, assertionResults }) => {
    const file = path.relative(ROOT, name)
    const failures = assertionResults.filter(({ status }) => status === 'failed')
    if (failures.length === 0) return message ? [describe(file, '(the whole file)', message)] : []
    return failures.map(({ fullName, failureMessages }) => describe(file, fullName, failureMessages[0]))
  })
  return [...checked, ...specsIn(readReport('browser') ?? {}).map(describeSpec)]
}

function specsIn({ suites = [], specs = [] }) {
  return [...specs.filter(({ ok }) => !ok), ...suites.flatMap(specsIn)]
}

function describeSpec({ file, title, tests }) {
  const error = tests.flatMap(({ results }) => results).find((result) => result.error)?.error
  return describe(`tests/e2e/${file}`, title, error?.message)
}

function describe(file, title, reason = '') {
  const [first = ''] = stripVTControlCharacters(reason).split('\n')
  return `${file} › ${title}${first && `: ${first.slice(0, 300)}`}`
}

function readReport(name) {
  const file = reportOf(name)
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : null
}
