import type { MaterialType } from '~/core/material-types'

/** What materials of a kind may serve as now, as their takers say it. */
export const REINSTALLED: Partial<Record<MaterialType, string>> = {
  brick: 'Mur de soubassement d’un abri à vélos, monté à la chaux.',
  door: 'Portes des bureaux du rez-de-chaussée, sens d’ouverture conservé.',
  'wood-floor': 'Sol de la salle d’activités, poncé puis huilé.',
  'soft-floor': 'Sol des salles de réunion, posé en damier.',
  ceiling: 'Plafond des circulations, dalles triées par teinte.',
  'raised-floor': 'Plancher technique d’un atelier partagé.',
  sanitary: 'Lavabos des vestiaires du club, robinetterie neuve.',
  stone: 'Pas de la cour intérieure, joints en sable.',
  furniture: 'Mobilier de l’accueil, repeint par l’équipe.',
  window: 'Cloison vitrée entre l’atelier et le bureau.',
}
