import type { Page } from '@playwright/test'
import { addDays, isoDayOf } from '~/core/days'
import type { MaterialType } from '~/core/material-types'
import { paths } from '~/core/paths'
import type { DecisionCriterion } from '~/features/reservations/model/criteria'
import { expect } from './fixtures'
import { plainPhoto, type PhotoFile } from './photo-files'
import { choose, fieldOf, press, unfold, type Words } from './words'

export const TODAY = isoDayOf(Date.parse(new Date().toISOString()))
export const inDays = (days: number) => addDays(TODAY, days)

let made = 0
/** A name that no other run on the same server has. */
export function unique(words: string): string {
  made += 1
  return `${words} ${process.pid}${made}${Math.floor(performance.now())}`
}

export type NewSite = { name: string; communeCode: string; address: string }

/** Opens a site and gives its path. */
export async function openSite(page: Page, t: Words, site: NewSite): Promise<string> {
  const year = TODAY.slice(0, 4)
  await page.goto(paths.newSite())
  await fieldOf(page, t.sites('field.name')).fill(site.name)
  await choose(page, t.sites('kind.strip-out'))
  await fieldOf(page, t.sites('field.commune')).selectOption(site.communeCode)
  await fieldOf(page, t.sites('field.address')).fill(site.address)
  await fieldOf(page, t.sites('field.startsOn')).fill(`${year}-01-02`)
  await fieldOf(page, t.sites('field.endsOn')).fill(`${year}-12-31`)
  await press(page, t.sites('field.submit'))
  await expect(page.getByRole('heading', { level: 1, name: site.name })).toBeVisible()
  return new URL(page.url()).pathname
}

/** Types the first line of a site's inventory, on the page of the site. */
export async function inventoryLine(
  page: Page,
  t: Words,
  line: { material: MaterialType; product: string; massKg: number; reusableKg: number },
): Promise<void> {
  await fieldOf(page, t.sites('inventory.field.product')).fill(line.product)
  await fieldOf(page, t.sites('inventory.field.material')).selectOption(line.material)
  await fieldOf(page, t.sites('inventory.field.quantity')).fill('100')
  await fieldOf(page, t.sites('inventory.field.mass')).fill(String(line.massKg))
  await fieldOf(page, t.sites('inventory.field.reusable')).fill(String(line.reusableKg))
  await press(page, t.sites('inventory.field.submit'))
  await expect(page.getByText(t.sites('inventory.added'))).toBeVisible()
}

export type NewLot = {
  /** The page of the site that it leaves. */
  site: string
  title: string
  material: MaterialType
  quantity: number
  massKg: number
  /** Labels of the attribute sheet and what is written there. */
  sheet?: Readonly<Record<string, string>>
  photo?: PhotoFile
}

/** Fills what every lot says, photo apart. */
export async function fillLot(page: Page, t: Words, lot: Omit<NewLot, 'site' | 'photo'>): Promise<void> {
  await fieldOf(page, t.posting('material')).selectOption(lot.material)
  await fieldOf(page, t.posting('titleField')).fill(lot.title)
  await fieldOf(page, t.posting('quantity')).fill(String(lot.quantity))
  await fieldOf(page, t.posting('unit')).selectOption('u')
  await fieldOf(page, t.posting('mass')).fill(String(lot.massKg))
  await fieldOf(page, t.posting('until')).fill(inDays(40))
  await choose(page, t.materials('condition.3.name'))
  await choose(page, t.postingTerms('noHazard'))
  await choose(page, t.lotTerms('cedingRight.owner'))
  for (const [label, text] of Object.entries(lot.sheet ?? {})) {
    await unfold(page, t.postingTerms('sheet.title'))
    await fieldOf(page, label).fill(text)
  }
}

/** Publishes a lot with one photo and gives its path. */
export async function publishLot(page: Page, t: Words, lot: NewLot): Promise<string> {
  await page.goto(paths.newLot(lot.site.split('/').at(-1)))
  await page.getByLabel(t.photos('choose')).setInputFiles(lot.photo ?? (await plainPhoto()))
  await expect(page.getByText(t.photos('progress', { sent: 1, all: 1 }))).toBeVisible()
  await fillLot(page, t, lot)
  await press(page, t.posting('submit'))
  await expect(page.getByRole('heading', { level: 1, name: lot.title })).toBeVisible()
  return new URL(page.url()).pathname
}

/** Asks for a part of a lot and gives the path of the reservation. */
export async function reserve(
  page: Page,
  t: Words,
  { lot, quantity, message }: { lot: string; quantity: number; message?: string },
): Promise<string> {
  await page.goto(lot)
  await page
    .getByRole('main')
    .getByRole('link', { name: t.lots('page.reserve'), exact: true })
    .first()
    .click()
  await page.getByRole('spinbutton', { name: t.reservations('new.quantity') }).fill(String(quantity))
  if (message) await fieldOf(page, t.reservations('new.message')).fill(message)
  await press(page, t.reservations('new.submit'))
  await expect(page).toHaveURL(/\/reservations\/[0-9a-f-]{36}/)
  return new URL(page.url()).pathname
}

/** The giver accepts. */
export async function accept(page: Page, t: Words, reservation: string): Promise<void> {
  await page.goto(reservation)
  const criterion = t.handovers('criterion.only')
  await fieldOf(page, t.reservations('answer.acceptCriterion')).selectOption({ label: criterion })
  await press(page, t.reservations('answer.accept'))
  await expect(page.getByText(t.reservations('done.accepted'))).toBeVisible()
}

/** The giver refuses, for a criterion and in words of their own. */
export async function refuse(
  page: Page,
  t: Words,
  { reservation, criterion, reason }: { reservation: string; criterion: DecisionCriterion; reason: string },
): Promise<void> {
  await page.goto(reservation)
  await unfold(page, t.reservations('answer.refuseInstead'))
  const label = t.handovers(`criterion.${criterion}`)
  await fieldOf(page, t.reservations('answer.refuseCriterion')).selectOption({ label })
  await page
    .getByRole('textbox', { name: t.reservations('answer.reason') })
    .last()
    .fill(reason)
  await press(page, t.reservations('answer.refuse'))
  await expect(page.getByText(t.reservations('done.refused'))).toBeVisible()
}

/** One side signs a mass; the last of both sees that the handover is done. */
export async function sign(
  page: Page,
  t: Words,
  { reservation, massKg, name, last }: { reservation: string; massKg: number; name: string; last?: boolean },
): Promise<void> {
  await page.goto(reservation)
  const mass = fieldOf(page, t.handovers('sign.mass'))
  if (last) await expect(mass).toHaveValue(new RegExp(`^${String(massKg).replace('.', '[.,]')}$`))
  else await mass.fill(String(massKg))
  await fieldOf(page, t.handovers('sign.name')).fill(name)
  await press(page, t.handovers('sign.submit'))
  await expect(page.getByText(t.reservations(last ? 'done.collected' : 'done.signed'))).toBeVisible()
}
