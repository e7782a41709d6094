import type { Page } from '@playwright/test'
import { paths } from '~/core/paths'
import type { Locale } from '~/core/locale'
import { translator } from '~/messages/catalogue'
import { field } from '~/messages/field'
import { fieldPost } from '~/messages/field-post'
import { posting } from '~/messages/posting'
import { expect, expectAccessible, signInAs, test } from './support/fixtures'
import { plainPhoto } from './support/photo-files'

/** What the pretended recogniser offers to the test; the page uses it as it would the browser's own. */
type Pretended = {
  started: string[]
  hear: (...words: string[]) => void
  fail: (error: string) => void
}
type PretendingWindow = Window & { pretended: Pretended }

/** Gives the page a recogniser that hears what the test says, or none at all. */
async function pretend(page: Page, has: boolean): Promise<void> {
  await page.addInitScript((isThere) => {
    for (const name of ['SpeechRecognition', 'webkitSpeechRecognition']) {
      Object.defineProperty(window, name, { value: undefined, writable: true, configurable: true })
    }
    if (!isThere) return
    let current: Recogniser | null = null
    const started: string[] = []
    class Recogniser {
      lang = ''
      interimResults = true
      onresult: ((event: unknown) => void) | null = null
      onerror: ((event: { error: string }) => void) | null = null
      onend: (() => void) | null = null
      start() {
        started.push(this.lang)
        // eslint-disable-next-line @typescript-eslint/no-this-alias -- the browser's object keeps itself in its closure
        current = this
      }
      stop() {
        this.onend?.()
      }
      abort() {
        this.onerror?.({ error: 'aborted' })
        this.onend?.()
      }
    }
    Object.assign(window, {
      webkitSpeechRecognition: Recogniser,
      pretended: {
        started,
        hear: (...words: string[]) => {
          current?.onresult?.({ results: words.map((transcript) => [{ transcript }]) })
          current?.onend?.()
        },
        fail: (error: string) => {
          current?.onerror?.({ error })
          current?.onend?.()
        },
      },
    })
  }, has)
}

/** Opens a lot being written on site, with what is never required unfolded. */
async function openDetails(page: Page, locale: Locale): Promise<void> {
  const t = translator(locale, fieldPost)
  await signInAs(page, 'giver')
  await page.goto(paths.field())
  await page
    .getByLabel(translator(locale, field)('home.photograph'))
    .setInputFiles(await plainPhoto('porte.jpg'))
  await page.getByText(t('more.title')).click()
}

const hear = (page: Page, ...words: string[]) =>
  page.evaluate((said) => (window as unknown as PretendingWindow).pretended.hear(...said), words)
const fail = (page: Page, error: string) =>
  page.evaluate((name) => (window as unknown as PretendingWindow).pretended.fail(name), error)
const startedIn = (page: Page) =>
  page.evaluate(() => (window as unknown as PretendingWindow).pretended.started)

const LANGUAGES = [
  { locale: 'fr', browser: 'fr-FR', asked: 'fr-FR' },
  { locale: 'en', browser: 'en-GB', asked: 'en-GB' },
] as const

for (const { locale, browser, asked } of LANGUAGES) {
  test.describe(`dictation in ${asked}`, () => {
    test.use({ locale: browser })

    test('adds what is said to what stands there by then, and listens only when asked', async ({ page }) => {
      const t = translator(locale, fieldPost)
      await pretend(page, true)
      await openDetails(page, locale)
      const description = page.getByLabel(translator(locale, posting)('description'))
      const button = page.getByRole('button', { name: t('dictation.start') })
      await expect(page.getByText(t('dictation.note'))).toBeVisible()
      await expect(button).toHaveAttribute('aria-pressed', 'false')
      expect(await startedIn(page)).toEqual([])
      await expectAccessible(page)

      await description.fill('Portes')
      await button.click()
      await expect(button).toHaveAttribute('aria-pressed', 'true')
      await expect(page.getByText(t('dictation.listening'))).toBeVisible()
      expect(await startedIn(page)).toEqual([asked])
      await expectAccessible(page)
      // Typing goes on while the browser listens.
      await description.fill('Portes en chêne,')
      await hear(page, ' avec ', 'leurs clés')
      await expect(description).toHaveValue('Portes en chêne, avec leurs clés')
      await expect(button).toHaveAttribute('aria-pressed', 'false')

      await button.click()
      await button.click()
      await expect(button).toHaveAttribute('aria-pressed', 'false')
      await expect(description).toHaveValue('Portes en chêne, avec leurs clés')
      await page.reload()
      await page.getByText(t('more.title')).click()
      await expect(description).toHaveValue('Portes en chêne, avec leurs clés')
    })
  })
}

