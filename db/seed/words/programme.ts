import { TOTAL_WEIGHT } from '~/features/programme/model/criteria'
import type { DossierState, StoredCriterion } from '~db/sqlite/programme'

/** Invented criteria of the demo. */
export const DEMO_CRITERIA: StoredCriterion[] = [
  {
    id: 'c1',
    name: 'Potentiel de réemploi',
    text: 'Opérations réelles, diagnostics faits ou prévus, masses en jeu.',
    weight: 30,
  },
  {
    id: 'c2',
    name: 'Portage',
    text: 'Élu engagé, référent disponible, services associés.',
    weight: 25,
  },
  { id: 'c3', name: 'Méthode', text: 'Étapes claires, dates tenables, moyens réalistes.', weight: 20 },
  {
    id: 'c4',
    name: 'Mesure',
    text: 'Indicateurs lisibles dans le registre, point de départ connu.',
    weight: 15,
  },
  {
    id: 'c5',
    name: 'Partage',
    text: 'Ce que les autres communes pourront reprendre.',
    weight: TOTAL_WEIGHT - 90,
  },
]

export type InventedDossier = {
  communeCode: string
  state: DossierState
  aim: string
  sites: string
  elected: string
  months: number
  askedCents: number
  grantedCents?: number
  /** Days before the base day. */
  submittedDaysAgo: number | null
  startedDaysAgo?: number
  reason?: string
  scaling?: string
  /** What each reviewer gave, in the order of the criteria. */
  scores?: readonly (readonly number[])[]
}

/** Dossiers of the demo; the agent of the demo is Montreuil's. */
export const DEMO_DOSSIERS: readonly InventedDossier[] = [
  {
    communeCode: '93048',
    state: 'running',
    aim: 'Déposer avec soin les portes, radiateurs et sanitaires des écoles rénovées, et en remettre la moitié sur d’autres chantiers de la ville.',
    sites: 'Trois groupes scolaires rénovés cette année, un gymnase l’an prochain.',
    elected: 'Adjointe au patrimoine bâti',
    months: 9,
    askedCents: 2_400_000,
    grantedCents: 1_800_000,
    submittedDaysAgo: 190,
    startedDaysAgo: 120,
    reason: 'Chantiers datés, élue engagée, mesure simple. L’aide couvre la dépose et le stockage.',
    scores: [
      [5, 4, 4, 4, 3],
      [4, 4, 3, 5, 4],
    ],
  },
  {
    communeCode: '93066',
    state: 'scaled',
    aim: 'Faire de la dépose soignée la règle de tous les marchés de rénovation.',
    sites: 'Six bâtiments municipaux.',
    elected: 'Adjoint aux marchés publics',
    months: 6,
    askedCents: 1_500_000,
    grantedCents: 1_500_000,
    submittedDaysAgo: 400,
    startedDaysAgo: 340,
    reason: 'Un dossier prêt, avec des diagnostics déjà faits.',
    scaling: 'La clause vaut pour tous les marchés de travaux de la ville.',
    scores: [
      [5, 5, 4, 4, 5],
      [4, 5, 5, 4, 4],
    ],
  },
  {
    communeCode: '94041',
    state: 'admitted',
    aim: 'Monter une réserve partagée entre services pour le mobilier et le second œuvre.',
    sites: 'Ancien centre technique.',
    elected: 'Maire adjointe à la transition',
    months: 12,
    askedCents: 1_200_000,
    grantedCents: 900_000,
    submittedDaysAgo: 60,
    reason: 'Bonne idée, à commencer petit : l’aide porte sur la première année.',
    scores: [
      [3, 4, 3, 3, 5],
      [4, 3, 3, 3, 4],
    ],
  },
  {
    communeCode: '92012',
    state: 'submitted',
    aim: 'Réemployer les faux planchers et cloisons des bureaux municipaux.',
    sites: 'Hôtel de ville, deux annexes.',
    elected: 'Adjoint aux bâtiments',
    months: 8,
    askedCents: 2_000_000,
    submittedDaysAgo: 20,
    scores: [[4, 3, 4, 3, 3]],
  },
  {
    communeCode: '94028',
    state: 'submitted',
    aim: 'Diagnostiquer toutes les écoles avant travaux.',
    sites: 'Onze écoles.',
    elected: 'Adjointe à l’éducation',
    months: 10,
    askedCents: 1_000_000,
    submittedDaysAgo: 12,
    scores: [],
  },
  {
    communeCode: '92050',
    state: 'postponed',
    aim: 'Vendre aux habitants les matériaux déposés.',
    sites: 'À préciser.',
    elected: 'Conseillère déléguée',
    months: 4,
    askedCents: 800_000,
    submittedDaysAgo: 70,
    reason: 'Précisez les bâtiments et le statut de la vente, puis représentez le dossier.',
    scores: [
      [2, 3, 2, 2, 3],
      [1, 4, 1, 2, 3],
    ],
  },
]

/** Fiches of the demo, by the place of their town hall among the dossiers. */
export const DEMO_FICHES = [
  {
    author: 1,
    title: 'Écrire la dépose soignée dans le marché',
    body: 'Contexte : six bâtiments, un lot démolition par bâtiment.\n\nCe qui a été fait : une ligne de prix par élément à déposer, avec sa quantité et son lieu de stockage. Le repreneur visite avant la signature.\n\nCe qui a marché : les entreprises ont chiffré la dépose au lieu de la refuser.\n\nÀ prévoir : deux semaines de plus au planning.',
    materials: ['door', 'window'],
    topics: ['procurement', 'removal'],
    isPublished: true,
  },
  {
    author: 0,
    title: 'Une cour d’école comme entrepôt d’été',
    body: 'Contexte : pas de local entre juillet et septembre.\n\nCe qui a été fait : stockage sous bâche dans la cour, palettes numérotées, registre à l’accueil.\n\nCe qui n’a pas marché : la pluie de fin août a abîmé deux palettes de plâtre.\n\nÀ prévoir : rien qui craigne l’eau, et une date d’enlèvement avant la rentrée.',
    materials: [],
    topics: ['storage'],
    isPublished: true,
  },
  {
    author: 2,
    title: 'Former les gardiens au repérage',
    body: 'Contexte : les gardiens savent ce qui est récent dans chaque bâtiment.\n\nCe qui a été fait : une demi-journée avec photos, puis une liste par bâtiment relue par le référent.',
    materials: [],
    topics: ['training', 'survey'],
    isPublished: false,
  },
] as const

/** Posts of the demo's club; `answers` follow the post they answer. */
export const DEMO_POSTS = [
  {
    author: 3,
    text: 'Avez-vous un modèle de clause pour la visite des repreneurs avant travaux ?',
    answers: [
      { author: 1, text: 'Oui : voyez notre fiche sur la dépose soignée, la clause est à la fin du marché.' },
    ],
  },
  {
    author: 0,
    text: 'Nous cherchons un lieu couvert de 200 m² pour trois mois, à moins de 10 km.',
    answers: [],
  },
] as const
