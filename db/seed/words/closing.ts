import type { InventoryWasteRow } from '../factories/closing'

/** Who took what left, invented. */
export const CLOSING_TAKERS = [
  'Centre de tri du Canal',
  'Plateforme de recyclage des Deux-Ponts',
  'Éco-tri de la Plaine',
  'Valorisation Nord-Est',
] as const

/** Waste that the survey of a strip-out foresees beside its products. */
export const FORESEEN_WASTES: readonly Pick<
  InventoryWasteRow,
  'family' | 'wasteCode' | 'label' | 'massG' | 'outlet'
>[] = [
  {
    ...{ family: 'inert', wasteCode: '170107', label: 'Gravats en mélange' },
    ...{ massG: 46_000_000, outlet: 'Recyclage en granulats' },
  },
  {
    ...{ family: 'non-hazardous', wasteCode: '170904', label: 'Déchets de second œuvre en mélange' },
    ...{ massG: 9_400_000, outlet: 'Centre de tri' },
  },
  {
    ...{ family: 'hazardous', wasteCode: '170605', label: 'Dalles de sol amiantées' },
    ...{ massG: 1_250_000, outlet: 'Installation de stockage' },
  },
]
