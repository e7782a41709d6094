import { beforeAll, expect } from 'vitest'
import { newId } from '~/core/ids'
import { writeReport, scaleUp } from '~/features/programme/commands/end-experiment.server'
import { planWorkshop } from '~/features/programme/commands/plan-workshop.server'
import { reviewDossier } from '~/features/programme/commands/review-dossier.server'
import {
  keepBudgetLine,
  keepMilestone,
  startExperiment,
} from '~/features/programme/commands/run-experiment.server'
import { saveDossier } from '~/features/programme/commands/save-dossier.server'
import { keepSheet, takeSeat } from '~/features/programme/commands/take-seat.server'
import { findDossier } from '~/features/programme/queries/dossiers.server'
import { findFund } from '~/features/programme/queries/settings.server'
import { listSeats } from '~/features/programme/queries/workshops.server'
import { readExperiment } from '~/features/programme/read-experiment.server'
import { listAdmitted } from '~/features/programme/read-stages.server'
import { readBoardFor } from '~/features/programme/review-board.server'
import { workshopSchema } from '~/features/programme/schema'
import type { Actor } from '~/features/organisations/model/permissions'
import { createActor } from '~tests/support/actors'
import { granted, inventories, opensSite } from '~tests/support/answers'
import { admits, dossierForm, opensProgramme } from '~tests/support/programme'
import { scenario } from '~tests/support/scenario'

const WORKSHOP = {
  title: 'Repérer et déposer',
  audience: 'agents',
  onDay: '2026-10-05',
  fromHour: '09:30',
  untilHour: '16:30',
  place: 'Maison des projets, Montreuil',
  places: '2',
}

const REPORT = {
  lessons: 'Visiter chaque école avant le marché a fait gagner un mois.',
  difficulties: 'Le stockage a manqué : une cour a servi d’entrepôt.',
  sequel: 'La clause de dépose soignée entre dans tous les marchés.',
}

