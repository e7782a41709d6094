import { Link, useActionData, useFetcher } from '@remix-run/react'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { spacedCode } from '~/features/labels/model/code'
import { readScanned } from '~/features/labels/model/scanned-text'
import { CodePhoto } from '~/features/labels/ui/code-photo'
import { CountState } from '~/features/labels/ui/count-state'
import { ScanCamera } from '~/features/labels/ui/scan-camera'
import { errors } from '~/messages/errors'
import { labels } from '~/messages/labels'
import { scanner } from '~/messages/scanner'
import { Button, ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { useT } from '~/ui/i18n'
import { TextInput } from '~/ui/inputs'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import type { readCount } from './read-count.server'
import type { ScanReply } from './scan-reply'

type Count = Awaited<ReturnType<typeof readCount>>
const TITLES = {
  counted: 'count.titleCounted',
  loaded: 'count.titleLoaded',
  'handed-over': 'count.titleHandedOver',
} as const

/** Scans labels one after another, and says how many of how many are there and which are missing. */
export function CountPage({ count, scanId }: { count: Count; scanId: string }) {
  const t = useT(scanner)
  const { reservationId, lotId } = count
  const back = reservationId
    ? { to: paths.reservation(reservationId), label: t('count.toReservation') }
    : { to: paths.lot(lotId), label: t('count.toLot') }
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-8">
      <PageHeader
        back={back}
        eyebrow={`${count.reference}, ${count.title}`}
        title={t(TITLES[count.act])}
        lead={count.hasLabels && t('count.lead')}
      />
      {count.acts.length > 1 && <ActChips count={count} />}
      {count.hasLabels ? (
        <Counting count={count} scanId={scanId} />
      ) : (
        <EmptyState
          title={t('count.noLabels')}
          actions={
            count.isOwner && (
              <ButtonLink to={paths.printLabels(`?lot=${lotId}&par=piece`)}>{t('count.print')}</ButtonLink>
            )
          }
        >
          {t('count.noLabelsText')}
        </EmptyState>
      )}
    </div>
  )
}

function ActChips({ count: { acts, act, reservationId } }: { count: Count }) {
  const t = useT(scanner)
  return (
    <nav aria-label={t('count.acts')}>
      <ul className="flex flex-wrap gap-2">
        {acts.map((one) => (
          <li key={one}>
            <Link
              to={paths.scanner(`?reservation=${reservationId}&acte=${one}`)}
              className="chip"
              aria-current={one === act ? 'page' : undefined}
            >
              {t(`count.act.${one}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Counting({ count, scanId }: { count: Count; scanId: string }) {
  const t = useT(scanner)
  const tLabels = useT(labels)
  const { scan, fetcher, said } = useScans()
  // With scripts a typed code waits in the same queue, so that the next one is typed while the first is on its way.
  const type = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const code = new FormData(event.currentTarget).get('code')
    if (typeof code === 'string' && scan(code, true)) event.currentTarget.reset()
  }
  const sent = useActionData<ScanReply>()
  const reply = fetcher.data ?? sent
  const scanned = reply?.scanned
  const error = reply?.result?.error
  const piece = scanned && pieceName(scanned)
  return (
    <>
      {scanned && piece && (
        <Notice
          tone={scanned.isNew ? 'success' : 'info'}
          live
          title={t(scanned.isNew ? 'count.scanned' : 'count.again', { piece })}
        />
      )}
      {(said ?? error?.code?.[0]) && <Notice tone="danger" live title={said ?? error?.code?.[0]} />}
      <CountState progress={count.progress} day={count.day} />
      {count.act === 'handed-over' && count.reservationId && (
        <ButtonLink to={paths.reservation(count.reservationId)} look="secondary" wide>
          {t('count.sign')}
        </ButtonLink>
      )}
      <ScanCamera onText={scan} />
      <section aria-labelledby="typed" className="flex flex-col gap-4">
        <h2 id="typed">{t('typed.title')}</h2>
        <fetcher.Form method="post" onSubmit={type} className="flex flex-col items-start gap-4">
          <input type="hidden" name="scanId" value={scanId} />
          <TextInput
            label={tLabels('code.label')}
            name="code"
            width="max-w-56"
            maxLength={40}
            required
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
          />
          <Button look="secondary">{t('typed.submit')}</Button>
        </fetcher.Form>
      </section>
      <CodePhoto error={error?.photo?.[0] ?? undefined} onText={scan} />
    </>
  )

  function pieceName({ code, item }: { code: string; item: number | null }): string {
    return item === null ? t('count.whole', { code: spacedCode(code) }) : t('count.piece', { item })
  }
}

/** A camera sees the same label many times a second: one look in this time counts. */
const SAME_LABEL_MS = 3000

/** Sends scans one after another, in the order in which they came, each once. */
function useScans() {
  const t = useT(scanner)
  const tErrors = useT(errors)
  const fetcher = useFetcher<ScanReply>()
  const [waiting, setWaiting] = useState<readonly string[]>([])
  const [said, setSaid] = useState<string | null>(null)
  const last = useRef({ code: '', at: 0 })
  const [next] = waiting
  const { state, submit } = fetcher

  useEffect(() => {
    if (next === undefined || state !== 'idle') return
    setWaiting((codes) => codes.slice(1))
    submit({ scanId: newId(), code: next }, { method: 'post' })
  }, [next, state, submit])

  /** Says whether it was a code of ours. What a person types counts however soon after the last. */
  function scan(text: string, isTyped = false): boolean {
    const scanned = readScanned(text)
    if (scanned.kind !== 'code') {
      setSaid(scanned.kind === 'foreign' ? t('foreign') : tErrors('label-mistyped'))
      return false
    }
    const at = performance.now()
    const isSame = last.current.code === scanned.code && at - last.current.at < SAME_LABEL_MS
    if (isSame && !isTyped) return true
    last.current = { code: scanned.code, at }
    setSaid(null)
    navigator.vibrate?.(60)
    setWaiting((codes) => [...codes, scanned.code])
    return true
  }

  return { scan, fetcher, said }
}
