import { formatter, type Formatter } from '~/core/format'
import type { FunnelStage } from '~/features/accounting/model/rates'
import type { Locale } from '~/core/locale'
import { accounting } from '~/messages/accounting'
import { board as boardTexts } from '~/messages/board'
import { boardFiles } from '~/messages/board-files'
import { translator } from '~/messages/catalogue'
import { communeFigures } from '~/messages/commune-figures'
import { communes } from '~/messages/communes'
import { materials } from '~/messages/materials'
import type { Board, Told } from './model/board'
import type { Purchase } from './model/purchase'
import { flowNodeName, stepLabels, type BoardT } from './ui/board-texts'

export type Cell = string | number | null
/** A table ready for any file: its heads, and its rows in that order. Numbers are numbers, with their unit in the head. */
export type BoardTable = { key: TableKey; name: string; heads: string[]; rows: Cell[][] }
export type TableKey =
  'headlines' | 'months' | 'peers' | 'flows' | 'funnel' | 'cohort' | 'unsurveyed' | 'leaving' | 'purchases'

type Words = {
  board: Board
  format: Formatter
  t: BoardT
  tFiles: ReturnType<typeof filesIn>
  locale: Locale
}

function filesIn(locale: Locale) {
  return translator(locale, boardFiles)
}

/** Every table of a board in the reader's language. Purchases come where they are given. */
export function boardTables(board: Board, locale: Locale, purchases: readonly Purchase[] = []): BoardTable[] {
  const t = translator(locale, boardTexts)
  const words = { board, locale, format: formatter(locale), t, tFiles: filesIn(locale) }
  const named = (key: TableKey, table: Omit<BoardTable, 'key' | 'name'>): BoardTable => ({
    key,
    name: words.tFiles(`table.${key}`),
    ...table,
  })
  return [
    named('headlines', headlines(words)),
    named('months', months(words)),
    named('peers', peers(words)),
    named('flows', flows(words)),
    ...(board.funnel.isWithheld ? [] : [named('funnel', funnel(words))]),
    ...(board.view === 'detail'
      ? [named('cohort', cohort(words)), named('unsurveyed', unsurveyed(words))]
      : []),
    named('leaving', leaving(words)),
    ...(purchases.length > 0 ? [named('purchases', bought(words, purchases))] : []),
  ]
}

const kg = (massG: number | null) => (massG === null ? null : massG / 1000)
const percent = (rate: number | null) => (rate === null ? null : Math.round(rate * 10_000) / 100)

type Table = Omit<BoardTable, 'key' | 'name'>

function headlines({ board, tFiles, locale }: Words): Table {
  const tAccounting = translator(locale, accounting)
  const tCommunes = translator(locale, communes)
  const { headlines: own, realisation, outside, near, sites } = board
  const { rate, handedOver, carbon, incoming } = own
  const left = ({
    isPartial,
    ...figure
  }: {
    isPartial: boolean
    isWithheld?: boolean
    massG?: number | null
  }) => (isPartial ? tFiles(figure.isWithheld || figure.massG === null ? 'few' : 'atLeast') : null)
  const tonnes = (figure: Told) => [kg(figure.massG), 'kg', figure.count, left(figure)] as const
  const g = carbon.range
  // A share of what is told alone may be above or below that of all.
  const ofTold = near !== null && board.months.isPartial ? tFiles('ofTold') : null
  const rows: Cell[][] = [
    [tAccounting('rate.local'), percent(rate.rate.rate), '%', null, left(rate)],
    [tFiles('figure.numerator'), rate.isWithheld ? null : kg(rate.rate.numeratorG), 'kg', null, left(rate)],
    [tFiles('figure.denominator'), kg(rate.rate.denominatorG), 'kg', null, null],
    [tFiles('figure.cohortSites'), rate.sites, null, null, null],
    [
      tAccounting('rate.realisation'),
      rate.isWithheld ? null : percent(realisation.rate),
      '%',
      null,
      left(rate),
    ],
    [tFiles('source.handedOver'), ...tonnes(handedOver)],
    [tCommunes('one.incoming'), ...tonnes(incoming)],
    [tCommunes('one.outside'), ...tonnes(outside)],
    [
      tFiles('figure.net'),
      kg(g?.netG ?? null),
      'kgCO2e',
      carbon.isWithheld ? null : carbon.claims,
      left(carbon),
    ],
    [tFiles('figure.low'), kg(g?.lowG ?? null), 'kgCO2e', null, left(carbon)],
    [tFiles('figure.high'), kg(g?.highG ?? null), 'kgCO2e', null, left(carbon)],
    [tFiles('figure.near'), percent(near?.within10Km.rate ?? null), '%', null, ofTold],
    [tFiles('figure.stayed'), percent(near?.inPerimeter.rate ?? null), '%', null, ofTold],
    [tFiles('figure.active'), sites.active, null, null, null],
    [tFiles('figure.unsurveyed'), sites.unsurveyed, null, null, null],
  ]
  return {
    heads: (['figure', 'value', 'unit', 'handovers', 'note'] as const).map((key) => tFiles(`column.${key}`)),
    rows,
  }
}

