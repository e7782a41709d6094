import fs from 'node:fs/promises'
import type { ChainReport, PublishedHead } from '~/core/hash-chain'
import { publicChainSchema, publishedHeadsSchema } from '~/features/accounting/chain-schema'
import { verifyPublicChain } from '~/features/accounting/model/public-chain'
import { findHead } from '~/features/accounting/queries/chain.server'
import { sha256 } from '~/platform/sha256.server'
import { verifyLedger, type LedgerReport } from '~/features/accounting/verify-ledger.server'
import { EXIT, type CliCommand, type Exit, type Output } from '../dispatch'
import { faultSentence } from '../fault-sentence'
import { DATABASE, JSON_OUT } from '../options'
import { withDatabase } from '../with-database.server'

export const LEDGER_COMMANDS: readonly CliCommand[] = [
  {
    noun: 'ledger',
    verb: 'verify',
    summary: 'Follows the chain of the ledger and says where it breaks. Changes nothing.',
    options: {
      json: JSON_OUT,
      database: DATABASE,
      chain: {
        type: 'string',
        value: 'file',
        help: 'A chain downloaded from the public page, in place of a database.',
      },
      heads: {
        type: 'string',
        value: 'file',
        help: 'Heads that you kept elsewhere, to hold the chain against.',
      },
    },
    run: async (values, output) => {
      const copies = typeof values.heads === 'string' ? await readHeads(values.heads, output) : []
      if (!copies) return EXIT.usage
      const isJson = values.json === true
      if (typeof values.chain === 'string') return verifyFile(values.chain, copies, isJson, output)
      return withDatabase(values, output, async () => tell(await verifyLedger(copies), isJson, output))
    },
  },
  {
    noun: 'ledger',
    verb: 'head',
    summary: 'Says the last row of the chain and its hash, to be kept elsewhere.',
    options: { json: JSON_OUT, database: DATABASE },
    run: (values, output) =>
      withDatabase(values, output, async () => {
        const head = await findHead()
        if (values.json === true) output.out(JSON.stringify(head))
        else output.out(head ? `Row ${head.seq}: ${head.hash}` : 'The ledger is empty.')
        return EXIT.done
      }),
  },
]

async function verifyFile(
  file: string,
  copies: readonly PublishedHead[],
  isJson: boolean,
  output: Output,
): Promise<Exit> {
  const chain = publicChainSchema.safeParse(await readJson(file))
  if (!chain.success) {
    output.err(`${file} is not a chain as the page of the ledger hands it out.`)
    return EXIT.usage
  }
  return tell(verifyPublicChain(chain.data, copies, sha256), isJson, output)
}

async function readHeads(file: string, output: Output): Promise<PublishedHead[] | null> {
  const heads = publishedHeadsSchema.safeParse(await readJson(file))
  if (heads.success) return heads.data
  output.err(`${file} holds no heads: a list of {"day", "seq", "hash"}, or one of them.`)
  return null
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await fs.readFile(file, 'utf8'))
  } catch {
    return null
  }
}

function tell(report: ChainReport | LedgerReport, isJson: boolean, { out }: Output): Exit {
  const unfounded = 'unfounded' in report ? report.unfounded : []
  const isWhole = report.faults.length === 0 && unfounded.length === 0
  if (isJson) out(JSON.stringify({ ok: isWhole, ...report }, null, 2))
  else {
    for (const fault of report.faults) out(faultSentence(fault))
    for (const { seq, massG, signedG } of unfounded) {
      out(`Row ${seq} says ${massG / 1000} kg where both sides signed ${signedG / 1000} kg.`)
    }
    if ('missing' in report && report.missing > 0)
      out(`Signed handovers that are not entered yet: ${report.missing}.`)
    if (report.head) out(`Head: row ${report.head.seq}, ${report.head.hash}.`)
    out(isWhole ? `The chain holds: ${report.rows} rows.` : `The chain does not hold: ${report.rows} rows.`)
  }
  return isWhole ? EXIT.done : EXIT.wrong
}
