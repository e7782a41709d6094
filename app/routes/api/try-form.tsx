import { useRef, useState, type FormEvent } from 'react'
import { paths } from '~/core/paths'
import { api } from '~/messages/api'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Select, TextInput } from '~/ui/inputs'
import type { EndpointFacts, ParameterFacts } from './read-endpoints.server'

type Shown =
  { kind: 'waiting' } | { kind: 'failed' } | { kind: 'answer'; url: string; status: number; text: string }

/** Text beyond which the page would be slow to lay out. */
const MOST_SHOWN = 20_000

/** A form that opens the answer of an address; with a script, the answer is shown in the page. */
export function TryForm({ endpoint }: { endpoint: EndpointFacts }) {
  const t = useT(api)
  const [shown, setShown] = useState<Shown | null>(null)
  const asked = useRef(0)
  const { example, parameters, path, operationId, hasPathParam } = endpoint
  if (example === null) return null
  const action = hasPathParam ? example : paths.apiV1(path)
  const fields = parameters.filter(({ type, name }) => type !== 'object' && name !== 'id' && name !== 'code')

  async function ask(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const url = addressOf(action, new FormData(event.currentTarget))
    const mine = ++asked.current
    setShown({ kind: 'waiting' })
    const next = await answerAt(url)
    if (mine === asked.current) setShown(next)
  }

  return (
    <form
      method="get"
      action={action}
      onSubmit={(event) => void ask(event)}
      aria-label={t('try.title', { path })}
      className="flex min-w-0 flex-col gap-4"
      data-screen-only
    >
      {fields.length > 0 && (
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {fields.map((parameter) => (
            <ParameterInput key={parameter.name} parameter={parameter} of={operationId} />
          ))}
        </div>
      )}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <Button look="secondary" wide>
          {t('try.submit')}
        </Button>
        <code className="min-w-0 wrap-anywhere">{action}</code>
      </div>
      <div aria-live="polite" className="min-w-0">
        {shown?.kind === 'waiting' && <p>{t('try.waiting')}</p>}
        {shown?.kind === 'failed' && <p className="font-semibold text-danger">{t('try.failed')}</p>}
        {shown?.kind === 'answer' && (
          <p className="font-semibold">{t('try.status', { status: shown.status })}</p>
        )}
      </div>
      {shown?.kind === 'answer' && <Answer {...shown} />}
    </form>
  )
}

function ParameterInput({ parameter, of }: { parameter: ParameterFacts; of: string }) {
  const { name, choices, usual, type } = parameter
  const shared = { id: `${of}-${name}`, name, label: name, optional: true }
  const words = choices ?? (type === 'boolean' ? ['true', 'false'] : null)
  if (words) {
    return <Select {...shared} options={words.map((value) => ({ value, label: value }))} />
  }
  return (
    <TextInput
      {...shared}
      type={type === 'date' ? 'date' : 'text'}
      inputMode={type === 'integer' || type === 'number' ? 'decimal' : undefined}
      autoComplete="off"
      placeholder={usual ?? undefined}
    />
  )
}

function Answer({ url, text }: { url: string; text: string }) {
  const t = useT(api)
  const isCut = text.length > MOST_SHOWN
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <a href={url} className="inline-flex min-h-11 items-center font-semibold wrap-anywhere">
        {t('try.open')}
      </a>
      <pre
        tabIndex={0}
        role="region"
        aria-label={t('try.answer')}
        className="max-h-96 overflow-auto rounded-md border-2 border-field bg-card p-4 text-sm"
      >
        {text.slice(0, MOST_SHOWN)}
      </pre>
      {isCut && <p className="text-muted">{t('try.cut')}</p>}
    </div>
  )
}

/** The address that the form asks for: what was left empty is not in it. */
function addressOf(action: string, form: FormData): string {
  const params = new URLSearchParams()
  for (const [name, value] of form) {
    if (typeof value === 'string' && value.trim() !== '') params.set(name, value.trim())
  }
  const query = params.toString()
  return query ? `${action}?${query}` : action
}

async function answerAt(url: string): Promise<Shown> {
  try {
    const reply = await fetch(url, { headers: { Accept: 'application/json' } })
    const body: unknown = await reply.json()
    return { kind: 'answer', url, status: reply.status, text: JSON.stringify(body, null, 2) }
  } catch {
    return { kind: 'failed' }
  }
}
