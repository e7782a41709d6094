import { checkSettings } from '~/platform/check-settings.server'
import { EXIT, type CliCommand, type Exit, type Output, type Values } from '../dispatch'
import { JSON_OUT } from '../options'

export const CONFIG_COMMANDS: readonly CliCommand[] = [
  {
    noun: 'config',
    verb: 'check',
    summary: 'Says of each variable where it comes from, what is wrong and what to do. Shows no secret.',
    options: { json: JSON_OUT },
    run: runConfig,
  },
]

async function runConfig(values: Values, { out }: Output): Promise<Exit> {
  const { settings, faults, warnings } = await checkSettings()
  if (values.json === true)
    out(JSON.stringify({ ok: faults.length === 0, settings, faults, warnings }, null, 2))
  else {
    const width = Math.max(...settings.map(({ name }) => name.length))
    for (const { name, from, shown } of settings) {
      out(`${name.padEnd(width)}  ${shown ?? (from === 'default' ? 'default' : `set (${from})`)}`)
    }
    for (const warning of warnings) out(`warning  ${warning}`)
    for (const fault of faults) out(`fault    ${fault}`)
    out(faults.length === 0 ? 'The server would start with this.' : 'The server would not start with this.')
  }
  return faults.length === 0 ? EXIT.done : EXIT.wrong
}
