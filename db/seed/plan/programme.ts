import { foldText } from '~/core/fold'
import { endOfExperiment } from '~/features/programme/model/dossier'
import { townHallName } from '~/features/organisations/model/town-hall'
import { diceFor, type Dice } from '../dice'
import { makeEvent } from '../factories/event'
import { makeMembership, makeOrganisation } from '../factories/organisation'
import { makeDossier } from '../factories/programme'
import { makeUser } from '../factories/user'
import { inventSiret } from '../siret'
import {
  DEMO_CRITERIA,
  DEMO_DOSSIERS,
  DEMO_FICHES,
  DEMO_POSTS,
  type InventedDossier,
} from '../words/programme'
import type { Actors } from './actors'
import { communeOf, dayOf, instantOf, type Party, type World } from './world'

/** What the fund of the demo holds; invented, as everything here. */
const DEMO_FUND_CENTS = 8_000_000

const REFERENTS = [
  'Lina Ferrier',
  'Omar Vasseur',
  'Jeanne Colin',
  'Théo Marchal',
  'Inès Royer',
  'Paul Guérin',
]

/** The programme: criteria, a fund, a committee, communes at every stage, two workshops. */
export function planProgramme(world: World, { demo, takers }: Actors): void {
  const dice = diceFor('programme')
  const { rows } = world
  const publishedAtMs = instantOf(world, -430, 60)
  const setByUserId = demo.admin.user.id
  rows.programmeCriteria.push({
    ...{ version: 1, criteria: DEMO_CRITERIA, reason: 'Première version, discutée avec les communes.' },
    ...{ publishedByUserId: setByUserId, publishedAtMs },
  })
  const reviewers = [demo.admin, ...takers.filter(({ user }) => user.id !== demo.taker.user.id).slice(0, 1)]
  for (const { user } of reviewers) {
    rows.programmeReviewers.push({ userId: user.id, addedByUserId: setByUserId, addedAtMs: publishedAtMs })
  }
  const parties = DEMO_DOSSIERS.map((invented, index) => {
    const party = invented.communeCode === '93048' ? demo.agent : townHall(world, dice, invented, index)
    addDossier(world, dice, { invented, party, reviewers, index, adminId: setByUserId })
    return party
  })
  const grantedCents = DEMO_DOSSIERS.reduce((sum, { grantedCents: cents = 0 }) => sum + cents, 0)
  const fund = { id: 'reuse', amountCents: DEMO_FUND_CENTS, grantedCents }
  rows.programmeFund.push({ ...fund, setByUserId, updatedAtMs: publishedAtMs })
  addWorkshops(world, dice, parties)
  addLibrary(world, dice, parties)
  addClub(world, dice, parties)
}

function townHall(world: World, dice: Dice, { communeCode }: InventedDossier, index: number): Party {
  const createdAtMs = instantOf(world, -440, 10 + index)
  const name = townHallName(communeOf(world, communeCode).name)
  const organisation = makeOrganisation({
    ...{ id: dice.id(createdAtMs), name, kind: 'commune', isGiver: false, isTaker: false },
    ...{ communeCode, siret: inventSiret(dice), createdAtMs },
  })
  const person = REFERENTS[index % REFERENTS.length]!
  const user = makeUser({
    ...{ id: dice.id(createdAtMs), name: person, createdAtMs },
    email: `${foldText(person).replaceAll(' ', '.')}@commune-${communeCode}.example`,
  })
  world.rows.organisations.push(organisation)
  world.rows.users.push(user)
  world.rows.memberships.push(
    makeMembership({ userId: user.id, organisationId: organisation.id, createdAtMs }),
  )
  return { organisation, user }
}

type NewDossier = {
  invented: InventedDossier
  party: Party
  reviewers: readonly Party[]
  index: number
  adminId: string
}

function addDossier(
  world: World,
  dice: Dice,
  { invented, party, reviewers, index, adminId }: NewDossier,
): void {
  const { submittedDaysAgo, startedDaysAgo, scores = [], reason = '', scaling = '', ...said } = invented
  const submittedAtMs = instantOf(world, -(submittedDaysAgo ?? 0), 30 * index)
  const id = dice.id(submittedAtMs)
  const decidedAtMs = reason ? submittedAtMs + 21 * 86_400_000 : null
  const startedOn = startedDaysAgo === undefined ? null : dayOf(world, -startedDaysAgo)
  world.rows.programmeDossiers.push(
    makeDossier({
      ...said,
      id,
      organisationId: party.organisation.id,
      createdByUserId: party.user.id,
      referent: party.user.name,
      referentEmail: party.user.email,
      startMonth: dayOf(world, -(startedDaysAgo ?? -45)).slice(0, 7),
      targetMassG: 4_000_000 + index * 1_000_000,
      targetSurveys: 2 + index,
      criteriaVersion: 1,
      submittedAtMs,
      decisionReason: reason,
      decidedAtMs,
      decidedByUserId: decidedAtMs === null ? null : adminId,
      grantedCents: said.grantedCents ?? null,
      startedOn,
      endsOn: startedOn && endOfExperiment(startedOn, said.months),
      scaling,
      createdAtMs: submittedAtMs,
      updatedAtMs: decidedAtMs ?? submittedAtMs,
    }),
  )
  for (const [at, given] of scores.entries()) {
    world.rows.programmeReviews.push({
      ...{ dossierId: id, userId: reviewers[at]!.user.id, criteriaVersion: 1, comment: '' },
      scores: Object.fromEntries(DEMO_CRITERIA.map((criterion, place) => [criterion.id, given[place] ?? 0])),
      updatedAtMs: submittedAtMs + (7 + at) * 86_400_000,
    })
  }
  const told = { entity: 'programme-dossier', entityId: id }
  world.rows.events.push(
    makeEvent({
      ...{ ...told, id: dice.id(submittedAtMs), kind: 'submitted' },
      ...{ actorUserId: party.user.id, atMs: submittedAtMs },
    }),
  )
  if (startedOn) addExperiment(world, dice, { id, invented })
}

