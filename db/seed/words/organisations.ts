import type { OrganisationKind } from '~db/sqlite/organisations'

export type InventedOrganisation = {
  name: string
  kind: OrganisationKind
  isGiver: boolean
  isTaker: boolean
  communeCode: string
}

/** Invented companies that take buildings apart, and owners of buildings. */
const GIVERS: readonly [name: string, communeCode: string][] = [
  ['Curage du Levant', '93001'],
  ['Dépose & Tri Francilien', '94081'],
  ['Ateliers de Déconstruction Orvanne', '92050'],
  ['Sélectif Bâti', '93066'],
  ['Curage Trois Vallées', '91589'],
  ['Démolition Berthelin', '95018'],
  ['Desmontis Déconstruction', '94028'],
  ['Foncière des Deux Quais', '75056'],
  ['Aménagement Rive Claire', '92012'],
  ['Immobilière du Parvis', '92026'],
]

/** Invented landlords, who give from one site and take for another. */
const LANDLORDS: readonly [name: string, communeCode: string][] = [
  ['Habitat des Coteaux', '94041'],
  ['Toits de l’Est', '93051'],
  ['Résidences Bièvre Habitat', '92002'],
  ['Office des Logis du Canal', '93008'],
]

/** Invented workshops and contractors. */
const TAKERS: readonly [name: string, communeCode: string][] = [
  ['Maçonnerie Tessandier', '92023'],
  ['Charpente Lanvin & Fils', '94017'],
  ['Électricité Bréval', '93005'],
  ['Plomberie Soulard', '92025'],
  ['Sols & Parquets Hérault', '94068'],
  ['Atelier Verrière', '93055'],
  ['Rénov’Action Île-de-France', '92004'],
  ['Peinture et Décors Maillard', '92040'],
  ['Carrelage Da Costa', '94076'],
  ['Couverture Ravenel', '92063'],
  ['Bâtisseurs du Marais', '75056'],
  ['Agence Plan Sensible', '75056'],
]

/** Invented associations and cooperatives that collect, repair and build. */
const ASSOCIATIONS: readonly [name: string, communeCode: string, kind: OrganisationKind][] = [
  ['La Ressourcerie des Lilas Bleus', '93045', 'general-interest'],
  ['Matière Commune', '93066', 'social-economy'],
  ['Le Comptoir des Matériaux', '94041', 'social-economy'],
  ['Recyclerie Boucle de Seine', '92036', 'association'],
  ['Les Bricoleurs du Canal', '93055', 'association'],
  ['Chantiers Partagés', '94033', 'general-interest'],
  ['L’Établi Solidaire', '92007', 'association'],
]

/** Communes that offer materials from their own buildings. */
const COMMUNES: readonly [name: string, communeCode: string][] = [
  ['Ville de Pantin', '93055'],
  ['Ville d’Ivry-sur-Seine', '94041'],
  ['Ville de Nanterre', '92050'],
]

/** Every organisation of the demo, except those of its four accounts. */
export const ORGANISATIONS: readonly InventedOrganisation[] = [
  ...GIVERS.map(described('company', true, false)),
  ...LANDLORDS.map(described('company', true, true)),
  ...TAKERS.map(described('company', false, true)),
  ...ASSOCIATIONS.map(([name, communeCode, kind]) => described(kind, true, true)([name, communeCode])),
  ...COMMUNES.map(described('commune', true, true)),
]

function described(kind: OrganisationKind, isGiver: boolean, isTaker: boolean) {
  return ([name, communeCode]: readonly [string, string]): InventedOrganisation => ({
    name,
    kind,
    isGiver,
    isTaker,
    communeCode,
  })
}
