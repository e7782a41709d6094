/**
 * What can be told of a material beyond its type: a number in the unit its trade uses, one choice of a list, or yes.
 * A number is kept with `decimals` decimals at most; `max` is far above any real product.
 */
export type AttributeUnit = 'mm' | 'W' | 'dB' | 'm2K/W' | 'W/m2K' | 'u/m2' | 'kN/m2'

export type NumberAttribute = {
  kind: 'number'
  unit: AttributeUnit
  max: number
  decimals: number
  /** The tolerance that a need proposes, in the attribute's own unit; 0 wants the figure itself. */
  tolerance: number
}
export type ChoiceAttribute = { kind: 'choice'; choices: readonly string[] }
export type FlagAttribute = { kind: 'flag' }
export type AttributeDefinition = NumberAttribute | ChoiceAttribute | FlagAttribute

const mm = (max: number, tolerance: number) =>
  ({ kind: 'number', unit: 'mm', max, decimals: 0, tolerance }) as const satisfies NumberAttribute
const number = (unit: AttributeUnit, max: number, tolerance: number, decimals = 0) =>
  ({ kind: 'number', unit, max, decimals, tolerance }) as const satisfies NumberAttribute
const choice = <const C extends readonly string[]>(...choices: C) => ({ kind: 'choice', choices }) as const
const flag = { kind: 'flag' } as const

/** Every attribute by its key; a key means the same thing in every sheet that has it. */
export const ATTRIBUTES = {
  width: mm(20_000, 10),
  height: mm(20_000, 10),
  length: mm(50_000, 50),
  depth: mm(20_000, 20),
  thickness: mm(2_000, 2),
  leafWidth: mm(5_000, 5),
  leafHeight: mm(6_000, 5),
  leafThickness: mm(300, 3),
  sectionWidth: mm(2_000, 5),
  sectionHeight: mm(3_000, 5),
  profileHeight: mm(2_000, 0),
  panelSide: mm(2_000, 2),
  diameter: mm(3_000, 2),
  powerW: number('W', 1_000_000, 200),
  acousticDb: number('dB', 100, 2),
  thermalR: number('m2K/W', 30, 0.2, 2),
  thermalU: number('W/m2K', 10, 0.2, 2),
  perSquareMetre: number('u/m2', 500, 1, 1),
  loadKn: number('kN/m2', 200, 0.5, 1),

  openingHand: choice('left', 'right', 'double', 'reversible', 'sliding'),
  doorUse: choice('interior', 'entrance', 'technical', 'cupboard'),
  doorCore: choice('hollow', 'solid', 'glazed', 'metal'),
  fireRating: choice('none', 'ei30', 'ei60', 'ei90', 'ei120'),
  windowFrame: choice('wood', 'aluminium', 'pvc', 'steel', 'mixed'),
  windowOpening: choice('casement', 'tilt-turn', 'sliding', 'fixed', 'roof'),
  glazing: choice('single', 'double', 'triple'),
  concreteForm: choice('block', 'slab', 'kerb', 'paver', 'beam', 'other'),
  brickKind: choice('solid', 'perforated', 'hollow', 'facing', 'refractory'),
  mortar: choice('none', 'lime', 'cement'),
  stoneKind: choice('limestone', 'granite', 'sandstone', 'marble', 'slate', 'other'),
  stoneUse: choice('paving', 'slab', 'block', 'kerb', 'step', 'facing'),
  roofKind: choice('interlocking', 'flat', 'canal', 'natural-slate', 'fibre-cement'),
  timberSpecies: choice('softwood', 'oak', 'chestnut', 'glulam', 'other'),
  strengthClass: choice('c18', 'c24', 'c30', 'd30', 'gl24', 'unknown'),
  profile: choice('ipe', 'ipn', 'hea', 'heb', 'upn', 'angle', 'tube', 'other'),
  steelGrade: choice('s235', 's275', 's355', 'unknown'),
  metal: choice('steel', 'stainless', 'aluminium', 'zinc', 'copper', 'cast-iron'),
  metalForm: choice('sheet', 'tube', 'profile', 'grating', 'railing', 'cladding'),
  partitionKind: choice('plasterboard', 'glazed', 'solid-removable', 'sandwich'),
  ceilingKind: choice('mineral', 'metal', 'wood', 'plaster'),
  raisedFloorCore: choice('wood', 'mineral', 'steel'),
  woodFloorKind: choice('solid', 'engineered', 'laminate', 'end-grain'),
  woodFloorFixing: choice('nailed', 'glued', 'floating'),
  floorSpecies: choice('oak', 'beech', 'pine', 'chestnut', 'exotic', 'other'),
  softFloorKind: choice('carpet-tile', 'carpet-roll', 'pvc', 'linoleum', 'rubber'),
  tileKind: choice('stoneware', 'earthenware', 'cement', 'terracotta', 'mosaic'),
  slipRating: choice('r9', 'r10', 'r11', 'r12'),
  insulationKind: choice('rock-wool', 'glass-wool', 'wood-fibre', 'polystyrene', 'polyurethane', 'other'),
  insulationForm: choice('panel', 'roll', 'loose'),
  sanitaryKind: choice('washbasin', 'toilet', 'urinal', 'shower-tray', 'bath', 'sink', 'tap'),
  mounting: choice('wall', 'floor', 'built-in'),
  heatingKind: choice('radiator', 'boiler', 'water-heater', 'fan-coil', 'air-handling', 'duct', 'pipe'),
  heatingEnergy: choice('hot-water', 'electric', 'gas', 'none'),
  radiatorMetal: choice('cast-iron', 'steel', 'aluminium'),
  electricalKind: choice('luminaire', 'cable-tray', 'switchboard', 'fitting', 'cable'),
  lightSource: choice('led', 'fluorescent', 'other'),
  ipRating: choice('ip20', 'ip44', 'ip65'),
  furnitureKind: choice('desk', 'chair', 'storage', 'railing', 'outdoor', 'ironmongery', 'other'),

  frameIncluded: flag,
  ironmongeryIncluded: flag,
  tapsIncluded: flag,
  treated: flag,
  reinforced: flag,
  safetyGlass: flag,
  pedestalsIncluded: flag,
} as const satisfies Record<string, AttributeDefinition>

export type AttributeKey = keyof typeof ATTRIBUTES
export type KeyOfKind<Kind extends AttributeDefinition['kind']> = {
  [Key in AttributeKey]: (typeof ATTRIBUTES)[Key]['kind'] extends Kind ? Key : never
}[AttributeKey]
/** `glazing.single | glazing.double | …`: every choice that a catalogue must name. */
export type ChoiceOf<Key extends KeyOfKind<'choice'>> = (typeof ATTRIBUTES)[Key]['choices'][number]

export function isAttributeKey(text: string): text is AttributeKey {
  return Object.hasOwn(ATTRIBUTES, text)
}

/** The definition of an attribute, as the union that a `switch` on `kind` narrows. */
export function definitionOf(key: AttributeKey): AttributeDefinition {
  return ATTRIBUTES[key]
}
