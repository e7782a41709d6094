import path from 'node:path'
import { TestRunner, type RunnerTask, type RunnerTestFile } from 'vitest'
import { EMBEDDED_ONLY } from './embedded-only'

/** Skips, in a run on PostgreSQL, the tests that are about the embedded engine: reports show them as skipped. */
export default class PostgresRunner extends TestRunner {
  onCollected(files: RunnerTestFile[]): void {
    for (const file of files) {
      const skipped = EMBEDDED_ONLY[path.relative(process.cwd(), file.filepath)]
      if (skipped === undefined) continue
      const titles = typeof skipped === 'string' ? [''] : Object.keys(skipped)
      skip(file, (title) => titles.some((part) => title.includes(part)))
    }
  }
}

/** @returns whether nothing of it is left to run, so that what it would prepare is not prepared */
function skip(task: RunnerTask, isSkipped: (title: string) => boolean): boolean {
  const isGone =
    task.type === 'suite'
      ? task.tasks.map((one) => skip(one, isSkipped)).every(Boolean)
      : isSkipped(task.name)
  if (isGone) task.mode = 'skip'
  return isGone || task.mode === 'skip'
}
