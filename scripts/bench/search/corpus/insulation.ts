import type { ProductSpec } from './spec'

/** Insulation. */
export const INSULATION: readonly ProductSpec[] = [
  {
    type: 'rock-wool',
    material: 'insulation',
    unit: 'm2',
    names: ['Laine de roche', 'Panneaux laine de roche', 'Laine minérale (roche)', 'LDR'],
    facts: { form: { panel: ['panneaux', 'rigide', ''], roll: ['rouleaux', 'en rouleau'] } },
    size: { thickness: [60, 100, 140] },
    sheet: { thickness: 'thickness', form: 'insulationForm' },
    details: ['Sacs non ouverts.', 'Derrière bardage, panneaux secs.'],
  },
  {
    type: 'glass-wool',
    material: 'insulation',
    unit: 'm2',
    names: ['Laine de verre', 'LDV', 'Isolant laine de verre', 'Rouleaux laine de verre', 'Isover'],
    facts: { form: { panel: ['panneaux', 'semi-rigide'], roll: ['rouleaux', 'en rouleau', ''] } },
    size: { thickness: [45, 100, 200] },
    sheet: { thickness: 'thickness', form: 'insulationForm' },
    details: ['Kraft d’un côté.', 'Surplus de combles.'],
  },
  {
    type: 'wood-fibre',
    material: 'insulation',
    unit: 'm2',
    names: ['Fibre de bois', 'Laine de bois', 'Isolant fibre de bois', 'Panneaux fibre de bois'],
    size: { thickness: [60, 100, 145] },
    sheet: { thickness: 'thickness' },
    details: ['Biosourcé, palette entamée.', 'Sous toiture.'],
  },
  {
    type: 'polystyrene',
    material: 'insulation',
    unit: 'm2',
    names: ['Polystyrène', 'Polystyrène expansé', 'PSE', 'Panneaux XPS', 'Isolant polystyrene'],
    facts: { kind: { eps: ['expansé', 'PSE', ''], xps: ['extrudé', 'XPS'] } },
    size: { thickness: [40, 80, 120] },
    sheet: { thickness: 'thickness' },
    details: ['Chutes et plaques entières.', 'Sous chape.'],
  },
  {
    type: 'polyurethane',
    material: 'insulation',
    unit: 'm2',
    names: ['Polyuréthane', 'Panneaux PU', 'Isolant toiture terrasse polyuréthane', 'Panneaux polyurethane'],
    size: { thickness: [60, 100, 120] },
    sheet: { thickness: 'thickness' },
    details: ['Parement alu, étanchéité refaite.'],
  },
]
