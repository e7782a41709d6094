import { programmeWorkshops } from '~/messages/programme-workshops'
import { useFormat, useT } from '~/ui/i18n'
import { FactList } from '~/ui/tag-card'
import type { Workshop } from '../model/workshop'

/** When and where a workshop is, for whom, and how many places are left. */
export function WorkshopFacts({ workshop }: { workshop: Workshop }) {
  const t = useT(programmeWorkshops)
  const format = useFormat()
  const { onDay, fromHour, untilHour, place, audience, places, taken } = workshop
  const left = places - taken
  return (
    <FactList
      facts={[
        { term: t('day'), value: format.dayLong(onDay) },
        { term: t('hours'), value: t('hoursText', { from: fromHour, until: untilHour }) },
        { term: t('place'), value: place },
        { term: t('audience'), value: t(`audienceOf.${audience}`) },
        { term: t('places'), value: left > 0 ? t('left', { count: left, places }) : t('full') },
      ]}
    />
  )
}
