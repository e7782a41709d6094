import type { LoaderFunctionArgs } from '@remix-run/node'
import { registerEntries, registerLines } from '~/features/privacy/model/register'
import { RETENTION } from '~/features/privacy/model/retention'
import { localeOf } from '~/http/locale.server'
import { operator } from '~/http/operator.server'
import { translator } from '~/messages/catalogue'
import { privacyTreatments } from '~/messages/privacy-treatments'

/** The register for machines: treatments with their columns, and the terms that housekeeping applies. */
export async function loader({ request }: LoaderFunctionArgs) {
  const locale = await localeOf(request)
  const tOf = translator(locale, privacyTreatments)
  const lines = registerLines()
  const treatments = registerEntries().map(({ treatment, categories }) => ({
    id: treatment,
    title: tOf(`${treatment}.title`),
    purpose: tOf(`${treatment}.purpose`),
    legalBasis: tOf(`${treatment}.basis`),
    recipients: tOf(`${treatment}.recipients`),
    retention: tOf(`${treatment}.kept`),
    categories,
    columns: lines
      .filter((line) => line.treatment === treatment)
      .map(({ table, column, category, fate }) => ({ table, column, category, onErasure: fate })),
  }))
  const register = { language: locale, controller: operator(), treatments, terms: RETENTION }
  return Response.json(register, { headers: { 'Cache-Control': 'no-store' } })
}
