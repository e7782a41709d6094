import { Form, useLocation } from '@remix-run/react'
import { LOCALES } from '~/core/locale'
import { common } from '~/messages/common'
import { HANDS, TARGETS, THEMES, type Display } from './display'
import { useLocale, useT } from './i18n'

/**
 * The display and language choices: plain forms that each post `theme`, `targets`, `hand` or `locale`, with `returnTo`
 * (path and query of this page), to `/preferences`.
 */
export function Preferences({ display }: { display: Display }) {
  const t = useT(common)
  const locale = useLocale()
  return (
    <div role="group" aria-label={t('shell.preferences')} className="flex flex-wrap gap-x-8 gap-y-4">
      <Choice
        name="theme"
        label={t('shell.theme')}
        current={display.theme}
        options={THEMES.map((value) => ({ value, label: t(`theme.${value}`) }))}
      />
      <Choice
        name="targets"
        label={t('shell.targets')}
        current={display.targets}
        options={TARGETS.map((value) => ({ value, label: t(`targets.${value}`) }))}
      />
      <Choice
        name="hand"
        label={t('shell.hand')}
        current={display.hand}
        options={HANDS.map((value) => ({ value, label: t(`hand.${value}`) }))}
      />
      <Choice
        name="locale"
        label={t('shell.language')}
        current={locale}
        options={LOCALES.map((value) => ({ value, label: t(`locale.${value}`), lang: value }))}
        reloadDocument
      />
    </div>
  )
}

function Choice({
  name,
  label,
  current,
  options,
  reloadDocument = false,
}: {
  name: string
  label: string
  current: string
  options: readonly { value: string; label: string; lang?: string }[]
  /** For what the page's scripts cannot change by themselves. */
  reloadDocument?: boolean
}) {
  const { pathname, search } = useLocation()
  return (
    <Form method="post" action="/preferences" preventScrollReset replace reloadDocument={reloadDocument}>
      <input type="hidden" name="returnTo" value={pathname + search} />
      <p id={`preference-${name}`} className="mb-1.5 font-semibold">
        {label}
      </p>
      <div role="group" aria-labelledby={`preference-${name}`} className="pill-row">
        {options.map((option) => (
          <button
            key={option.value}
            type="submit"
            name={name}
            value={option.value}
            lang={option.lang}
            aria-pressed={option.value === current}
          >
            {option.label}
          </button>
        ))}
      </div>
    </Form>
  )
}
