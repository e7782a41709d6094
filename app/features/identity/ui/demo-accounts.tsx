import { Form } from '@remix-run/react'
import { paths } from '~/core/paths'
import { identity } from '~/messages/identity'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'
import type { DemoRole } from '../model/demo-accounts'

type Offered = { email: string; name: string; organisationName: string; role: DemoRole }

/** One button per demo account; nothing where there is none, as in production. */
export function DemoAccounts({ accounts, next }: { accounts: readonly Offered[]; next: string }) {
  const t = useT(identity)
  if (accounts.length === 0) return null
  return (
    <section aria-labelledby="demo-title" className="flex flex-col gap-4 border-t-2 border-edge pt-6">
      <h2 id="demo-title" className="text-2xl">
        {t('demo.title')}
      </h2>
      <p className="text-muted">{t('demo.text')}</p>
      <ul className="grid gap-3 sm:grid-cols-2">
        {accounts.map(({ email, name, organisationName, role }) => (
          <li key={email} className="flex flex-col gap-2 rounded-md border-2 border-edge bg-card p-4">
            <strong>{t(`demo.${role}`)}</strong>
            <span className="text-muted">{t(`demo.${role}Text`)}</span>
            <span>{organisationName}</span>
            <Form method="post" action={paths.demoSignIn()} className="mt-auto">
              <input type="hidden" name="email" value={email} />
              <input type="hidden" name="next" value={next} />
              <Button look="secondary" wide>
                {t('demo.enter', { name })}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  )
}
