import { parseArgs, type ParseArgsConfig } from 'node:util'

/** What a command ends with: done, something is wrong that it says, or it was not understood. */
export const EXIT = { done: 0, wrong: 1, usage: 2 } as const
export type Exit = (typeof EXIT)[keyof typeof EXIT]

/** Where a command writes: results on one side, what went wrong on the other. */
export type Output = { out: (line: string) => void; err: (line: string) => void }

export type Options = NonNullable<ParseArgsConfig['options']>
export type Values = Readonly<Record<string, string | boolean | undefined>>

export type CliCommand = {
  noun: string
  /** Null for the one thing that a noun says by itself, such as `gisement backup`. */
  verb: string | null
  /** One sentence for the list of commands. */
  summary: string
  /** What each option does, in the order of the help. */
  options: Readonly<Record<string, { type: 'string' | 'boolean'; value?: string; help: string }>>
  run: (values: Values, output: Output) => Promise<Exit>
}

/**
 * Runs `gisement <noun> [<verb>] [options]`. Without a command, or with `--help`, it says what there is; what it does not
 * know it names, with what comes nearest to it.
 */
export async function dispatch(
  args: readonly string[],
  commands: readonly CliCommand[],
  output: Output,
): Promise<Exit> {
  const [noun, second, ...others] = args
  if (noun === undefined || isHelp(noun)) {
    output.out(helpOf(commands))
    return noun === undefined ? EXIT.usage : EXIT.done
  }
  const ofNoun = commands.filter((command) => command.noun === noun)
  if (ofNoun.length === 0) return unknown(`There is no command «${noun}».`, commands, output)
  const bare = ofNoun.find(({ verb }) => verb === null)
  if (second === undefined && !bare) {
    output.out(helpOf(ofNoun))
    return EXIT.usage
  }
  if (second !== undefined && isHelp(second)) {
    output.out(bare && ofNoun.length === 1 ? usageOf(bare) : helpOf(ofNoun))
    return EXIT.done
  }
  const isVerb = second !== undefined && !second.startsWith('-')
  const command = ofNoun.find(({ verb }) => verb === (isVerb ? second : null))
  if (!command) return unknown(`There is no command «${noun} ${second}».`, ofNoun, output)
  const rest = isVerb ? others : args.slice(1)
  if (rest.some(isHelp)) {
    output.out(usageOf(command))
    return EXIT.done
  }
  const parsed = valuesOf(rest, command)
  if (typeof parsed === 'string') {
    output.err(`${parsed}\n\n${usageOf(command)}`)
    return EXIT.usage
  }
  return command.run(parsed, output)
}

function isHelp(text: string): boolean {
  return text === '--help' || text === '-h' || text === 'help'
}

function unknown(sentence: string, commands: readonly CliCommand[], output: Output): Exit {
  output.err(`${sentence}\n\n${helpOf(commands)}`)
  return EXIT.usage
}

/** The options given, or the sentence that says what is wrong with them. */
function valuesOf(args: readonly string[], { options }: CliCommand): Values | string {
  const known: Options = Object.fromEntries(
    Object.entries(options).map(([name, { type }]) => [name, { type }]),
  )
  try {
    return parseArgs({ args: [...args], options: known, strict: true }).values as Values
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function helpOf(commands: readonly CliCommand[]): string {
  const names = commands.map(nameOf)
  const width = Math.max(...names.map(({ length }) => length))
  return [
    'Usage: gisement <noun> [<verb>] [options]',
    '',
    ...commands.map(({ summary }, at) => `  ${names[at]!.padEnd(width)}  ${summary}`),
    '',
    'gisement <noun> [<verb>] --help says what a command takes.',
  ].join('\n')
}

function nameOf({ noun, verb }: CliCommand): string {
  return verb === null ? noun : `${noun} ${verb}`
}

function usageOf(command: CliCommand): string {
  const { summary, options } = command
  const flags = Object.entries(options).map(([name, { value }]) =>
    value ? `--${name} <${value}>` : `--${name}`,
  )
  const width = Math.max(0, ...flags.map(({ length }) => length))
  const lines = Object.values(options).map(({ help }, at) => `  ${flags[at]!.padEnd(width)}  ${help}`)
  return [`Usage: gisement ${nameOf(command)} [options]`, '', summary, '', ...lines].join('\n')
}
