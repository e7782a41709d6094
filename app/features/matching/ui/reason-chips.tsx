import type { ReactNode } from 'react'
import { attributes } from '~/messages/attributes'
import { matching } from '~/messages/matching'
import { Co2e } from '~/ui/co2e'
import { useFormat, useT } from '~/ui/i18n'
import { CalendarIcon, LeafIcon, PinIcon, ScaleIcon, SearchIcon, TagIcon } from '~/ui/icons'
import { RichText } from '~/ui/rich-text'
import type { PairView } from '../model/pair-view'

/** What matters most of a pair in one line: distance, days, share of the quantity, net emissions, gift. */
export function ReasonChips({ pair }: { pair: PairView }) {
  const t = useT(matching)
  const format = useFormat()
  const tAttribute = useT(attributes)
  const carbon = pair.carbon.ok && pair.carbon.netKg > 0 ? pair.carbon : null
  return (
    <ul aria-label={t('chip.label')} className="flex flex-wrap gap-x-4 gap-y-1">
      <Chip icon={<PinIcon />}>
        {pair.straightKm < 0.1
          ? t('chip.samePlace')
          : t('chip.distance', { straight: format.km(pair.straightKm) })}
      </Chip>
      <Chip icon={<CalendarIcon />}>{t('chip.days', { count: pair.overlapDays })}</Chip>
      <Chip icon={<ScaleIcon />}>
        {pair.coveredMilli >= pair.wantedMilli
          ? t('chip.coverAll')
          : t('chip.coverPart', { share: wholePercent(pair) })}
      </Chip>
      {carbon && (
        <Chip icon={<LeafIcon />}>
          <RichText text={t('chip.carbon')} spans={{ net: () => <Co2e kg={carbon.netKg} /> }} />
        </Chip>
      )}
      {pair.toCheck.length > 0 && (
        <Chip icon={<SearchIcon />}>
          {t('chip.toCheck', { names: pair.toCheck.map((key) => tAttribute(`label.${key}`)).join(', ') })}
        </Chip>
      )}
      {pair.price.unitCents === 0 && <Chip icon={<TagIcon />}>{t('chip.free')}</Chip>}
    </ul>
  )
}

/** Never 100 for a part, nor 0 for something. */
function wholePercent(pair: PairView): number {
  return Math.max(1, Math.floor((100 * pair.coveredMilli) / pair.wantedMilli))
}

function Chip({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li className="inline-flex items-center gap-1.5 font-medium">
      {icon}
      <span>{children}</span>
    </li>
  )
}
