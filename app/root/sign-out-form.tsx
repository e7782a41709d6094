import { Form } from '@remix-run/react'
import { useRef, type FormEvent } from 'react'
import { paths } from '~/core/paths'
import { isAnythingKept } from '~/features/field/ui/store/kept-mark'
import { Button } from '~/ui/button'

/**
 * «Se déconnecter». Where this device keeps something for work without a network, what is not sent yet is told first,
 * and the rest is erased; elsewhere, and without JavaScript, a plain form.
 */
export function SignOutForm({ label }: { label: string }) {
  const form = useRef<HTMLFormElement>(null)
  const leave = (event: FormEvent) => {
    if (!isAnythingKept()) return
    event.preventDefault()
    void leaveDevice(form.current)
  }
  return (
    <Form ref={form} method="post" action={paths.signOut()} onSubmit={leave}>
      <Button look="quiet" small>
        {label}
      </Button>
    </Form>
  )
}

async function leaveDevice(form: HTMLFormElement | null): Promise<void> {
  const { forgetDevice } = await import('~/features/field/ui/store/forget-device')
  if (await forgetDevice()) form?.submit()
  else window.location.assign(paths.field('?ecran=deconnexion'))
}
