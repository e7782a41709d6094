/** Said of lots that leave within days. */
export const LAST_CALLS = [
  'La benne passe en fin de semaine : dernier délai.',
  'À enlever avant la fin du curage, sans report possible.',
  'Stockage impossible au-delà de la date indiquée.',
] as const

/** What a need is for. */
export const PROJECTS = [
  'un tiers-lieu',
  'une crèche associative',
  'l’extension d’une école',
  'un atelier partagé',
  'un café associatif',
  'une maison de santé',
  'la réhabilitation de douze logements',
  'un local de quartier',
  'une ferme urbaine',
  'un foyer de jeunes travailleurs',
  'une salle polyvalente',
  'une librairie',
  'un gymnase municipal',
  'une résidence étudiante',
  'des bureaux partagés',
  'un centre de loisirs',
  'une maison individuelle',
  'un restaurant solidaire',
  'une médiathèque',
] as const

export const REQUEST_MESSAGES = [
  'Nous pouvons enlever avec un camion de 20 m³, un matin de votre choix.',
  'Bonjour, une visite est-elle possible avant l’enlèvement ?',
  'Notre équipe de deux personnes charge elle-même.',
  'Nous prenons aussi les éléments abîmés pour pièces.',
  'Livraison directe sur notre chantier, sans stockage.',
  'Pour un chantier d’insertion ; nous fournissons l’attestation d’assurance.',
  '',
] as const

export const ACCEPT_REASONS = [
  'Première demande, enlèvement avant la fin du curage.',
  'Usage le plus proche, moins de dix kilomètres.',
  'Prend la plus grande part du lot.',
  'Structure de l’économie sociale, prioritaire selon notre marché.',
  'Dates compatibles avec la dépose.',
] as const

export const REFUSE_REASONS = [
  'Enlèvement demandé après la fin de la disponibilité.',
  'Quantité attribuée à une demande arrivée avant.',
  'Lot finalement conservé pour une repose sur place.',
  'Attestation d’assurance non fournie.',
] as const

export const CANCEL_REASONS = [
  'Notre chantier est reporté.',
  'Les dimensions ne conviennent pas après visite.',
  'Transport indisponible à ces dates.',
  'Dépose retardée par le désamiantage d’un autre étage.',
] as const

/** What one side of a pair writes to the other first. */
export const PAIR_MESSAGES = {
  giver:
    'Bonjour, nos matériaux sont triés et visibles sur place cette semaine. Pouvez-vous passer avant la dépose, ou préférez-vous des photos de détail ?',
  taker:
    'Bonjour, ce lot conviendrait à notre chantier. Pouvez-vous le garder quelques jours, le temps de vérifier les dimensions ?',
} as const
