import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { paths } from '~/core/paths'
import { suggestions as texts } from '~/messages/suggestions'
import { Field, useControlIds, type FieldProps } from '~/ui/field'
import { useT } from '~/ui/i18n'

type Suggestion = { text: string; count: number }

const SUGGESTIONS = { lots: paths.lotSuggestions, needs: paths.needSuggestions }
const PAUSE_MS = 150
const LEAST_LETTERS = 2

/**
 * The text of a search. Without scripts the browser suggests usual words; with them it is a combobox (WAI-ARIA 1.2) that
 * suggests what the text may become, with the lots or needs that each would find.
 */
export function TextSearchField({
  defaultValue,
  usual,
  of,
  ...field
}: FieldProps & { defaultValue: string | undefined; usual: readonly string[]; of: 'lots' | 'needs' }) {
  const t = useT(texts)
  const listId = useId()
  const ids = useControlIds(field)
  const box = useSuggestions(SUGGESTIONS[of])
  const activeId = box.active === null ? undefined : `${listId}-${box.active}`
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' })
  }, [activeId])
  return (
    <Field ids={ids} {...field}>
      <div className="relative" onBlur={box.close}>
        <input
          type="search"
          name="q"
          className="control"
          defaultValue={defaultValue}
          maxLength={100}
          autoComplete="off"
          ref={box.input}
          {...ids}
          {...(box.isLive
            ? {
                role: 'combobox',
                'aria-autocomplete': 'list' as const,
                'aria-expanded': box.isOpen,
                'aria-controls': listId,
                'aria-activedescendant': activeId,
                onInput: box.ask,
                onKeyDown: box.onKey,
              }
            : { list: `${listId}-usual` })}
        />
        {!box.isLive && (
          <datalist id={`${listId}-usual`}>
            {usual.map((word) => (
              <option key={word} value={word} />
            ))}
          </datalist>
        )}
        <ul
          id={listId}
          role="listbox"
          aria-label={t('label')}
          hidden={!box.isOpen}
          className="absolute inset-x-0 top-full z-20 mt-1 rounded-lg border-2 border-edge bg-card py-1"
        >
          {box.found.map(({ text, count }, at) => (
            <li
              key={text}
              id={`${listId}-${at}`}
              role="option"
              aria-selected={at === box.active}
              // The field keeps the focus, so that the list is not closed before the click.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => box.choose(text)}
              className={`flex min-h-11 cursor-pointer items-center justify-between gap-4 px-4 ${
                at === box.active ? 'bg-mark text-on-mark' : ''
              }`}
            >
              <span className="wrap-anywhere">{text}</span>
              <span className="figure">{t(of === 'lots' ? 'count' : 'countNeeds', { count })}</span>
            </li>
          ))}
        </ul>
        <p role="status" className="sr-only">
          {box.isOpen ? t('found', { count: box.found.length }) : ''}
        </p>
      </div>
    </Field>
  )
}

function useSuggestions(addressOf: (text: string) => string) {
  const input = useRef<HTMLInputElement>(null)
  const [isLive, setLive] = useState(false)
  const [found, setFound] = useState<readonly Suggestion[]>([])
  const [active, setActive] = useState<number | null>(null)
  const asking = useRef<{ timer?: number; abort?: AbortController }>({})
  const drop = () => {
    window.clearTimeout(asking.current.timer)
    asking.current.abort?.abort()
  }
  useEffect(() => {
    setLive(true)
    return drop
  }, [])
  const show = (suggestions: readonly Suggestion[]) => {
    setFound(suggestions)
    setActive(null)
  }
  const close = () => {
    drop()
    show([])
  }
  const ask = () => {
    drop()
    const text = input.current?.value ?? ''
    if (text.trim().length < LEAST_LETTERS) return show([])
    const abort = new AbortController()
    const timer = window.setTimeout(
      () => void fetchSuggestions(addressOf(text), abort.signal).then(show, () => undefined),
      PAUSE_MS,
    )
    asking.current = { timer, abort }
  }
  const choose = (text: string) => {
    if (!input.current) return
    input.current.value = text
    close()
    input.current.form?.requestSubmit()
  }
  const onKey = (event: KeyboardEvent) => {
    const next = nextActive(event.key, active, found.length)
    if (next !== undefined) {
      event.preventDefault()
      return setActive(next)
    }
    const chosen = active === null ? undefined : found[active]
    if (event.key === 'Enter') {
      if (!chosen) return close()
      event.preventDefault()
      choose(chosen.text)
    }
    // The first Escape closes the list; the browser's own, which empties the field, is the second.
    if (event.key === 'Escape' && found.length > 0) {
      event.preventDefault()
      close()
    }
  }
  return { input, isLive, found, active, isOpen: found.length > 0, ask, close, choose, onKey }
}

/** The option that an arrow leads to; past either end, the field itself. Undefined for other keys. */
function nextActive(key: string, active: number | null, count: number): number | null | undefined {
  if (count === 0) return undefined
  if (key === 'ArrowDown') return active === null ? 0 : active + 1 < count ? active + 1 : null
  if (key === 'ArrowUp') return active === null ? count - 1 : active > 0 ? active - 1 : null
  return undefined
}

async function fetchSuggestions(address: string, signal: AbortSignal): Promise<readonly Suggestion[]> {
  const answer = await fetch(address, { signal })
  if (!answer.ok) return []
  const { suggestions } = (await answer.json()) as { suggestions: Suggestion[] }
  return suggestions
}
