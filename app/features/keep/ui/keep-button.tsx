import { useLocation, useRevalidator } from '@remix-run/react'
import { useState, type FormEvent } from 'react'
import { paths } from '~/core/paths'
import { keep } from '~/messages/keep'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { HeartFilledIcon, HeartIcon } from '~/ui/icons'
import { inTurn } from './in-turn'

/**
 * Keeps a lot in sight, or lets it go, and stays on the page. The words say which, beside the heart. With a script,
 * several touched in a row are sent one after the other, since each changes what the device keeps.
 */
export function KeepButton({
  lot,
  isKept,
  small,
}: {
  lot: { id: string; title: string }
  isKept: boolean
  small?: boolean
}) {
  const t = useT(keep)
  const { pathname, search } = useLocation()
  const { revalidate } = useRevalidator()
  const [asked, setAsked] = useState<boolean | null>(null)
  const [isOffline, setOffline] = useState(false)
  const shown = asked ?? isKept
  const Icon = shown ? HeartFilledIcon : HeartIcon

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const texts = [...new FormData(form)].filter(
      (pair): pair is [string, string] => typeof pair[1] === 'string',
    )
    const body = new URLSearchParams(texts)
    setAsked(!shown)
    setOffline(false)
    try {
      const reply = await inTurn(() => fetch(paths.kept(), { method: 'POST', body, redirect: 'manual' }))
      // What was done leads back to the page; what was refused is told on a page of its own.
      if (reply.type === 'opaqueredirect') revalidate()
      else form.submit()
    } catch {
      setAsked(null)
      setOffline(true)
    }
  }

  return (
    <form method="post" action={paths.kept()} onSubmit={(event) => void send(event)} data-screen-only>
      <input type="hidden" name="intent" value={shown ? 'drop' : 'keep'} />
      <input type="hidden" name="lotId" value={lot.id} />
      <input type="hidden" name="returnTo" value={pathname + search} />
      <Button look={small ? 'quiet' : 'secondary'} small={small} wide={!small}>
        <Icon />
        {small ? t(shown ? 'short.drop' : 'short.keep') : t(shown ? 'drop' : 'keep')}
        {small && <span className="sr-only"> – {lot.title}</span>}
      </Button>
      <p role="status" className={isOffline ? 'font-semibold text-danger' : 'sr-only'}>
        {isOffline && t('offline')}
      </p>
    </form>
  )
}
