import { useEffect, useId, useState } from 'react'
import { lotShares } from '~/messages/lot-shares'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'

/** A link to select and copy by hand, with what the browser can do for it: copy, and its own sharing. */
export function ShareLink({ url, day, title }: { url: string; day: string; title: string }) {
  const t = useT(lotShares)
  const id = useId()
  const [can, setCan] = useState({ copy: false, share: false })
  const [said, setSaid] = useState('')
  useEffect(() => {
    setCan({ copy: 'clipboard' in navigator, share: 'share' in navigator })
  }, [])
  const copy = () => {
    navigator.clipboard.writeText(url).then(
      () => setSaid(t('copied')),
      () => setSaid(t('notCopied')),
    )
  }
  // Closing the browser's own window refuses the promise: that is an answer, not a fault.
  const share = () => void navigator.share({ title, url }).catch(() => undefined)
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <label htmlFor={id} className="text-sm font-semibold">
        {t('url', { from: day })}
      </label>
      <input
        id={id}
        className="control"
        readOnly
        value={url}
        onFocus={(event) => event.currentTarget.select()}
      />
      {(can.copy || can.share) && (
        <div className="flex flex-wrap gap-2">
          {can.copy && (
            <Button
              type="button"
              small
              look="secondary"
              onClick={copy}
              aria-label={t('copyOf', { from: day })}
            >
              {t('copy')}
            </Button>
          )}
          {can.share && (
            <Button
              type="button"
              small
              look="secondary"
              onClick={share}
              aria-label={t('sendOf', { from: day })}
            >
              {t('send')}
            </Button>
          )}
        </div>
      )}
      <p role="status" className="text-sm text-muted empty:hidden">
        {said}
      </p>
    </div>
  )
}