function addExperiment(
  world: World,
  dice: Dice,
  { id, invented }: { id: string; invented: InventedDossier },
): void {
  const { grantedCents = 0, startedDaysAgo = 0, state } = invented
  const createdAtMs = instantOf(world, -startedDaysAgo, 40)
  const parts = [
    { label: 'Dépose soignée', share: 0.5, spent: 0.6 },
    { label: 'Stockage', share: 0.3, spent: 0.4 },
    { label: 'Diagnostics', share: 0.2, spent: 1 },
  ]
  for (const { label, share, spent } of parts) {
    const plannedCents = Math.round(grantedCents * share)
    const committedCents = state === 'scaled' || spent === 1 ? plannedCents : Math.round(plannedCents * 0.8)
    const spentCents = state === 'scaled' ? committedCents : Math.round(committedCents * spent)
    const money = { plannedCents, committedCents, spentCents }
    world.rows.programmeBudgetLines.push({
      ...{ id: dice.id(createdAtMs), dossierId: id, label, ...money, createdAtMs },
    })
  }
  const steps = [
    { label: 'Diagnostics des bâtiments', after: 20, done: true },
    { label: 'Première dépose', after: 60, done: true },
    { label: 'Première remise à un autre chantier', after: 110, done: state === 'scaled' },
    { label: 'Bilan au conseil municipal', after: 180, done: state === 'scaled' },
  ]
  for (const { label, after, done } of steps) {
    const dueOn = dayOf(world, after - startedDaysAgo)
    world.rows.programmeMilestones.push({
      ...{ id: dice.id(createdAtMs), dossierId: id, label, dueOn, doneOn: done ? dueOn : null, createdAtMs },
    })
  }
  if (state !== 'scaled') return
  const submittedAtMs = instantOf(world, -(startedDaysAgo - 185), 40)
  world.rows.programmeReports.push({
    dossierId: id,
    results: 'Tous les bâtiments rénovés ont été diagnostiqués avant travaux.',
    lessons: 'Visiter avec les repreneurs avant d’écrire le marché évite les lots sans preneur.',
    difficulties: 'Le stockage a manqué au printemps ; une cour d’école a servi un mois.',
    sequel: 'La clause de dépose soignée entre dans tous les marchés.',
    figures: null,
    submittedAtMs,
    updatedAtMs: submittedAtMs,
  })
}

function addWorkshops(world: World, dice: Dice, parties: readonly Party[]): void {
  const days = [
    {
      title: 'Repérer, déposer, remettre',
      audience: 'agents',
      offset: 24,
      programme:
        'Matin : lire un diagnostic, visiter un chantier.\nAprès-midi : écrire un lot, trouver un repreneur.',
    },
    {
      title: 'Porter le réemploi dans la commune',
      audience: 'both',
      offset: 38,
      programme:
        'Matin : marchés publics et clauses.\nAprès-midi : suivre ses résultats, partager ses méthodes.',
    },
  ] as const
  for (const [index, { offset, ...day }] of days.entries()) {
    const createdAtMs = instantOf(world, -15, index)
    const id = dice.id(createdAtMs)
    const seated = parties.slice(0, 4 - index)
    world.rows.programmeWorkshops.push({
      ...{ id, ...day, onDay: dayOf(world, offset), fromHour: '09:30', untilHour: '16:30' },
      ...{ place: 'Salle des Platanes, Montreuil', places: 40, taken: seated.length },
      ...{ cancelledAtMs: null, createdAtMs, updatedAtMs: createdAtMs },
    })
    for (const { organisation, user } of seated) {
      world.rows.programmeSeats.push({
        ...{ id: dice.id(createdAtMs), workshopId: id, organisationId: organisation.id },
        ...{ communeCode: organisation.communeCode!, name: user.name, email: user.email, role: 'agent' },
        ...{ attended: null, createdByUserId: user.id, createdAtMs },
      })
    }
  }
}

function addLibrary(world: World, dice: Dice, parties: readonly Party[]): void {
  for (const [index, { author, isPublished, title, body, materials, topics }] of DEMO_FICHES.entries()) {
    const { organisation, user } = parties[author]!
    const createdAtMs = instantOf(world, -30 + 5 * index, 90)
    world.rows.programmeFiches.push({
      ...{ id: dice.id(createdAtMs), organisationId: organisation.id, title, body },
      ...{ materials: [...materials], topics: [...topics], reason: '' },
      state: isPublished ? 'published' : 'proposed',
      ...{ createdByUserId: user.id, createdAtMs, updatedAtMs: createdAtMs },
    })
  }
}

function addClub(world: World, dice: Dice, parties: readonly Party[]): void {
  const write = (author: number, text: string, parentId: string | null, createdAtMs: number): string => {
    const { organisation, user } = parties[author]!
    const id = dice.id(createdAtMs)
    world.rows.programmePosts.push({
      ...{ id, parentId, organisationId: organisation.id, userId: user.id, text },
      ...{ hiddenAtMs: null, hiddenReason: '', createdAtMs },
    })
    return id
  }
  for (const [index, { author, text, answers }] of DEMO_POSTS.entries()) {
    const atMs = instantOf(world, -9 + 3 * index, 100)
    const id = write(author, text, null, atMs)
    for (const answer of answers) write(answer.author, answer.text, id, atMs + 86_400_000)
  }
}
