import type { IsoDay } from '~/core/days'
import { scanner } from '~/messages/scanner'
import { useFormat, useT } from '~/ui/i18n'
import { Bar } from '~/ui/meter-bar'
import { spacedCode } from '../model/code'
import type { CountProgress } from '../model/count-progress'

/** «7 sur 12», and the pieces that are missing by their names. */
export function CountState({ progress, day }: { progress: CountProgress; day: IsoDay | null }) {
  const t = useT(scanner)
  const format = useFormat()
  const { done, total, missing, anyWillDo } = progress
  return (
    <section aria-labelledby="progress" className="flex flex-col gap-3">
      <h2 id="progress" className="text-xl">
        {t('count.progressTitle')}
      </h2>
      <p className="reference text-4xl">{t('count.progress', { done, total })}</p>
      <Bar value={total === 0 ? null : done / total} />
      {done === total && <p className="font-semibold">{t('count.done')}</p>}
      {done > total && <p className="font-semibold text-danger">{t('count.over', { done, total })}</p>}
      {missing.length > 0 && (
        <div>
          <p className="font-semibold">
            {anyWillDo ? t('count.anyOf', { count: total - done }) : t('count.missing')}
          </p>
          <ul className="flex flex-wrap gap-x-4 gap-y-1">
            {missing.map(({ code, item }) => (
              <li key={code}>
                {item === null ? t('count.whole', { code: spacedCode(code) }) : t('count.piece', { item })}
              </li>
            ))}
          </ul>
        </div>
      )}
      {day && <p className="text-muted">{t('count.today', { day: format.dayLong(day) })}</p>}
    </section>
  )
}
