import { addDays, type IsoDay } from '~/core/days'
import type { Hazard } from '~/core/lot-terms'
import type { Dice } from '../dice'
import type { LotRow } from '../factories/lot'
import type { Product } from '../words/product'
import { ACCESSES, HANDLING, PROVENANCES } from '../words/terms'
import { communeOf, dayOf, type PlannedSite, type World } from './world'

type Terms = Pick<
  LotRow,
  | 'hazards'
  | 'packaging'
  | 'volumeL'
  | 'vehicle'
  | 'access'
  | 'removal'
  | 'provenance'
  | 'quantityVerified'
  | 'storageUntil'
  | 'cedingRight'
>

/** What decides a lot's terms; days are counted from the base day. */
type Circumstances = {
  product: Product
  site: PlannedSite
  title: string
  /** What its pieces weigh together, grams, by the product's usual mass. */
  massG: number
  from: number
  until: number
  isStored: boolean
}

/** Terms that go together: what is still in place is not on palettes, what was surveyed has no lead. */
export function termsOf(world: World, dice: Dice, lot: Circumstances): Terms {
  const handling = HANDLING[lot.product.material]
  const removal = removalOf(dice, lot)
  const access = dice.pick(ACCESSES.filter((each) => !each.removal || each.removal === removal))
  const provenance = dice.pick(PROVENANCES)
  const hazards = handling.hazards.filter(([hazard, chance]) => {
    const isCleared = hazard === 'lead-paint' && provenance.isSurveyed === true
    return dice.chance(chance) && !isCleared
  })
  const packaging = access.packaging ?? dice.pick(handling.packagings)
  const litres = lot.massG / handling.packedDensity
  return {
    hazards: hazards.map(([hazard]): Hazard => hazard),
    packaging: removal === 'in-place' ? null : packaging,
    volumeL: dice.chance(0.6) ? roundedLitres(litres) : null,
    vehicle: access.vehicle,
    access: access.text,
    removal,
    provenance: provenance.text,
    quantityVerified: provenance.isMeasured === true || (removal === 'removed' && dice.chance(0.5)),
    storageUntil:
      lot.isStored && dice.chance(0.4) ? addDays(dayOf(world, lot.until), dice.int(10, 45)) : null,
    cedingRight: lot.site.cedingRight,
  }
}

function removalOf(dice: Dice, { product, title, from, isStored }: Circumstances): Terms['removal'] {
  const isUnused = /surplus|non posé|entamé|fin de chantier/i.test(`${title} ${product.removal.join(' ')}`)
  if (isStored || isUnused || from < -20) return 'removed'
  if (from > 0) return 'in-place'
  return dice.chance(0.6) ? 'removed' : 'in-place'
}

/** To two figures, as a person estimates a heap. */
function roundedLitres(litres: number): number {
  const step = 10 ** Math.max(1, Math.floor(Math.log10(Math.max(1, litres))) - 1)
  return Math.max(step, Math.round(litres / step) * step)
}

type Staging = Pick<LotRow, 'publicFrom' | 'territory' | 'territoryCode' | 'territoryFrom'>

/** Seen by the giver alone until a day, and before it by the commune or its EPT when one is named. */
export function stagedFor(
  world: World,
  { communeCode, publishedOn }: { communeCode: string; publishedOn: IsoDay },
  stage: { territory: 'commune' | 'ept' | null; publicIn: number },
): Staging {
  const ept = communeOf(world, communeCode).eptCode
  const territory = stage.territory === 'ept' && ept === null ? 'commune' : stage.territory
  const territoryCode = { commune: communeCode, ept }[territory ?? 'commune']
  return {
    publicFrom: dayOf(world, stage.publicIn),
    territory,
    territoryCode: territory && territoryCode,
    territoryFrom: territory && publishedOn,
  }
}