test('dictation tells why nothing was written, and never empties the text', async ({ page }) => {
  const t = translator('fr', fieldPost)
  await pretend(page, true)
  await openDetails(page, 'fr')
  const description = page.getByLabel(translator('fr', posting)('description'))
  const button = page.getByRole('button', { name: t('dictation.start') })
  await description.fill('Portes')
  const causes = [
    ['not-allowed', 'refused'],
    ['service-not-allowed', 'refused'],
    ['audio-capture', 'microphone'],
    ['network', 'network'],
    ['language-not-supported', 'language'],
    ['no-speech', 'silence'],
    ['something-new', 'failed'],
  ] as const
  for (const [error, fault] of causes) {
    await button.click()
    await fail(page, error)
    await expect(page.getByText(t(`dictation.fault.${fault}`))).toBeVisible()
    await expect(button).toHaveAttribute('aria-pressed', 'false')
    await expect(description).toHaveValue('Portes')
  }
  await expectAccessible(page)
  await button.click()
  await fail(page, 'aborted')
  for (const [, fault] of causes) await expect(page.getByText(t(`dictation.fault.${fault}`))).toBeHidden()
})

test('where the browser does not listen, there is neither button nor note, and one types', async ({
  page,
}) => {
  const t = translator('fr', fieldPost)
  await pretend(page, false)
  await openDetails(page, 'fr')
  await expect(page.getByLabel(translator('fr', posting)('description'))).toBeVisible()
  await expect(page.getByRole('button', { name: t('dictation.start') })).toHaveCount(0)
  await expect(page.getByText(t('dictation.note'))).toHaveCount(0)
})

test('answers on site are told as what they are: one of several, several, or pressed', async ({ page }) => {
  const t = translator('fr', fieldPost)
  await openDetails(page, 'fr')
  const condition = page.getByRole('group', { name: t('section.condition') })
  const radios = condition.getByRole('radio')
  await radios.nth(1).click()
  await expect(radios.nth(1)).toBeChecked()
  await radios.nth(2).click()
  await expect(radios.nth(1)).not.toBeChecked()
  const none = page.getByRole('checkbox', { name: new RegExp(t('hazard.none')) })
  await none.click()
  await expect(none).toBeChecked()
  const presets = page.getByRole('group', { name: t('quantity.presets') })
  const [first, second] = [presets.getByRole('button').nth(0), presets.getByRole('button').nth(1)]
  await first.click()
  await expect(presets.getByRole('button', { pressed: true })).toHaveCount(1)
  await expect(first).toHaveAttribute('aria-pressed', 'true')
  await second.click()
  await expect(presets.getByRole('button', { pressed: true })).toHaveCount(1)
  await expect(second).toHaveAttribute('aria-pressed', 'true')
  // A current place is told of links alone, a pressed state of buttons alone.
  expect(await page.locator('button[aria-current], a[aria-pressed]').count()).toBe(0)
  await expectAccessible(page)
})

test('photos come from the camera or from the gallery, as one likes', async ({ page }) => {
  await signInAs(page, 'giver')
  await page.goto(paths.field())
  const camera = page.getByLabel(translator('fr', field)('home.photograph'))
  await expect(camera).toHaveAttribute('capture', 'environment')
  await camera.setInputFiles(await plainPhoto('porte.jpg'))
  const inputs = page.locator('main input[type=file]')
  await expect(inputs).not.toHaveCount(0)
  const kinds = await inputs.evaluateAll((found) =>
    found.map((input) => ({
      capture: input.getAttribute('capture'),
      many: input.hasAttribute('multiple'),
      accept: input.getAttribute('accept'),
    })),
  )
  expect(kinds).toContainEqual({ capture: 'environment', many: false, accept: 'image/*' })
  expect(kinds).toContainEqual({ capture: null, many: true, accept: 'image/*' })
})
