import { ENVELOPE } from './envelope'
import { EQUIPMENT } from './equipment'
import { FIT_OUT } from './fit-out'
import { FLOORS } from './floors'
import { FRAME } from './frame'
import { MASONRY } from './masonry'
import { OUTDOOR } from './outdoor'
import type { Product } from './product'

/** Every product of the demo, in the order of the material types. */
export const PRODUCTS: readonly Product[] = [
  ...MASONRY,
  ...FRAME,
  ...ENVELOPE,
  ...FIT_OUT,
  ...FLOORS,
  ...EQUIPMENT,
  ...OUTDOOR,
]

/** What inventories also count and nobody reuses as it is: the bulk of a demolition. Shares of the bulk's mass. */
export const BULK: readonly {
  material: Product['material']
  product: string
  share: number
  reusable: number
}[] = [
  {
    material: 'concrete',
    product: 'Béton armé de structure : voiles, poteaux, dalles',
    share: 0.58,
    reusable: 0.05,
  },
  { material: 'brick', product: 'Maçonneries enduites au ciment', share: 0.14, reusable: 0.04 },
  { material: 'partition-board', product: 'Cloisons et doublages en plâtre', share: 0.09, reusable: 0.02 },
  { material: 'other', product: 'Enrobés, chapes et étanchéités', share: 0.08, reusable: 0 },
  {
    material: 'structural-steel',
    product: 'Aciers d’armature et charpentes soudées',
    share: 0.07,
    reusable: 0.1,
  },
  { material: 'other', product: 'Déchets non dangereux en mélange', share: 0.04, reusable: 0 },
]
