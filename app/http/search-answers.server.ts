import type { SearchFaults } from '~/schema/search-fields'
import { issueSentence } from './issue-message.server'
import { localeOf } from './locale.server'

/** What the form of a search shows again: what the address holds of these fields, and why some could not be read. */
export async function searchAnswers(
  request: Request,
  names: readonly string[],
  faults: SearchFaults,
): Promise<{ typed: Record<string, string>; errors: Record<string, string> }> {
  const locale = await localeOf(request)
  const params = new URL(request.url).searchParams
  return {
    typed: Object.fromEntries(names.map((name) => [name, params.get(name)?.slice(0, 100) ?? ''])),
    errors: Object.fromEntries(
      Object.entries(faults).map(([name, code]) => [name, issueSentence(locale, code)]),
    ),
  }
}
