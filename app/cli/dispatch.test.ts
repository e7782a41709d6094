import { describe, expect, it } from 'vitest'
import { dispatch, EXIT, type CliCommand, type Values } from './dispatch'

function terminal() {
  const out: string[] = []
  const err: string[] = []
  return {
    out,
    err,
    output: { out: (line: string) => void out.push(line), err: (line: string) => void err.push(line) },
  }
}

const seen: Values[] = []
const COMMANDS: CliCommand[] = [
  {
    noun: 'ledger',
    verb: 'verify',
    summary: 'Follows the chain.',
    options: {
      json: { type: 'boolean', help: 'Answer as JSON.' },
      database: { type: 'string', value: 'file', help: 'Another database.' },
    },
    run: (values) => {
      seen.push({ ...values })
      return Promise.resolve(EXIT.wrong)
    },
  },
  {
    noun: 'check',
    verb: null,
    summary: 'Looks at everything.',
    options: { deep: { type: 'boolean', help: 'Look closer.' } },
    run: (values) => {
      seen.push({ ...values })
      return Promise.resolve(EXIT.done)
    },
  },
]

async function run(...args: string[]) {
  const { out, err, output } = terminal()
  const exit = await dispatch(args, COMMANDS, output)
  return { exit, out: out.join('\n'), err: err.join('\n') }
}

describe('gisement', () => {
  it('runs the command with its options and ends as it does', async () => {
    expect(await run('ledger', 'verify', '--json', '--database', 'x.sqlite')).toMatchObject({
      exit: EXIT.wrong,
    })
    expect(seen.at(-1)).toEqual({ json: true, database: 'x.sqlite' })
  })

  it('runs what a noun says by itself, with or without options', async () => {
    expect(await run('check')).toMatchObject({ exit: EXIT.done })
    expect(await run('check', '--deep')).toMatchObject({ exit: EXIT.done })
    expect(seen.slice(-2)).toEqual([{}, { deep: true }])
  })

  it.each([
    [[], EXIT.usage, 'ledger verify  Follows the chain.'],
    [['--help'], EXIT.done, 'Usage: gisement <noun> [<verb>]'],
    [['check', '--help'], EXIT.done, 'Usage: gisement check [options]'],
    [['check', 'help'], EXIT.done, '--deep  Look closer.'],
    [['ledger'], EXIT.usage, 'ledger verify'],
    [['ledger', 'help'], EXIT.done, 'ledger verify'],
    [['ledger', 'verify', '--help'], EXIT.done, '--database <file>  Another database.'],
  ] as const)('%j says what there is', async (args, exit, text) => {
    const told = await run(...args)
    expect(told).toMatchObject({ exit, err: '' })
    expect(told.out).toContain(text)
  })

  it.each([
    [['backup'], 'There is no command «backup».'],
    [['check', 'all'], 'There is no command «check all».'],
    [['ledger', 'mend'], 'There is no command «ledger mend».'],
    [['ledger', 'verify', '--fast'], "Unknown option '--fast'"],
    [['ledger', 'verify', 'all'], "Unexpected argument 'all'"],
  ] as const)('%j is refused with a sentence and the help', async (args, sentence) => {
    const told = await run(...args)
    expect(told).toMatchObject({ exit: EXIT.usage, out: '' })
    expect(told.err).toContain(sentence)
    expect(told.err).toContain('Usage: gisement')
  })
})
