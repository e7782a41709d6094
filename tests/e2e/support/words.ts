import type { Locator, Page } from '@playwright/test'
import type { Locale } from '~/core/locale'
import { accounting } from '~/messages/accounting'
import { accountAccess } from '~/messages/account-access'
import { addresses } from '~/messages/addresses'
import { administration } from '~/messages/administration'
import { administrationAgents } from '~/messages/administration-agents'
import { administrationPhotos } from '~/messages/administration-photos'
import { api } from '~/messages/api'
import { attributes } from '~/messages/attributes'
import { baskets } from '~/messages/baskets'
import { bill } from '~/messages/bill'
import { translator } from '~/messages/catalogue'
import { communeFigures } from '~/messages/commune-figures'
import { common } from '~/messages/common'
import { communes } from '~/messages/communes'
import { directory } from '~/messages/directory'
import { directoryForm } from '~/messages/directory-form'
import { handovers } from '~/messages/handovers'
import { identity } from '~/messages/identity'
import { inventory } from '~/messages/inventory'
import { keep } from '~/messages/keep'
import { lotTerms } from '~/messages/lot-terms'
import { lots } from '~/messages/lots'
import { matching } from '~/messages/matching'
import { map } from '~/messages/map'
import { materials } from '~/messages/materials'
import { myLots } from '~/messages/my-lots'
import { nearMisses } from '~/messages/near-misses'
import { needs } from '~/messages/needs'
import { openData } from '~/messages/open-data'
import { openDataFields } from '~/messages/open-data-fields'
import { organisation } from '~/messages/organisation'
import { photoBlur } from '~/messages/photo-blur'
import { photoConsent } from '~/messages/photo-consent'
import { photoLabels } from '~/messages/photo-labels'
import { photos } from '~/messages/photos'
import { photoSearch } from '~/messages/photo-search'
import { pickups } from '~/messages/pickups'
import { posting } from '~/messages/posting'
import { postingTerms } from '~/messages/posting-terms'
import { programmeDossier } from '~/messages/programme-dossier'
import { proposals } from '~/messages/proposals'
import { reservations } from '~/messages/reservations'
import { search } from '~/messages/search'
import { sites } from '~/messages/sites'

/** The words by which people find their way, from the same catalogues as the pages: a journey is walked in either language. */
export function wordsOf(locale: Locale) {
  return {
    accounting: translator(locale, accounting),
    accountAccess: translator(locale, accountAccess),
    addresses: translator(locale, addresses),
    administration: translator(locale, administration),
    administrationAgents: translator(locale, administrationAgents),
    administrationPhotos: translator(locale, administrationPhotos),
    api: translator(locale, api),
    attributes: translator(locale, attributes),
    baskets: translator(locale, baskets),
    bill: translator(locale, bill),
    common: translator(locale, common),
    communeFigures: translator(locale, communeFigures),
    communes: translator(locale, communes),
    directory: translator(locale, directory),
    directoryForm: translator(locale, directoryForm),
    handovers: translator(locale, handovers),
    identity: translator(locale, identity),
    keep: translator(locale, keep),
    lots: translator(locale, lots),
    inventory: translator(locale, inventory),
    lotTerms: translator(locale, lotTerms),
    map: translator(locale, map),
    matching: translator(locale, matching),
    materials: translator(locale, materials),
    myLots: translator(locale, myLots),
    nearMisses: translator(locale, nearMisses),
    needs: translator(locale, needs),
    openData: translator(locale, openData),
    openDataFields: translator(locale, openDataFields),
    organisation: translator(locale, organisation),
    photoBlur: translator(locale, photoBlur),
    photoConsent: translator(locale, photoConsent),
    photoLabels: translator(locale, photoLabels),
    photos: translator(locale, photos),
    photoSearch: translator(locale, photoSearch),
    pickups: translator(locale, pickups),
    posting: translator(locale, posting),
    postingTerms: translator(locale, postingTerms),
    programmeDossier: translator(locale, programmeDossier),
    proposals: translator(locale, proposals),
    reservations: translator(locale, reservations),
    search: translator(locale, search),
    sites: translator(locale, sites),
  }
}
export type Words = ReturnType<typeof wordsOf>

/** Exactly these words, however their spaces are set, with or without «(facultatif)». */
function named(words: string): RegExp {
  const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[\s\u00a0]+/g, '\\s+')
  return new RegExp(`^\\s*${escaped}(\\s*\\((facultatif|optional)\\))?\\s*$`)
}

/** The field of this label. */
export function fieldOf(page: Page | Locator, label: string): Locator {
  return page.getByLabel(named(label))
}

/** Ticks a card or a chip: its label covers the button, as a finger meets it. */
export async function choose(page: Page | Locator, name: string): Promise<void> {
  await page
    .getByRole('radio', { name: named(name) })
    .or(page.getByRole('checkbox', { name: named(name) }))
    .check({ force: true })
}

/** Opens a part that is closed at first, if it is. */
export async function unfold(page: Page | Locator, title: string): Promise<void> {
  const summary = page.getByText(named(title)).first()
  const isOpen = await summary.evaluate((element) => element.closest('details')?.open ?? true)
  if (!isOpen) await summary.click()
}

/** The button of a search form: «Chercher», or how many lots it leads to once that is known. */
export function searchButton(form: Locator): Locator {
  return form.locator('button:not([type=button])').last()
}

/** Presses the button of this name. */
export function press(page: Page | Locator, name: string): Promise<void> {
  return page.getByRole('button', { name, exact: true }).click()
}
