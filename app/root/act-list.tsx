import { Link } from '@remix-run/react'
import type { IsoDay } from '~/core/days'
import { acts as texts } from '~/messages/acts'
import { Badge } from '~/ui/badge'
import { ButtonLink } from '~/ui/button'
import { useFormat, useT } from '~/ui/i18n'
import { sentenceOfAct } from './act-sentence'
import type { Act } from './acts'

/** What waits for someone, each with its day and the one button of the place where it is done. */
export function ActList({ acts, today }: { acts: readonly Act[]; today: IsoDay }) {
  const t = useT(texts)
  const format = useFormat()
  return (
    <ul className="flex flex-col gap-3">
      {acts.map((act, index) => {
        const id = `act-${index}`
        return (
          <li
            key={act.path + act.kind}
            className="flex flex-col gap-3 border-2 border-edge bg-card p-4 sm:flex-row sm:items-center sm:justify-between"
          >
            <div className="flex min-w-0 flex-col items-start gap-1.5">
              {act.due && <DueBadge due={act.due} today={today} />}
              <p id={id}>{sentenceOfAct(t, format, act, today)}</p>
            </div>
            <ButtonLink
              to={act.path}
              look={index === 0 ? 'action' : 'secondary'}
              className="shrink-0"
              small
              aria-describedby={id}
            >
              {t(`kind.${act.kind}.act`)}
            </ButtonLink>
          </li>
        )
      })}
    </ul>
  )
}

function DueBadge({ due, today }: { due: IsoDay; today: IsoDay }) {
  const t = useT(texts)
  const when = useFormat().relativeDay(due, today)
  if (due < today) return <Badge tone="warning">{t('late', { when })}</Badge>
  return <Badge tone={due === today ? 'mark' : 'plain'}>{when}</Badge>
}

/** The most urgent act of who is signed in, and the way to the others. */
export function NextAct({ act, total, today, to }: { act: Act; total: number; today: IsoDay; to: string }) {
  const t = useT(texts)
  return (
    <section aria-labelledby="next-act" className="flex flex-col gap-3 pt-8">
      <h2 id="next-act" className="text-xl">
        {t('title')}
      </h2>
      <ActList acts={[act]} today={today} />
      {total > 1 && (
        <p>
          <Link to={to} className="inline-flex min-h-11 items-center">
            {t('all', { count: total })}
          </Link>
        </p>
      )}
    </section>
  )
}
