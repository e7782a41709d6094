import type { MaterialType } from '~/core/material-types'
import type { Unit } from '~/core/units'

/** The demo taker's bill of quantities; quantities in whole units, prices of new in cents ex-VAT. */
export const DEMO_BILL: {
  title: string
  lines: readonly {
    label: string
    material: MaterialType | null
    quantity: number
    unit: Unit
    newUnitPriceCents: number | null
  }[]
} = {
  title: 'École Jean-Jaurès, second œuvre',
  lines: [
    {
      label: 'Blocs-portes à âme pleine 83×204',
      material: 'door',
      quantity: 24,
      unit: 'u',
      newUnitPriceCents: 28_500,
    },
    {
      label: 'Cloison amovible vitrée',
      material: 'partition-board',
      quantity: 60,
      unit: 'm2',
      newUnitPriceCents: 14_500,
    },
    {
      label: 'Parquet chêne contrecollé',
      material: 'wood-floor',
      quantity: 140,
      unit: 'm2',
      newUnitPriceCents: 6800,
    },
    {
      label: 'Dalle moquette 50×50',
      material: 'soft-floor',
      quantity: 350,
      unit: 'm2',
      newUnitPriceCents: 3200,
    },
    {
      label: 'Dalles de faux plafond 60×60',
      material: 'ceiling',
      quantity: 280,
      unit: 'm2',
      newUnitPriceCents: 2400,
    },
    {
      label: 'Laine de verre 100 mm',
      material: 'insulation',
      quantity: 120,
      unit: 'm2',
      newUnitPriceCents: 950,
    },
    {
      label: 'Briques pleines de parement',
      material: 'brick',
      quantity: 1800,
      unit: 'u',
      newUnitPriceCents: 95,
    },
    {
      label: 'Radiateurs fonte',
      material: 'hvac-plumbing',
      quantity: 18,
      unit: 'u',
      newUnitPriceCents: 42_000,
    },
    {
      label: 'Luminaires LED encastrés',
      material: 'electrical',
      quantity: 64,
      unit: 'u',
      newUnitPriceCents: null,
    },
    {
      label: 'Habillage acoustique de la salle',
      material: null,
      quantity: 45,
      unit: 'm2',
      newUnitPriceCents: 8900,
    },
  ],
}
