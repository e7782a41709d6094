import { Link } from '@remix-run/react'
import { paths } from '~/core/paths'
import { home } from '~/messages/home'
import { materials } from '~/messages/materials'
import { photoSearch } from '~/messages/photo-search'
import { ButtonLink } from '~/ui/button'
import { useFormat, useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import type { TryPhotoReply } from './try-photo-reply'

type Answer = Extract<TryPhotoReply, { ok: true }>

/** The tag, its doubt, and the needs it would fit. */
export function TryPhotoResult({ reply }: { reply: Answer }) {
  const t = useT(home)
  const tPhoto = useT(photoSearch)
  return (
    <div className="flex flex-col gap-4 rounded-md border-2 border-edge bg-card p-4 lg:p-6">
      <p className="text-muted">{t('try.resultOf', { name: reply.name })}</p>
      <Verdict reply={reply} />
      {reply.material && <FittingNeeds reply={reply} />}
      {reply.similar && (
        <p>
          <ButtonLink to={reply.similar} look="secondary">
            {tPhoto('submit')}
          </ButtonLink>
        </p>
      )}
      <p className="text-sm text-muted">
        {t('try.figures', { version: reply.modelVersion, ms: Math.round(reply.ms) })}{' '}
        <Link to={paths.aiUse()}>{t('try.how')}</Link>
      </p>
    </div>
  )
}

function Verdict({ reply }: { reply: Answer }) {
  const t = useT(home)
  const tMaterial = useT(materials)
  const format = useFormat()
  const { verdict, candidates } = reply.suggestion
  const first = candidates[0]
  if ((verdict !== 'sure' && verdict !== 'likely') || !first) {
    const isNone = verdict === 'not-a-material'
    return (
      <Notice tone="warning" title={t(isNone ? 'try.none' : 'try.unsure')}>
        {t(isNone ? 'try.noneText' : 'try.unsureText')}
        {candidates.length > 0 && <Leads title={t('try.hints')} candidates={candidates} />}
      </Notice>
    )
  }
  const name = tMaterial(`type.${first.material}.name`)
  const others = candidates.slice(1)
  return (
    <div className="flex flex-col gap-2" data-verdict={verdict}>
      <h3 className="text-2xl">
        {t(verdict === 'sure' ? 'try.sure' : 'try.likely', { material: name })}{' '}
        <span className="text-lg font-medium text-muted">
          ({t('try.confidence', { percent: format.percent(first.confidence) })})
        </span>
      </h3>
      <p>{t('try.verify')}</p>
      {others.length > 0 && <Leads title={t('try.other')} candidates={others} />}
    </div>
  )
}

function Leads({ title, candidates }: { title: string; candidates: Answer['suggestion']['candidates'] }) {
  const tMaterial = useT(materials)
  const format = useFormat()
  const named = candidates.map(
    ({ material, confidence }) => `${tMaterial(`type.${material}.name`)} (${format.percent(confidence)})`,
  )
  return (
    <p className="text-muted">
      {title} {named.join(', ')}
    </p>
  )
}

function FittingNeeds({ reply }: { reply: Answer }) {
  const t = useT(home)
  const format = useFormat()
  const filter = `?materiau=${reply.material}`
  return (
    <div className="flex flex-col gap-3">
      <h3 className="text-xl">{t('try.needsTitle')}</h3>
      {reply.needs.length === 0 && <p>{t('try.noNeeds')}</p>}
      <ul className="flex flex-col gap-2">
        {reply.needs.map((need) => (
          <li key={need.id} className="flex flex-col border-l-4 border-mark pl-3">
            <Link to={paths.need(need.id)} className="font-semibold">
              {need.title}
            </Link>
            <span className="text-muted">
              {t('try.needLine', {
                quantity: format.quantity(need.openMilli, need.unit),
                commune: need.communeName,
                day: format.day(need.neededUntil),
              })}
            </span>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        <ButtonLink to={paths.newLot()}>{t('try.publish')}</ButtonLink>
        <ButtonLink to={paths.needs() + filter} look="secondary">
          {t('try.seeNeeds')}
        </ButtonLink>
        <ButtonLink to={paths.lots() + filter} look="secondary">
          {t('try.seeLots')}
        </ButtonLink>
      </div>
    </div>
  )
}