function months({ board: { months: own }, t, tFiles, format, locale }: Words): Table {
  const { isPartial } = own
  const tMaterial = translator(locale, materials)
  return {
    heads: [
      own.unit === 'week' ? t('week') : t('month'),
      tFiles('column.start'),
      ...own.families.map((family) => `${tMaterial(`type.${family}.name`)} (kg)`),
      `${t('rest')} (kg)`,
      tFiles('column.handovers'),
      tFiles('column.note'),
    ],
    rows: own.steps.map(({ start, massG, count }) => [
      stepLabels(start, own, t, format).long,
      start,
      ...own.families.map((family) => kg(massG[family] ?? 0)),
      kg(massG.rest ?? 0),
      count,
      isPartial ? tFiles('atLeast') : null,
    ]),
  }
}

function peers({ board: { comparisons }, t, tFiles }: Words): Table {
  const value = (measure: string, one: number | null) =>
    one === null
      ? null
      : measure === 'rate'
        ? percent(one)
        : measure === 'perSite'
          ? one / 1000
          : Math.round(one * 1000) / 1000
  const unit = { rate: '%', perSite: tFiles('figure.perSite'), perInhabitant: tFiles('figure.perThousand') }
  return {
    heads: [
      t('peers.measure'),
      tFiles('column.unit'),
      t('peers.own'),
      t('peers.median'),
      t('peers.count'),
      tFiles('column.note'),
    ],
    rows: comparisons.map(({ measure, own, median, peers: count, isWithheld }) => [
      t(`peers.${measure}`),
      unit[measure],
      value(measure, own),
      value(measure, median),
      count,
      isWithheld ? tFiles('few') : null,
    ]),
  }
}

function flows({ board: { flows: own, perimeter }, t, tFiles }: Words): Table {
  const nameOf = (key: string) => {
    const node = own.nodes.find((one) => one.key === key)
    return node ? flowNodeName(node, perimeter, t) : key
  }
  const { isPartial } = own
  return {
    heads: [
      t('flows.from'),
      t('flows.to'),
      tFiles('column.massKg'),
      t('flows.handovers'),
      tFiles('column.note'),
    ],
    rows: own.links.map(({ from, to, massG, count }) => [
      nameOf(from),
      nameOf(to),
      kg(massG),
      count,
      isPartial ? tFiles('atLeast') : null,
    ]),
  }
}

/** Stages that the handovers left out weigh in. */
const DELIVERED: readonly FunnelStage[] = ['reserved', 'handedOver']

function funnel({ board: { funnel: own, headlines: of }, tFiles, locale }: Words): Table {
  const t = translator(locale, communeFigures)
  return {
    heads: [t('funnel.stage'), `${t('funnel.mass')} (kg)`, `${t('funnel.share')} (%)`, tFiles('column.note')],
    rows: own.steps.map(({ stage, massG, ofInventoried }) => [
      t(`funnel.${stage}`),
      kg(massG),
      percent(ofInventoried.rate),
      of.rate.isPartial && DELIVERED.includes(stage) ? tFiles('atLeast') : null,
    ]),
  }
}

function cohort({ board: { sites }, t, tFiles }: Words): Table {
  return {
    heads: [
      t('unsurveyed.site'),
      t('unsurveyed.commune'),
      t('unsurveyed.endsOn'),
      tFiles('column.inventoriedKg'),
      tFiles('column.reusableKg'),
      tFiles('column.handedOverKg'),
    ],
    rows: sites.cohortLines.map((line) => [
      line.name,
      line.communeName,
      line.endsOn,
      kg(line.inventoriedG),
      kg(line.reusableG),
      kg(line.handedOverG),
    ]),
  }
}

function unsurveyed({ board: { sites }, t, tFiles }: Words): Table {
  return {
    heads: [
      t('unsurveyed.site'),
      t('unsurveyed.organisation'),
      t('unsurveyed.commune'),
      t('unsurveyed.startsOn'),
      t('unsurveyed.endsOn'),
      tFiles('column.handedOverKg'),
    ],
    rows: sites.unsurveyedLines.map((line) => [
      line.name,
      line.organisationName,
      line.communeName,
      line.startsOn,
      line.endsOn,
      kg(line.handedOverG),
    ]),
  }
}

function leaving({ board, t, tFiles, format }: Words): Table {
  return {
    heads: [
      tFiles('column.reference'),
      tFiles('column.lot'),
      tFiles('column.quantity'),
      tFiles('column.massKg'),
      t('leaving.on'),
      t('unsurveyed.commune'),
      ...(board.view === 'detail' ? [t('unsurveyed.organisation')] : []),
    ],
    rows: board.leaving.map((lot) => [
      lot.reference,
      lot.title,
      format.quantity(lot.availableMilli, lot.unit),
      kg(lot.massG),
      lot.availableUntil,
      lot.communeName,
      ...(board.view === 'detail' ? [lot.organisationName] : []),
    ]),
  }
}

function bought({ tFiles }: Words, purchases: readonly Purchase[]): Table {
  return {
    heads: (['year', 'label', 'amount', 'reused', 'recycled'] as const).map((key) => tFiles(`column.${key}`)),
    rows: purchases.map(({ year, label, amountCents, reusedBp, recycledBp }) => [
      String(year),
      label,
      amountCents / 100,
      reusedBp / 100,
      recycledBp / 100,
    ]),
  }
}
