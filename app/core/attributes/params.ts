import type { MaterialType } from '../material-types'
import { definitionOf, type AttributeKey } from './definitions'
import { sheetOf } from './sheets'
import { parseWanted, type Wanted, type WantedAttributes, type WantedTexts } from './wanted'
import type { AttributeFault } from './values'

/** What an address calls each attribute: French, short, and never changed, since people keep and share addresses. */
const PARAMS = {
  width: 'largeur',
  height: 'hauteur',
  length: 'longueur',
  depth: 'profondeur',
  thickness: 'epaisseur',
  leafWidth: 'largeur-vantail',
  leafHeight: 'hauteur-vantail',
  leafThickness: 'epaisseur-vantail',
  sectionWidth: 'largeur-section',
  sectionHeight: 'hauteur-section',
  profileHeight: 'hauteur-profile',
  panelSide: 'cote-dalle',
  diameter: 'diametre',
  powerW: 'puissance',
  acousticDb: 'affaiblissement',
  thermalR: 'resistance-thermique',
  thermalU: 'coefficient-u',
  perSquareMetre: 'nombre-m2',
  loadKn: 'charge',
  openingHand: 'sens-ouverture',
  doorUse: 'usage-porte',
  doorCore: 'ame-porte',
  fireRating: 'resistance-feu',
  windowFrame: 'cadre',
  windowOpening: 'ouverture',
  glazing: 'vitrage',
  concreteForm: 'forme-beton',
  brickKind: 'brique',
  mortar: 'mortier',
  stoneKind: 'pierre',
  stoneUse: 'forme-pierre',
  roofKind: 'couverture',
  timberSpecies: 'essence-charpente',
  strengthClass: 'classe',
  profile: 'profile',
  steelGrade: 'nuance',
  metal: 'metal',
  metalForm: 'forme-metal',
  partitionKind: 'cloison',
  ceilingKind: 'plafond',
  raisedFloorCore: 'ame-dalle',
  woodFloorKind: 'parquet',
  woodFloorFixing: 'pose',
  floorSpecies: 'essence',
  softFloorKind: 'sol',
  tileKind: 'carreau',
  slipRating: 'glissance',
  insulationKind: 'isolant',
  insulationForm: 'conditionnement',
  sanitaryKind: 'appareil',
  mounting: 'fixation',
  heatingKind: 'chauffage',
  heatingEnergy: 'energie',
  radiatorMetal: 'metal-radiateur',
  electricalKind: 'electricite',
  lightSource: 'source-lumineuse',
  ipRating: 'indice-ip',
  furnitureKind: 'objet',
  frameIncluded: 'cadre-compris',
  ironmongeryIncluded: 'quincaillerie-comprise',
  tapsIncluded: 'robinetterie-comprise',
  treated: 'traite',
  reinforced: 'arme',
  safetyGlass: 'verre-securite',
  pedestalsIncluded: 'verins-compris',
} as const satisfies Record<AttributeKey, string>

/** The parameter of an attribute in an address: `largeur-vantail`, and `largeur-vantail-tolerance`. */
export function attributeParam(key: AttributeKey, part: 'value' | 'tolerance' = 'value'): string {
  return part === 'value' ? PARAMS[key] : `${PARAMS[key]}-tolerance`
}

const MAX_TEXT = 100

/** What an address asks of a material's sheet, as texts by attribute key; what was left empty is absent. */
export function wantedTextsIn(material: MaterialType, params: URLSearchParams): Record<string, WantedTexts> {
  const texts: Record<string, WantedTexts> = {}
  for (const key of sheetOf(material)) {
    const given = params.getAll(attributeParam(key)).map((text) => text.trim().slice(0, MAX_TEXT))
    const value = given.filter((text) => text !== '')
    if (value.length === 0) continue
    const tolerance = params.get(attributeParam(key, 'tolerance'))?.trim().slice(0, MAX_TEXT)
    texts[key] = { value: value.length === 1 ? value[0] : value, ...(tolerance && { tolerance }) }
  }
  return texts
}

/** The same, read: each attribute on its own, so that one that cannot be read leaves the others. */
export function wantedIn(
  material: MaterialType,
  params: URLSearchParams,
): { wanted: WantedAttributes; faults: AttributeFault[] } {
  const faults: AttributeFault[] = []
  let wanted: WantedAttributes = {}
  for (const [key, texts] of Object.entries(wantedTextsIn(material, params))) {
    const parsed = parseWanted(material, { [key]: texts })
    if (parsed.ok) wanted = { ...wanted, ...parsed.values }
    else faults.push(...parsed.faults)
  }
  return { wanted, faults }
}

/** Writes what is asked of a sheet into an address, in the order given; a tolerance that is the usual one is left out. */
export function addWanted(params: URLSearchParams, wanted: WantedAttributes): void {
  for (const [name, want] of Object.entries(wanted)) addOne(params, name as AttributeKey, want)
}

function addOne(params: URLSearchParams, key: AttributeKey, want: Wanted): void {
  const name = attributeParam(key)
  if (want.kind === 'flag') return params.set(name, 'on')
  if (want.kind === 'choice') return want.anyOf.forEach((choice) => params.append(name, choice))
  params.set(name, String(want.value))
  const definition = definitionOf(key)
  const isUsual = definition.kind === 'number' && definition.tolerance === want.tolerance
  if (!isUsual) params.set(attributeParam(key, 'tolerance'), String(want.tolerance))
}
