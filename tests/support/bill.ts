import { addDays } from '~/core/days'
import type { Actor } from '~/features/organisations/model/permissions'
import { TODAY } from './deal'
import { requestAs } from './requests'

/** Where, when and how good the materials of a bill of quantities are wanted, as its form sends them. */
export const BILL_TERMS = {
  title: 'École Jean-Macé',
  communeCode: '93048',
  neededFrom: TODAY,
  neededUntil: addDays(TODAY, 60),
  radiusKm: '20',
  minCondition: '2',
}

/** Posts a form in parts, as the pages do, with a file or without. */
export async function postedInParts(
  actor: Actor | null,
  path: string,
  fields: Record<string, string>,
  file?: File,
): Promise<Request> {
  const asked = await requestAs(actor, path)
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  if (file) body.append('file', file)
  return new Request(asked.url, { method: 'POST', headers: asked.headers, body })
}
