import { isoDayOf } from '~/core/days'
import { formatter } from '~/core/format'
import type { Locale } from '~/core/locale'
import type { Dossier } from '~/features/programme/model/dossier'
import { budgetTotals, milestoneState } from '~/features/programme/model/experiment'
import { REPORT_PARTS, targetResults } from '~/features/programme/model/report'
import type { ExperimentView } from '~/features/programme/read-experiment.server'
import { figureRows, periodHead, targetText } from '~/features/programme/figure-rows'
import { translator } from '~/messages/catalogue'
import { programme } from '~/messages/programme'
import { programmeDossier } from '~/messages/programme-dossier'
import { programmeExperiment } from '~/messages/programme-experiment'
import { addFacts } from '~/platform/pdf/fact-table.server'
import { addPageFeet } from '~/platform/pdf/page-feet.server'
import { mm, MUTED } from '~/platform/pdf/paper'
import { streamPdf, type Pdf } from '~/platform/pdf/pdf.server'
import { addTable } from '~/platform/pdf/table.server'
import { addGroup, addHeading, addText } from '~/platform/pdf/tags.server'

/** An end report to be written on paper. */
export type EndReportSheet = { dossier: Dossier; view: ExperimentView; locale: Locale; nowMs: number }

/** The end report of an experiment on paper, tagged: the dossier, what the commune wrote, figures, budget, milestones. */
export async function endReportPdf(sheet: EndReportSheet): Promise<ReadableStream<Uint8Array>> {
  const { dossier, view, locale, nowMs } = sheet
  const t = translator(locale, programmeExperiment)
  const title = t('end.title', { commune: dossier.communeName })
  const day = formatter(locale).dayLong(isoDayOf(nowMs))
  const options = { title, locale, subject: t('end.subject'), createdAtMs: nowMs, margin: mm(16) }
  return streamPdf(options, async (pdf) => {
    drawHead(pdf, sheet, title)
    drawTexts(pdf, sheet)
    if (view.figures) await drawFigures(pdf, sheet)
    if (view.budget.length > 0) await drawBudget(pdf, sheet)
    if (view.milestones.length > 0) await drawMilestones(pdf, sheet)
    addPageFeet(pdf, t('end.footer', { commune: dossier.communeName, day }))
  })
}

function columnOf(pdf: Pdf): { x: number; width: number } {
  const { page } = pdf.doc
  const { left, right } = page.margins as Record<'left' | 'right', number>
  return { x: left, width: page.width - left - right }
}

function drawHead(pdf: Pdf, { dossier, view, locale }: EndReportSheet, title: string): void {
  const t = translator(locale, programmeExperiment)
  const tDossier = translator(locale, programmeDossier)
  const tProgramme = translator(locale, programme)
  const format = formatter(locale)
  const place = columnOf(pdf)
  const section = addGroup(pdf, pdf.root, 'Sect')
  addText(pdf, section, 'H1', title, { ...place, face: 'display', size: 20 })
  pdf.doc.y += 4
  const sentAtMs = view.report?.submittedAtMs ?? null
  const state =
    sentAtMs === null ? t('end.draft') : t('end.sentOn', { day: format.dayLong(isoDayOf(sentAtMs)) })
  addText(pdf, section, 'P', state, { ...place, size: 10, colour: MUTED })
  addHeading(pdf, section, t('end.section.dossier'))
  const { startedOn, endsOn, grantedCents } = dossier
  const facts = [
    { term: tDossier('aim'), value: dossier.aim },
    { term: tDossier('sites'), value: dossier.sites },
    { term: tDossier('referent'), value: dossier.referent },
    { term: tDossier('elected'), value: dossier.elected },
    { term: t('granted'), value: tProgramme('amount', { value: (grantedCents ?? 0) / 100 }) },
    {
      term: t('period'),
      value: startedOn && endsOn ? format.dayRange({ from: startedOn, until: endsOn }) : '',
    },
    { term: tDossier('otherTarget'), value: dossier.otherTarget },
  ]
  addFacts(pdf, section, facts, { ...place, termShare: 0.3 })
  pdf.doc.y += 6
  section.end()
}

