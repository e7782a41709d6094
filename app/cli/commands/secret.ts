import { resealFactors } from '~/features/identity/commands/reseal-factors.server'
import { resealWebhooks } from '~/features/webhooks/commands/reseal-webhooks.server'
import { EXIT, type CliCommand } from '../dispatch'
import { JSON_OUT } from '../options'
import { withDatabase } from '../with-database.server'

export const SECRET_COMMANDS: readonly CliCommand[] = [
  {
    noun: 'secret',
    verb: 'renew',
    summary:
      'Seals second factors and secrets of webhooks under SESSION_SECRET, those that SESSION_SECRET_FORMER sealed included.',
    options: { json: JSON_OUT },
    run: (values, output) =>
      withDatabase(values, output, async () => {
        const [factors, webhooks] = [await resealFactors(), await resealWebhooks()]
        const report = { sealed: factors.sealed + webhooks.sealed, lost: factors.lost + webhooks.lost }
        if (values.json === true) output.out(JSON.stringify({ ok: report.lost === 0, ...report }))
        else output.out(`${report.sealed} sealed anew, ${report.lost} that no known secret opens.`)
        return report.lost === 0 ? EXIT.done : EXIT.wrong
      }),
  },
]
