import type { LoaderFunctionArgs } from '@remix-run/node'
import { listRulesVersions, type RulesVersionEntry } from '~/features/attribution/queries.server'
import { requireAdministration } from '~/http/administration.server'
import { toCsv, type CsvColumn } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { download } from '~/http/replies.server'
import { attribution } from '~/messages/attribution'
import { translator } from '~/messages/catalogue'
import { publicRules } from '~/messages/public-rules'

/** Every version of the rules for public givers, with its author, its reason and its texts of law. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministration(request, 'public-rules:manage')
  const locale = await localeOf(request)
  const t = translator(locale, publicRules)
  const tKind = translator(locale, attribution)
  const yesNo = (value: boolean) => t(value ? 'history.yes' : 'history.no')
  const columns: CsvColumn<RulesVersionEntry>[] = [
    { header: t('history.version'), cell: ({ version }) => version },
    { header: t('history.validFrom'), cell: ({ validFrom }) => validFrom ?? t('history.shipped') },
    {
      header: t('history.setAt'),
      cell: ({ setAtMs }) => (setAtMs === null ? null : new Date(setAtMs).toISOString()),
    },
    { header: t('history.setBy'), cell: ({ setBy }) => setBy },
    { header: t('history.reason'), cell: ({ reason }) => reason },
    { header: t('history.threshold'), cell: ({ rules }) => rules.saleThresholdCents / 100 },
    { header: t('history.market'), cell: ({ rules }) => yesNo(rules.isBelowMarketJustified) },
    {
      header: t('history.kinds'),
      cell: ({ rules }) => rules.giftKinds.map((kind) => tKind(`kindOf.${kind}`)).join(' ; '),
    },
    {
      header: t('history.ceiling'),
      cell: ({ rules: { giftCeilingCents } }) =>
        giftCeilingCents === null ? t('history.noCeiling') : giftCeilingCents / 100,
    },
    { header: t('history.deliberation'), cell: ({ rules }) => yesNo(rules.isDeliberationAllowing) },
    { header: t('history.resale'), cell: ({ rules }) => yesNo(rules.isResaleForbidden) },
    {
      header: t('history.sources'),
      cell: ({ rules }) =>
        [
          ...[rules.saleSource, rules.marketSource, rules.giftKindsSource, rules.giftCeilingSource],
          ...[rules.deliberationSource, rules.resaleSource],
        ].join(' ; '),
    },
  ]
  return download(toCsv(columns, await listRulesVersions()), `${t('history.csvFile')}.csv`, 'text/csv')
}
