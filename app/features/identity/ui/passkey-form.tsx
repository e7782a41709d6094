import { Form } from '@remix-run/react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { security } from '~/messages/security'
import { Button, type ButtonLook } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { KeyIcon } from '~/ui/icons'
import { Notice } from '~/ui/notice'
import type { Ceremony } from '../model/second-factor'
import { runCeremony, type CeremonyFault } from './passkey-ceremony'

type State = 'asleep' | 'unsupported' | 'ready' | 'waiting' | CeremonyFault

/**
 * A form that a passkey fills: its button asks the device, then sends the answer in `response`. Until scripts run, and in a
 * browser that knows no passkeys, it says what to do instead.
 */
export function PasskeyForm({
  purpose,
  label,
  noScript,
  action,
  look = 'action',
  children,
}: {
  purpose: Ceremony
  label: string
  /** What to do without scripts. */
  noScript: string
  action?: string
  look?: ButtonLook
  /** Fields that go with it. */
  children?: ReactNode
}) {
  const t = useT(security)
  const form = useRef<HTMLFormElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const [state, setState] = useState<State>('asleep')
  useEffect(() => setState('PublicKeyCredential' in window ? 'ready' : 'unsupported'), [])
  const ask = async () => {
    if (state === 'waiting' || !form.current?.reportValidity()) return
    setState('waiting')
    const end = await runCeremony(purpose)
    if (!end.ok) return setState(end.fault)
    if (field.current) field.current.value = end.response
    setState('ready')
    form.current?.requestSubmit()
  }
  const isFault = state === 'cancelled' || state === 'known' || state === 'failed'
  return (
    <Form ref={form} method="post" action={action} className="flex flex-col gap-4">
      {state === 'asleep' && <p>{noScript}</p>}
      {state === 'unsupported' && <p>{t('passkey.unsupported')}</p>}
      {state !== 'asleep' && state !== 'unsupported' && (
        <>
          {children}
          <input type="hidden" name="response" ref={field} />
          {isFault && <Notice tone="warning" live title={t(`passkey.${state}`)} />}
          <p role="status" className={state === 'waiting' ? '' : 'sr-only'}>
            {state === 'waiting' && t('passkey.waiting')}
          </p>
          <div>
            <Button type="button" look={look} wide onClick={() => void ask()}>
              <KeyIcon />
              {label}
            </Button>
          </div>
        </>
      )}
    </Form>
  )
}
