import { Link } from '@remix-run/react'
import { paths } from '~/core/paths'
import { publicCessions } from '~/messages/public-cessions'
import { Badge } from '~/ui/badge'
import { useFormat, useT } from '~/ui/i18n'
import type { Check, CouncilAct, Finding } from '../model/public-checks'

/** Where the giver settles what a check found missing. */
const SETTLED_AT: Readonly<Partial<Record<Finding, readonly ('terms' | 'delegation' | 'price')[]>>> = {
  'sale-undelegated': ['delegation', 'terms'],
  'sale-over': ['terms'],
  'market-unknown': ['terms'],
  'market-unjustified': ['terms', 'price'],
  'kinds-unlisted': ['price', 'terms'],
  'kinds-closed': ['price'],
  'ceiling-unknown': ['terms'],
  'ceiling-over': ['price', 'terms'],
  'ceiling-closed': ['price'],
}

/** What each rule for public bodies found, by which text, and where to settle what is missing. */
export function ChecksList({
  checks,
  lotId,
  canSettle,
  isTaker = false,
}: {
  checks: readonly Check[]
  lotId: string
  /** Whether the reader is the giver, before the answer. */
  canSettle: boolean
  /** Whether the reader is who asked: they are told what they can do themselves. */
  isTaker?: boolean
}) {
  const t = useT(publicCessions)
  const text = useFindingText()
  const wayTo = {
    terms: paths.lotAttribution(lotId),
    delegation: paths.organisationAttribution(),
    price: paths.editLot(lotId),
  }
  return (
    <ul className="flex flex-col divide-y-2 divide-edge border-y-2 border-edge">
      {checks.map((check) => (
        <li key={check.rule} className="flex flex-col gap-1 py-3">
          <p className="flex flex-wrap items-center gap-3 font-semibold">
            {t(`rule.${check.rule}`)}
            <Badge tone={check.isMet ? 'success' : 'warning'}>
              {t(check.isMet ? 'panel.met' : 'panel.missing')}
            </Badge>
          </p>
          <p className="prose-width">{text(check)}</p>
          <p className="text-muted">{t('panel.source', { source: check.source })}</p>
          {isTaker && !check.isMet && <p className="prose-width font-semibold">{t(`taker.${check.rule}`)}</p>}
          {canSettle && !check.isMet && (
            <p className="flex flex-wrap gap-x-6" data-screen-only>
              {(SETTLED_AT[check.finding] ?? []).map((way) => (
                <Link key={way} to={wayTo[way]} className="inline-flex min-h-11 items-center font-semibold">
                  {t(`do.${way}`)}
                </Link>
              ))}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

function useFindingText(): (check: Check) => string {
  const t = useT(publicCessions)
  const format = useFormat()
  const actText = useActText()
  return ({ finding, cents, limitCents, act, reason }) =>
    t(`finding.${finding}`, {
      amount: cents === null ? '' : format.euros(cents),
      limit: limitCents === null ? '' : format.euros(limitCents),
      act: act ? actText(act) : '',
      reason,
    })
}

export function useActText(): (act: CouncilAct) => string {
  const t = useT(publicCessions)
  const format = useFormat()
  return ({ reference, on }) => t('act', { reference, on: format.day(on) })
}