function drawTexts(pdf: Pdf, { view, locale }: EndReportSheet): void {
  const t = translator(locale, programmeExperiment)
  for (const part of REPORT_PARTS) {
    const text = view.report?.[part] ?? ''
    if (text === '') continue
    const section = addGroup(pdf, pdf.root, 'Sect')
    addHeading(pdf, section, t(`end.${part}`))
    for (const paragraph of text.split(/\n+/)) {
      addText(pdf, section, 'P', paragraph, { ...columnOf(pdf), size: 10, lineGap: 2 })
    }
    pdf.doc.y += 4
    section.end()
  }
}

async function drawFigures(pdf: Pdf, { dossier, view, locale }: EndReportSheet): Promise<void> {
  const { figures } = view
  if (!figures) return
  const t = translator(locale, programmeExperiment)
  const format = formatter(locale)
  const section = addGroup(pdf, pdf.root, 'Sect')
  addHeading(pdf, section, t('end.section.figures'))
  const head = (which: 'before' | 'during') => periodHead(t(`figures.${which}`), figures[which], t, format)
  await addTable(pdf, section, {
    columns: [
      { head: t('figures.indicator'), cell: ({ label }) => label, share: 4 },
      { head: head('before'), cell: ({ before }) => before, share: 3, isFigure: true },
      { head: head('during'), cell: ({ during }) => during, share: 3, isFigure: true },
    ],
    rows: figureRows(figures, t, format),
  })
  addText(pdf, section, 'P', t('figures.caveat'), { ...columnOf(pdf), size: 9, colour: MUTED })
  pdf.doc.y += 6
  const targets = targetResults(dossier, figures.during)
  if (targets.length > 0) {
    const answer = (isReached: boolean | null) =>
      isReached === null ? t('targets.unknown') : t(isReached ? 'targets.yes' : 'targets.no')
    await addTable(pdf, section, {
      columns: [
        { head: t('targets.title'), cell: ({ kind }) => t(`targets.${kind}`), share: 4 },
        {
          ...{ head: t('targets.target'), share: 2, isFigure: true },
          cell: ({ kind, target }) => targetText(kind, target, t, format),
        },
        {
          ...{ head: t('targets.reached'), share: 2, isFigure: true },
          cell: ({ kind, reached }) => targetText(kind, reached, t, format),
        },
        { head: t('targets.answer'), cell: ({ isReached }) => answer(isReached), share: 2 },
      ],
      rows: targets,
    })
  }
  section.end()
}

async function drawBudget(pdf: Pdf, { view, locale }: EndReportSheet): Promise<void> {
  const t = translator(locale, programmeExperiment)
  const tProgramme = translator(locale, programme)
  const amount = (cents: number) => tProgramme('amount', { value: cents / 100 })
  const section = addGroup(pdf, pdf.root, 'Sect')
  addHeading(pdf, section, t('end.section.budget'))
  const total = { id: 'total', label: t('budget.total'), ...budgetTotals(view.budget) }
  await addTable(pdf, section, {
    columns: [
      { head: t('budget.label'), cell: ({ label }) => label, share: 4 },
      {
        ...{ head: t('budget.planned'), share: 2, isFigure: true },
        cell: ({ plannedCents }) => amount(plannedCents),
      },
      {
        ...{ head: t('budget.committed'), share: 2, isFigure: true },
        cell: ({ committedCents }) => amount(committedCents),
      },
      { head: t('budget.spent'), cell: ({ spentCents }) => amount(spentCents), share: 2, isFigure: true },
    ],
    rows: [...view.budget, total],
    isStrong: ({ id }) => id === 'total',
  })
  section.end()
}

async function drawMilestones(pdf: Pdf, { view, locale, nowMs }: EndReportSheet): Promise<void> {
  const t = translator(locale, programmeExperiment)
  const format = formatter(locale)
  const today = isoDayOf(nowMs)
  const section = addGroup(pdf, pdf.root, 'Sect')
  addHeading(pdf, section, t('end.section.milestones'))
  await addTable(pdf, section, {
    columns: [
      { head: t('milestones.label'), cell: ({ label }) => label, share: 4 },
      { head: t('milestones.dueOn'), cell: ({ dueOn }) => format.day(dueOn), share: 2 },
      {
        ...{ head: t('milestones.state'), share: 2 },
        cell: (milestone) => t(`milestones.${milestoneState(milestone, today)}`),
      },
      {
        ...{ head: t('milestones.doneOn'), share: 2 },
        cell: ({ doneOn }) => (doneOn ? format.day(doneOn) : ''),
      },
    ],
    rows: view.milestones,
  })
  section.end()
}
