import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { formatter } from '~/core/format'
import { paths } from '~/core/paths'
import { translator } from '~/messages/catalogue'
import { fieldCheck } from '~/messages/field-check'
import { fieldWork } from '~/messages/field-work'
import { field } from '~/messages/field'
import { handoverPapers } from '~/messages/handover-papers'
import { handovers } from '~/messages/handovers'
import { expect, expectAccessible, signInAs, test } from './support/fixtures'
import { phoneBehindNetwork } from './support/network'
import { plainPhoto } from './support/photo-files'

const HOUR = 3_600_000
const t = translator('fr', fieldWork)
const tCheck = translator('fr', fieldCheck)
const tField = translator('fr', field)
const tSign = translator('fr', handovers)
const tPaper = translator('fr', handoverPapers)

test('a handover is weighed and signed by both on one phone without a network, and its document checked', async ({
  browser,
}) => {
  const phone = await phoneBehindNetwork(browser)
  const page = await phone.context.newPage()
  await signInAs(page, 'giver')
  await page.goto(paths.field('?ecran=remises'))
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  const check = page.getByRole('link', { name: new RegExp(`^${t('handovers.check')}`) }).first()
  await expect(check).toBeVisible()
  const asked = new URL((await check.getAttribute('href'))!, page.url()).searchParams
  await phone.cut(true)
  // The clock of this phone stands wrong, and it finds a network a day later.
  const wrong = nowMs() + 3 * HOUR
  await page.clock.setFixedTime(wrong)
  await check.click()
  await page.getByRole('button', { name: /^Le compte y est/ }).click()
  await page.getByRole('button', { name: tCheck('less') }).click()
  await page.getByLabel(tCheck('reason')).selectOption('broken')
  await page.getByLabel(t('check.difference')).fill('Une pièce fendue au démontage')
  await page.getByRole('radio', { name: tCheck('weighed') }).click()
  await page.getByLabel(t('check.mass')).fill('640')
  await page.getByLabel(tCheck('slipTake')).setInputFiles(await plainPhoto('bon.jpg'))
  await expect(page.getByText(tCheck('slipKept'))).toBeVisible()
  await page.getByLabel(tCheck('slipNumber')).fill('P-4512')
  await page.getByRole('checkbox', { name: tCheck('passOver') }).check()
  await page.getByLabel(/^Nom de la personne qui signe pour/).fill('Claire Morel')
  const pad = page.locator('[data-signature-pad]').last()
  await pad.scrollIntoViewIfNeeded()
  const box = (await pad.boundingBox())!
  await page.mouse.move(box.x + 20, box.y + 30)
  await page.mouse.down()
  for (let step = 1; step <= 24; step += 1)
    await page.mouse.move(box.x + 20 + step * 8, box.y + 40 + 20 * Math.sin(step))
  await page.mouse.up()
  await expect(pad).toHaveAttribute('aria-label', tSign('pad.drawn'))
  await expectAccessible(page)

  // What was answered outlives the page.
  await page.reload()
  await expect(page.getByLabel(t('check.mass'))).toHaveValue('640')
  await page.getByRole('button', { name: t('check.submit') }).click()
  await expect(page.getByText(t('handovers.queued'))).toBeVisible()
  await page.clock.setFixedTime(wrong + 24 * HOUR)
  await phone.cut(false)
  await expect(page.getByText(t('handovers.sent'))).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText(tField('outbox.empty'))).toBeVisible()

  await page.goto(paths.reservation(asked.get('reservation')!))
  await expect(page.getByText('Une pièce fendue au démontage')).toBeVisible()
  const format = formatter('fr')
  const done = format.dayLong(isoDayOf(nowMs() - 24 * HOUR))
  await expect(page.getByText(done).first()).toBeVisible()
  await expect(page.getByText(/signé sans réseau, reçu le/).first()).toBeVisible()
  const pdf = page.getByRole('link', { name: tPaper('panel.openShort.transfer') })
  const reply = await page.request.get((await pdf.getAttribute('href'))!)
  const bytes = await reply.body()
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  await page
    .getByRole('link', { name: /^Vérifier le n°/ })
    .last()
    .click()
  await expect(page.getByText(/est authentique$/)).toBeVisible()
  await expect(page.getByText('640 kg')).toBeVisible()
  await expect(page.getByText(done)).toBeVisible()
  await expect(page.getByText(format.dayLong(isoDayOf(nowMs())))).toBeVisible()
  await page.getByLabel(tPaper('verify.file')).setInputFiles({
    name: 'bordereau.pdf',
    mimeType: 'application/pdf',
    buffer: bytes,
  })
  await page.getByRole('button', { name: tPaper('verify.compare') }).click()
  await expect(page.getByText(tPaper('verify.same'))).toBeVisible()
  await expectAccessible(page)
  expect(phone.faults).toEqual([])
  await phone.close()
})
