import { runCli } from '~/cli/run'

/** Runs an operator's command in this process: how it ends and what it says. */
export async function gisement(...args: string[]): Promise<{ exit: number; out: string; err: string }> {
  const out: string[] = []
  const err: string[] = []
  const exit = await runCli(args, {
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
  })
  return { exit, out: out.join('\n'), err: err.join('\n') }
}