scenario(
  {
    name: 'communes-programme',
    title: 'A commune goes from its dossier to its end report',
    purpose:
      'The Métropole helps communes that volunteer. Criteria are public, reviewers score what is not theirs, a person decides and says why, money is never granted twice, and results come from the ledger rather than from memory.',
    actors: {
      Hugo: 'of the Métropole’s team',
      Samira: 'agent of Montreuil',
      Paul: 'on the committee, and a colleague of Samira',
      Nadia: 'on the committee, manages a joinery',
      Karim: 'site manager in Montreuil',
    },
  },
  ({ step, travelTo }) => {
    let hugo: Actor, samira: Actor, paul: Actor, nadia: Actor, karim: Actor
    const form = dossierForm({
      startMonth: '2026-10',
      months: '3',
      targetSurveys: '1',
      targetMassKg: undefined,
    })
    const dossierId = form.id
    let workshopId: string
    beforeAll(async () => {
      hugo = await createActor('admin')
      samira = await createActor('agent')
      paul = await createActor('agent')
      nadia = await createActor('taker')
      karim = await createActor('giver')
    })
    const stage = async () => (await listAdmitted()).find(({ communeCode }) => communeCode === '93048')?.stage

    step(
      'Hugo',
      'publishes the criteria, sets the fund at 20,000 € and names Paul and Nadia to the committee',
      'communes can submit',
      async () => {
        await opensProgramme(hugo, { fundCents: 2_000_000, reviewers: [paul, nadia] })
        expect(await findFund()).toMatchObject({ amountCents: 2_000_000, grantedCents: 0 })
      },
    )
    step(
      'Samira',
      'saves a draft, then completes and submits it',
      'nobody can change it any more',
      async () => {
        const draft = { ...form, intent: 'save', elected: '' } as const
        granted(await saveDossier({ actor: samira, ...draft }))
        const early = await saveDossier({ actor: samira, ...form, elected: '' })
        expect(early).toMatchObject({ error: { code: 'dossier-incomplete', field: 'elected' } })
        granted(await saveDossier({ actor: samira, ...form }))
        const later = await saveDossier({ actor: samira, ...form, intent: 'save', aim: 'Autre' })
        expect(later).toMatchObject({ error: { code: 'conflict' } })
      },
    )
    step(
      'Paul',
      'wants to score the dossier of his own commune',
      'he is told to let others do it',
      async () => {
        const scores = { c1: 5, c2: 5 }
        const answer = await reviewDossier({ actor: paul, dossierId, version: 1, scores, comment: '' })
        expect(answer).toMatchObject({ error: { code: 'own-commune' } })
      },
    )
    step(
      'Nadia',
      'scores it, criterion by criterion',
      'the dossier has its rank, with 80 of 100',
      async () => {
        const scores = { c1: 4, c2: 4 }
        granted(await reviewDossier({ actor: nadia, dossierId, version: 1, scores, comment: 'Solide.' }))
        const [row] = await readBoardFor({ userId: hugo.userId, isManager: true })
        expect(row).toMatchObject({ rank: 1, summary: { mean: 80, spread: 0 } })
      },
    )
    step(
      'Hugo',
      'would grant 25,000 €, and is told that 20,000 are left; he admits with 12,000',
      'Montreuil is named on the public page, and 8,000 € are left for others',
      async () => {
        expect(await admits(hugo, dossierId, 2_500_000)).toMatchObject({ error: { code: 'fund-short' } })
        granted(await admits(hugo, dossierId, 1_200_000))
        expect(await findFund()).toMatchObject({ grantedCents: 1_200_000 })
        expect(await stage()).toBe('admitted')
      },
    )
    step(
      'Samira',
      'registers herself and a colleague for the workshop day',
      'the two places are taken, and a third person is told that it is full',
      async () => {
        const day = workshopSchema.parse({ id: newId(), ...WORKSHOP })
        workshopId = granted(await planWorkshop({ actor: hugo, ...day })).id
        const seat = (name: string) =>
          takeSeat({
            ...{ actor: samira, workshopId, id: newId(), name, role: 'agent' },
            email: `${name.toLowerCase()}@ville.example`,
          })
        granted(await seat('Samira'))
        granted(await seat('Lina'))
        expect(await seat('Omar')).toMatchObject({ error: { code: 'workshop-full' } })
        expect(await stage()).toBe('workshops')
      },
    )
    step('Hugo', 'keeps the attendance sheet on the day', 'who was there is known', async () => {
      const seats = await listSeats(workshopId)
      const present = seats.filter(({ name }) => name === 'Samira').map(({ id }) => id)
      expect(await keepSheet(hugo, workshopId, present)).toMatchObject({ error: { code: 'workshop-closed' } })
      travelTo('2026-10-05')
      granted(await keepSheet(hugo, workshopId, present))
      const kept = (await listSeats(workshopId)).map(({ name, attended }) => [name, attended])
      expect(kept).toEqual([
        ['Lina', false],
        ['Samira', true],
      ])
    })
    step(
      'Samira',
      'begins the experiment, with a budget line and a milestone',
      'it lasts the three months that the dossier asked',
      async () => {
        travelTo('2026-10-12')
        granted(await startExperiment({ actor: samira, dossierId, startedOn: '2026-10-12' }))
        expect(await findDossier(dossierId)).toMatchObject({ state: 'running', endsOn: '2027-01-12' })
        const money = { plannedCents: 1_200_000, committedCents: 400_000, spentCents: 0 }
        granted(
          await keepBudgetLine({ actor: samira, dossierId, id: newId(), label: 'Dépose soignée', ...money }),
        )
        const due = { label: 'Diagnostic', dueOn: '2026-11-01', doneOn: null }
        granted(await keepMilestone({ actor: samira, dossierId, id: newId(), ...due }))
      },
    )
    step(
      'Karim',
      'opens a site in Montreuil and enters its inventory',
      'the experiment counts one survey, without anybody typing it there',
      async () => {
        travelTo('2026-11-02')
        await inventories(karim, await opensSite(karim), { surveyedOn: '2026-10-20' })
        const { figures } = await readExperiment((await findDossier(dossierId))!)
        expect(figures).toMatchObject({ before: { surveys: 0 }, during: { surveys: 1 } })
      },
    )
    step(
      'Samira',
      'completes the end report, whose figures are there already, and sends it',
      'its figures stay those of that day, whatever is entered later',
      async () => {
        travelTo('2027-01-11')
        const own = { actor: samira, dossierId, ...REPORT }
        const short = await writeReport({ ...own, results: 'Bien.', intent: 'submit' })
        expect(short).toMatchObject({ error: { code: 'report-incomplete', field: 'results' } })
        const results = 'Un diagnostic a été fait, contre aucun avant.'
        granted(await writeReport({ ...own, results, intent: 'submit' }))
        await inventories(karim, await opensSite(karim, { name: 'Gymnase' }), { surveyedOn: '2027-01-05' })
        const { figures, report } = await readExperiment((await findDossier(dossierId))!)
        expect(figures?.during.surveys).toBe(1)
        expect(report).toMatchObject({ results })
      },
    )
    step('Hugo', 'notes how what was tried goes on', 'Montreuil is scaled up', async () => {
      granted(await scaleUp(hugo, dossierId, 'La clause vaut pour tous les marchés de 2027.'))
      expect(await stage()).toBe('scaled')
    })
  },
)
