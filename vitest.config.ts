import os from 'node:os'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { alias } from './vite.alias'

/** Files of minutes: begun last, they would leave every core but one without work. */
const LONGEST = ['authorisation', 'garbage-posts', 'web-edge', 'production'].map((name) => `/${name}.test.ts`)

const isOnPostgres = process.env.TEST_ENGINE === 'postgres'

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const place = ({ moduleId }: TestSpecification) =>
      LONGEST.findIndex((end) => moduleId.endsWith(end)) + 1 || LONGEST.length + 1
    return sorted.sort((a, b) => place(a) - place(b))
  }
}

export default defineConfig({
  resolve: { alias },
  test: {
    // One worker fewer than cores, as is usual, would leave half of two cores without work.
    maxWorkers: os.availableParallelism(),
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{app,db,scripts}/**/*.test.{ts,tsx}'],
          environment: 'node',
          // Nothing that they test keeps a state: to load modules anew for each file takes longer than the tests.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/{integration,scenarios}/**/*.test.ts'],
          environment: 'node',
          pool: 'forks',
          globalSetup: [
            'tests/support/run-folder.ts',
            ...(isOnPostgres ? ['tests/support/postgres/global-setup.ts'] : []),
          ],
          ...(isOnPostgres && { runner: 'tests/support/postgres/runner.ts' }),
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
