import { findAuditHead } from '~/features/audit/queries/chain.server'
import { verifyAudit } from '~/features/audit/verify-audit.server'
import { EXIT, type CliCommand } from '../dispatch'
import { faultSentence } from '../fault-sentence'
import { withDatabase } from '../with-database.server'

const DATABASE = {
  type: 'string',
  value: 'file',
  help: 'A database other than the one of DATA_DIR.',
} as const
const JSON_OUT = { type: 'boolean', help: 'Answer as JSON.' } as const
const HEAD = /^(\d{1,15}):([0-9a-f]{64})$/

export const AUDIT_COMMANDS: readonly CliCommand[] = [
  {
    noun: 'audit',
    verb: 'verify',
    summary: 'Follows the chain of the audit log and says where it breaks. Changes nothing.',
    options: {
      json: JSON_OUT,
      database: DATABASE,
      head: {
        type: 'string',
        value: 'number:hash',
        help: 'A head that you kept elsewhere, to hold the chain against.',
      },
    },
    run: async (values, output) => {
      const given = typeof values.head === 'string' ? HEAD.exec(values.head) : null
      if (values.head !== undefined && !given) {
        output.err('A head is a number, a colon and a hash, as «gisement audit head» says it.')
        return EXIT.usage
      }
      const copies = given ? [{ seq: Number(given[1]), hash: given[2]! }] : []
      return withDatabase(values, output, async () => {
        const report = await verifyAudit(copies)
        const isWhole = report.faults.length === 0
        if (values.json === true) output.out(JSON.stringify({ ok: isWhole, ...report }, null, 2))
        else {
          for (const fault of report.faults) output.out(faultSentence(fault))
          if (report.head) output.out(`Head: ${report.head.seq}:${report.head.hash}`)
          output.out(`The chain ${isWhole ? 'holds' : 'does not hold'}: ${report.rows} rows.`)
        }
        return isWhole ? EXIT.done : EXIT.wrong
      })
    },
  },
  {
    noun: 'audit',
    verb: 'head',
    summary: 'Says the last row of the audit log and its hash, to be kept elsewhere.',
    options: { json: JSON_OUT, database: DATABASE },
    run: (values, output) =>
      withDatabase(values, output, async () => {
        const head = await findAuditHead()
        if (values.json === true) output.out(JSON.stringify(head))
        else output.out(head ? `${head.seq}:${head.hash}` : 'The audit log is empty.')
        return EXIT.done
      }),
  },
]
