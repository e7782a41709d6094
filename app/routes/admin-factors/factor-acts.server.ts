import { data, redirect } from '@remix-run/node'
import { isIsoDay } from '~/core/days'
import { paths } from '~/core/paths'
import { previewFactors, type FactorEffect } from '~/features/accounting/preview-factors.server'
import { publishFactors } from '~/features/carbon/commands/publish-factors.server'
import { FACTOR_COLUMNS, type FactorFault } from '~/features/carbon/model/factor-table'
import type { Actor } from '~/features/organisations/model/permissions'
import { factorCsv, readFactorCsv } from '~/http/factor-csv.server'
import { domainMessage } from '~/http/issue-message.server'
import { localeOf } from '~/http/locale.server'
import { readFilesForm, type SentFile } from '~/http/read-photo-form.server'
import { STATUS } from '~/http/status'
import { translator } from '~/messages/catalogue'
import { factors } from '~/messages/factors'

export type FactorField = 'table' | 'validFrom' | 'reason' | null
export type FactorReply = {
  fault: { field: FactorField; message: string } | null
  preview: FactorEffect | null
  kept: { table: string; validFrom: string; reason: string }
}

const KILOBYTE = 1024
const LIMITS = {
  maxParts: 12,
  maxFiles: 1,
  maxFileSize: 200 * KILOBYTE,
  maxTotalSize: 500 * KILOBYTE,
}

/** Shows what a table would change, or publishes it. A fault keeps the answers. */
export async function actOnFactors(request: Request, actor: Actor) {
  const locale = await localeOf(request)
  const t = translator(locale, factors)
  const sent: { file: SentFile | null } = { file: null }
  const form = await readSent(request, (file) => void (sent.file = file.bytes.byteLength > 0 ? file : null))
  const text = (name: string) => {
    const value = form?.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  const kept = { table: text('table'), validFrom: text('validFrom'), reason: text('reason') }
  const reply = (more: Partial<FactorReply>, status = 400) =>
    data<FactorReply>({ fault: null, preview: null, kept, ...more }, { status })
  const fault = (field: FactorField, message: string, status = 400) =>
    reply({ fault: { field, message } }, status)
  if (!form) return fault('table', t('fault.tooHeavy'), 413)
  const table = readFactorCsv(sent.file?.bytes ?? new TextEncoder().encode(kept.table))
  if (!table.ok) return fault('table', t(`fault.${table.fault satisfies FactorFault}`, paramsOf(table.line)))
  // A file is shown as the table that it is, so that what is published is what was seen.
  kept.table = factorCsv(table.rows).replace('\uFEFF', '')
  if (!isIsoDay(kept.validFrom)) return fault('validFrom', t('fault.validFrom'))
  if (text('intent') !== 'publish') return reply({ preview: await previewFactors(table.rows) }, 200)
  if (kept.reason.length < 3 || kept.reason.length > 300) return fault('reason', t('fault.reason'))
  const { validFrom, reason } = kept
  const published = await publishFactors({ actor, rows: table.rows, validFrom, reason, seen: text('seen') })
  if (published.ok) return redirect(paths.factors('?fait=publiee'))
  return fault(null, domainMessage(locale, published.error), STATUS[published.error.code])
}

function paramsOf(line: number) {
  return { line, columns: FACTOR_COLUMNS.join(' ; ') }
}

async function readSent(request: Request, take: (file: SentFile) => void): Promise<FormData | null> {
  try {
    return await readFilesForm(request, { file: take }, LIMITS)
  } catch {
    // A body that is no form, or heavier than any table of factors.
    return null
  }
}
