import type { LoaderFunctionArgs } from '@remix-run/node'
import { accessibilityStatement } from '~/core/accessibility/statement'
import { toCsv } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { download } from '~/http/replies.server'
import { accessibility } from '~/messages/accessibility'
import { translator } from '~/messages/catalogue'
import { rgaa } from '~/messages/rgaa'

/** The criteria of the statement, with what automatic tests say of each. */
export async function loader({ request }: LoaderFunctionArgs) {
  const locale = await localeOf(request)
  const t = translator(locale, accessibility)
  const nameOf = translator(locale, rgaa) as unknown as (key: string) => string
  const { measured, criteria } = accessibilityStatement()
  const body = toCsv(
    [
      { header: t('number'), cell: ({ number }) => number },
      { header: t('theme'), cell: ({ number }) => nameOf(`theme.${number.split('.')[0]}`) },
      { header: t('criterion'), cell: ({ number }) => nameOf(`criterion.${number}`) },
      { header: t('state'), cell: ({ state }) => t(`stateOf.${state}`) },
      { header: t('by'), cell: ({ state, by }) => (state === 'absent' ? t('byAbsent') : by.join(', ')) },
    ],
    criteria,
  )
  return download(body, `gisement-${t('file')}-${measured.day}.csv`, 'text/csv')
}
