import { Link } from '@remix-run/react'
import { paths } from '~/core/paths'
import { interfaceTexts } from '~/messages/interface'
import { lots } from '~/messages/lots'
import { materials } from '~/messages/materials'
import { Badge } from '~/ui/badge'
import { useFormat, useT } from '~/ui/i18n'
import { TapeRule } from '~/ui/marks'
import { RichText } from '~/ui/rich-text'
import { FactList, type TagFact } from '~/ui/tag-card'
import type { LotView } from '../model/lot'
import type { LotDays } from '../model/lot-days'
import type { LotState } from '../model/lot-state'
import { LotHazards } from './lot-hazards'
import { LotPrice } from './lot-price'

/** The tag of a lot in full: reference, free quantity, deadline, and every fact that is public. */
export function LotSheet({ lot, days, state }: { lot: LotView; days: LotDays; state: LotState }) {
  const t = useT(lots)
  const tag = useT(interfaceTexts)
  const format = useFormat()
  return (
    <section aria-label={t('page.about')} className="tag">
      <div className="tag-head">
        <span className="hole" aria-hidden />
        <p className="reference text-2xl">{lot.reference}</p>
        {state !== 'open' && (
          <span className="ml-auto">
            <Badge tone="warning">{t(`status.${state}`)}</Badge>
          </span>
        )}
      </div>
      <TapeRule />
      <div className="flex flex-col gap-4 p-4 lg:p-5">
        <p className="reference text-4xl">{format.quantity(lot.availableMilli, lot.unit)}</p>
        {state === 'open' && (
          <p className="self-start rounded-sm bg-mark px-2 py-0.5 font-semibold text-on-mark">
            {tag('tag.leaves', { when: format.relativeDay(lot.availableUntil, days.today) })}
          </p>
        )}
        <FactList facts={useFacts(lot, days)} />
        <LotHazards hazards={lot.hazards} />
        {lot.massG === null && <p className="text-sm text-muted">{t('fact.missingMassHelp')}</p>}
        <p className="text-sm text-muted">{t('fact.address')}</p>
        {lot.materialSource === 'suggestion' && (
          <p className="text-sm text-muted">
            <RichText
              text={t('page.suggestion')}
              spans={{ link: (content) => <Link to={paths.algorithms()}>{content}</Link> }}
            />
          </p>
        )}
      </div>
    </section>
  )
}

function useFacts(lot: LotView, { today, publishedOn, changedOn }: LotDays): TagFact[] {
  const t = useT(lots)
  const tMaterial = useT(materials)
  const format = useFormat()
  const grade = String(lot.condition) as '1' | '2' | '3' | '4' | '5'
  return [
    {
      term: t('fact.free'),
      value: t('fact.freeOfAll', {
        free: format.quantity(lot.availableMilli, lot.unit),
        all: format.quantity(lot.quantityMilli, lot.unit),
      }),
    },
    { term: t('fact.material'), value: tMaterial(`type.${lot.material}.name`) },
    { term: t('fact.condition'), value: tMaterial(`condition.${grade}.name`) },
    { term: t('fact.mass'), value: <MassValue lot={lot} /> },
    {
      term: t('fact.dates'),
      value: format.dayRange({ from: lot.availableFrom, until: lot.availableUntil }),
    },
    { term: t('fact.price'), value: <LotPrice lot={lot} /> },
    { term: t('fact.commune'), value: <Link to={paths.commune(lot.communeCode)}>{lot.communeName}</Link> },
    { term: t('fact.giver'), value: lot.organisationName },
    { term: t('fact.published'), value: format.relativeDay(publishedOn, today) },
    ...(changedOn > publishedOn
      ? [{ term: t('fact.changed'), value: format.relativeDay(changedOn, today) }]
      : []),
  ]
}

function MassValue({ lot }: { lot: LotView }) {
  const t = useT(lots)
  const format = useFormat()
  if (lot.massG === null) return <Badge tone="warning">{t('fact.missingMass')}</Badge>
  const mass = format.mass(lot.massG)
  return lot.massEstimated ? t('fact.estimated', { mass }) : mass
}
