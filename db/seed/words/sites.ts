import type { SiteKind } from '../factories/site'

/** What a site is, by kind of works, each completed by one of `PLACES`. */
export const BUILDINGS: Record<SiteKind, readonly string[]> = {
  demolition: ['Ancienne halle', 'Ancien entrepôt', 'Ancien garage', 'Pavillon scolaire', 'Ancien gymnase'],
  renovation: ['Groupe scolaire', 'Résidence', 'Maison des associations', 'Foyer', 'Médiathèque'],
  'strip-out': ['Immeuble de bureaux', 'Plateaux de bureaux', 'Ancienne agence', 'Ancien siège', 'Hôtel'],
  construction: [
    'Tiers-lieu',
    'Extension de l’école',
    'Pôle petite enfance',
    'Ferme urbaine',
    'Atelier partagé',
  ],
}

export const PLACES = [
  'des Tilleuls',
  'du Belvédère',
  'Lumière',
  'des Acacias',
  'du Moulin',
  'des Marronniers',
  'de la Halte',
  'Bellevue',
  'des Coquelicots',
  'du Port',
  'des Verriers',
  'de la Source',
  'du Plateau',
  'des Fonderies',
  'du Grand Cèdre',
  'des Peupliers',
  'de l’Écluse',
  'des Vignes',
  'du Télégraphe',
  'de la Passerelle',
  'des Jardiniers',
  'du Parc',
  'de l’Aqueduc',
  'des Tanneurs',
  'de la Butte',
  'des Sorbiers',
] as const

export const STREETS = [
  'rue des Écoles',
  'avenue de la République',
  'rue du Chemin-Vert',
  'boulevard de la Gare',
  'rue de l’Église',
  'rue du Moulin',
  'avenue du Général-Leclerc',
  'rue Victor-Hugo',
  'quai de la Marne',
  'rue des Lilas',
  'rue Jean-Jaurès',
  'allée des Peupliers',
  'rue de Paris',
  'rue Pasteur',
  'avenue Gambetta',
] as const

/** How to get in and load, for whoever comes to fetch. */
export const SITE_ACCESSES = [
  'Portail côté cour, hauteur libre 3,20 m. Gilet, casque et chaussures de sécurité.',
  'Se présenter à la base vie, rez-de-chaussée. Stationnement 30 minutes devant le hall.',
  'Quai de chargement à l’arrière, de 7 h à 11 h 30. Pas de semi-remorque.',
  'Rue en sens unique : arriver par le nord. Arrêté de stationnement affiché.',
  'Badge à retirer au poste de garde, pièce d’identité demandée.',
  'Cour intérieure, camion jusqu’à 20 m³. Monte-charge 800 kg sur demande.',
  'Appeler dix minutes avant : le conducteur de travaux ouvre la palissade.',
] as const
