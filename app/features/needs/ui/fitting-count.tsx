import { useFetcher } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { paths } from '~/core/paths'
import { needs } from '~/messages/needs'
import { useT } from '~/ui/i18n'

const DRAFT_FIELDS = [
  'quantity',
  'unit',
  'material',
  'neededFrom',
  'neededUntil',
  'radiusKm',
  'communeCode',
  'minCondition',
] as const
const PAUSE_MS = 350

/** How many open lots fit what the form says now; absent without JavaScript and while the sentence has gaps. */
export function FittingCount({ formId }: { formId: string }) {
  const t = useT(needs)
  const { load, data } = useFetcher<{ fitting: number | null }>()
  const [isComplete, setComplete] = useState(false)
  const asked = useRef('')

  useEffect(() => {
    const form = document.getElementById(formId)
    if (!(form instanceof HTMLFormElement)) return
    let timer: ReturnType<typeof setTimeout> | undefined
    function ask(element: HTMLFormElement) {
      const query = draftQuery(element)
      setComplete(query !== null)
      if (query === null || query === asked.current) return
      asked.current = query
      load(`${paths.newNeed()}?${query}`)
    }
    function soon() {
      clearTimeout(timer)
      timer = setTimeout(() => form instanceof HTMLFormElement && ask(form), PAUSE_MS)
    }
    soon()
    form.addEventListener('input', soon)
    return () => {
      clearTimeout(timer)
      form.removeEventListener('input', soon)
    }
  }, [formId, load])

  const fitting = isComplete ? (data?.fitting ?? null) : null
  return (
    <p role="status" className={fitting === null ? 'sr-only' : 'border-l-8 border-mark bg-card p-4 text-lg'}>
      {fitting !== null && (
        <>
          <strong>{t('fitting.title')}</strong>{' '}
          {fitting === 0 ? t('fitting.none') : t('fitting.count', { count: fitting })}
        </>
      )}
    </p>
  )
}

/** The draft as a query, or null while an answer that counts is missing. */
function draftQuery(form: HTMLFormElement): string | null {
  const answers = new FormData(form)
  const query = new URLSearchParams({ compte: '1' })
  for (const [name, value] of answers) {
    if (name.startsWith('attributes.') && typeof value === 'string' && value) query.append(name, value)
  }
  for (const name of DRAFT_FIELDS) {
    const value = answers.get(name)
    if (typeof value !== 'string' || value === '') return null
    query.set(name, value)
  }
  return query.toString()
}
