import { baskets } from '~/messages/baskets'
import { useFormat, useT } from '~/ui/i18n'
import { Bar } from '~/ui/meter-bar'
import type { CoverWeek } from '../model/cover-basket'

/** How much is covered as the weeks pass and lots become available: bars of one scale, nothing to all. */
export function CoverWeeks({ weeks }: { weeks: readonly CoverWeek[] }) {
  const t = useT(baskets)
  const format = useFormat()
  return (
    <section aria-labelledby="weeks-title" className="flex flex-col gap-4">
      <h2 id="weeks-title">{t('weeks.title')}</h2>
      <ul className="flex max-w-3xl flex-col gap-3">
        {weeks.map(({ by, count }, at) => (
          <li
            key={by}
            className="grid grid-cols-[1fr_auto] items-center gap-x-3 gap-y-1 sm:grid-cols-[16rem_1fr_4rem]"
          >
            <span>{at === 0 ? t('weeks.today') : t('weeks.by', { day: format.dayShort(by) })}</span>
            <strong className="text-right sm:order-last">{format.percent(count.meanShare, 0)}</strong>
            <span className="max-sm:col-span-2">
              <Bar value={count.meanShare} />
            </span>
          </li>
        ))}
      </ul>
      <p className="text-muted">{t('weeks.note')}</p>
    </section>
  )
}
