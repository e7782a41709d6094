import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { paths } from '~/core/paths'
import { accounting } from '~/messages/accounting'
import { board } from '~/messages/board'
import { communeFigures } from '~/messages/commune-figures'
import { communes } from '~/messages/communes'
import { Co2e } from '~/ui/co2e'
import { useFormat, useT } from '~/ui/i18n'
import { Stat, StatRow } from '~/ui/stat'
import type { Board } from '../model/board'
import { handoverQuery, SCOPE_KEYS, type HandoverScope } from '../model/handover-list'
import type { Spark } from '../model/spark'
import { SCREEN } from './palette'
import { SparkLine } from './spark-line'

/** The four figures on top, and what stands beside the rate; each with its curve and what it does not count. */
export function HeadlineRow({ board: own, factorSource }: { board: Board; factorSource: string }) {
  const t = useT(board)
  const tCommunes = useT(communes)
  const tAccounting = useT(accounting)
  const format = useFormat()
  const { headlines, outside } = own
  const { rate, handedOver, incoming } = headlines
  const mass = (massG: number | null) => (massG === null ? <Few /> : format.mass(massG))
  const see = (scope: HandoverScope) => <SeeLink board={own} scope={scope} />
  return (
    <>
      <StatRow>
        <Stat
          label={tAccounting('rate.local')}
          value={
            rate.isWithheld ? (
              <Few />
            ) : rate.rate.rate === null ? (
              <Small>{tAccounting('rate.none')}</Small>
            ) : (
              <Figure value={format.percent(rate.rate.rate)} spark={rate.spark} />
            )
          }
          ratio={
            rate.isWithheld
              ? undefined
              : {
                  numerator: format.mass(rate.rate.numeratorG),
                  denominator: format.mass(rate.rate.denominatorG),
                }
          }
          note={
            <>
              {rate.rate.flagged
                ? tAccounting('rate.over')
                : rate.sites === 0
                  ? t('rateNone')
                  : t('rateSites', { count: rate.sites })}
              <Partial of={rate} threshold={own.threshold} />
            </>
          }
          more={see('taux')}
          definition={t('rateDefinition')}
        />
        <Stat
          label={t('handedOver')}
          value={
            <Figure
              value={mass(handedOver.massG)}
              spark={handedOver.massG === null ? [] : handedOver.spark}
            />
          }
          note={
            <>
              {handedOver.count !== null && t('handedOverText', { count: handedOver.count })}
              <Partial of={handedOver} threshold={own.threshold} />
            </>
          }
          more={see('annee')}
          definition={t('handedOverDefinition')}
        />
        <CarbonFigure board={own} factorSource={factorSource} />
        <Stat
          label={tCommunes('one.incoming')}
          value={
            <Figure value={mass(incoming.massG)} spark={incoming.massG === null ? [] : incoming.spark} />
          }
          note={
            <>
              {incoming.count !== null && t('incomingText', { count: incoming.count })}
              <Partial of={incoming} threshold={own.threshold} />
            </>
          }
          more={see('entrant')}
          definition={t('incomingDefinition')}
        />
      </StatRow>
      <StatRow>
        <Stat
          label={tAccounting('rate.realisation')}
          value={
            rate.isWithheld ? (
              <Few />
            ) : own.realisation.rate === null ? (
              <Small>{tAccounting('rate.none')}</Small>
            ) : (
              format.percent(own.realisation.rate)
            )
          }
          note={
            <>
              {own.realisation.flagged && tAccounting('rate.over')}
              <Partial of={rate} threshold={own.threshold} />
            </>
          }
          more={<SeeLink board={own} scope="taux" of="realisation" />}
          definition={tAccounting('rate.realisationDefinition')}
        />
        <Stat
          label={t('outside')}
          value={mass(outside.massG)}
          note={
            <>
              {outside.sites !== null &&
                (outside.sites === 0 ? t('outsideNone') : t('outsideText', { count: outside.sites }))}
              <Partial of={outside} threshold={own.threshold} />
            </>
          }
          more={see('hors-taux')}
        />
      </StatRow>
    </>
  )
}

function CarbonFigure({ board: own, factorSource }: { board: Board; factorSource: string }) {
  const t = useT(board)
  const tAccounting = useT(accounting)
  const format = useFormat()
  const { carbon } = own.headlines
  if (carbon.range === null) {
    return (
      <Stat
        label={tAccounting('carbon.label')}
        value={carbon.isWithheld ? <Few /> : <Small>{tAccounting('carbon.none')}</Small>}
        note={carbon.isWithheld ? <Partial of={carbon} threshold={own.threshold} /> : t('carbonNone')}
        definition={tAccounting('carbon.source', { source: factorSource })}
      />
    )
  }
  const { netG, lowG, highG } = carbon.range
  return (
    <Stat
      label={tAccounting('carbon.label')}
      value={<Figure value={<Co2e kg={netG / 1000} />} spark={carbon.spark} />}
      note={
        <>
          {t('carbonRange', { low: format.co2e(lowG / 1000), high: format.co2e(highG / 1000) })}
          <br />
          {t('carbonClaims', { count: carbon.claims, total: carbon.total })}
          <Partial of={carbon} threshold={own.threshold} />
        </>
      }
      more={<SeeLink board={own} scope="annee" of="carbone" />}
      definition={tAccounting('carbon.source', { source: factorSource })}
    />
  )
}

/** A value and its curve, one above the other where they do not fit side by side. */
function Figure({ value, spark }: { value: ReactNode; spark: Spark }) {
  return (
    <span className="flex flex-wrap items-end gap-x-4 gap-y-1">
      <span>{value}</span>
      <SparkLine values={spark} palette={SCREEN} />
    </span>
  )
}

function Small({ children }: { children: ReactNode }) {
  return <span className="text-[0.6em]">{children}</span>
}

function Few() {
  const t = useT(board)
  return <Small>{t('few')}</Small>
}

/** Says of a figure that handovers are left out of it, and which. */
function Partial({ of: { isPartial }, threshold }: { of: { isPartial: boolean }; threshold: number }) {
  const t = useT(board)
  return isPartial ? <span className="block">{t('partial', { threshold })}</span> : null
}

/** The way to the handovers behind a figure; `of` names the figure where several count the same ones. */
function SeeLink({
  board: { perimeter, period },
  scope,
  of = SCOPE_KEYS[scope],
}: {
  board: Board
  scope: HandoverScope
  of?: (typeof SCOPE_KEYS)[HandoverScope] | 'carbone' | 'realisation'
}) {
  const t = useT(board)
  const tFigures = useT(communeFigures)
  return (
    <Link
      to={paths.boardHandovers(perimeter.slug, handoverQuery(period, { perimetre: scope }))}
      className="inline-flex min-h-11 items-center"
    >
      {t('next.handovers')}
      <span className="sr-only">{tFigures(`list.${of}`)}</span>
    </Link>
  )
}
