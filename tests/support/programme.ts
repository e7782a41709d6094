import { newId } from '~/core/ids'
import { decideDossier } from '~/features/programme/commands/decide-dossier.server'
import { saveDossier } from '~/features/programme/commands/save-dossier.server'
import { addReviewer, publishCriteria, setFund } from '~/features/programme/commands/set-programme.server'
import { dossierSchema } from '~/features/programme/schema'
import type { Actor } from '~/features/organisations/model/permissions'
import { granted } from './answers'

type Answers = Record<string, unknown>

export const TWO_CRITERIA = [
  { id: 'c1', name: 'Potentiel', text: 'Masses en jeu.', weight: 60 },
  { id: 'c2', name: 'Portage', text: 'Élu engagé.', weight: 40 },
]

/** A complete dossier as its form sends it. */
export function dossierForm(answers: Answers = {}) {
  return dossierSchema.parse({
    id: newId(),
    intent: 'submit',
    aim: 'Remettre en service les portes et les radiateurs des écoles.',
    sites: 'École Jean-Macé, gymnase des Ruffins',
    referent: 'Samira Modèle, cheffe de projet',
    referentEmail: 'referente@ville.example',
    elected: 'Paul Modèle, adjoint aux bâtiments',
    startMonth: '2026-10',
    months: '6',
    asked: '12 000',
    targetMassKg: '5 000',
    ...answers,
  })
}

/** Submits a complete dossier of the actor's commune; the published criteria must be there. */
export async function submits(actor: Actor, answers: Answers = {}): Promise<string> {
  return granted(await saveDossier({ actor, ...dossierForm(answers) })).id
}

/** Publishes criteria, sets the fund and names the committee. */
export async function opensProgramme(
  admin: Actor,
  { fundCents, reviewers = [] }: { fundCents: number; reviewers?: readonly Actor[] },
): Promise<void> {
  granted(await publishCriteria(admin, { criteria: TWO_CRITERIA, reason: 'Première version du parcours' }))
  granted(await setFund(admin, fundCents))
  for (const { email } of reviewers) granted(await addReviewer(admin, email))
}

/** Admits a dossier with a grant in cents. */
export function admits(admin: Actor, dossierId: string, grantedCents: number) {
  const reason = 'Un dossier clair et mesurable.'
  return decideDossier({ actor: admin, dossierId, decision: 'admit', reason, grantedCents })
}
