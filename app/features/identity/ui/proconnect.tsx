import { Form } from '@remix-run/react'
import { paths } from '~/core/paths'
import { proconnect } from '~/messages/proconnect'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'

export type ProConnectFault = 'down' | 'cancelled' | 'refused' | 'taken' | 'waits' | 'closed'

/** The button of ProConnect, with the words that it asks for; it posts, so that no other site starts a sign-in. */
export function ProConnectButton({ next }: { next: string }) {
  const t = useT(proconnect)
  return (
    <section className="flex flex-col gap-3 border-l-4 border-mark pl-4">
      <p>{t('who')}</p>
      <Form method="post" action={paths.proConnect()} reloadDocument>
        <input type="hidden" name="next" value={next} />
        <Button wide>{t('button')}</Button>
      </Form>
      <p>
        <a
          href="https://www.proconnect.gouv.fr/"
          rel="noreferrer"
          className="inline-flex min-h-11 items-center"
        >
          {t('what')}
        </a>
      </p>
    </section>
  )
}

/** ProConnect on the sign-in page, before the password: what went wrong last, the button, then the other way. */
export function ProConnectSignIn({ next, fault }: { next: string; fault: ProConnectFault | null }) {
  const t = useT(proconnect)
  return (
    <>
      {fault && <Notice tone={fault === 'waits' ? 'info' : 'warning'} live title={t(`fault.${fault}`)} />}
      <ProConnectButton next={next} />
      <h2 className="text-2xl">{t('or')}</h2>
    </>
  )
}

/** Says where the browser goes next, with the way there for those whose browser does not go by itself. */
export function OnwardLink({ href, label }: { href: string; label: string }) {
  return (
    <p>
      <a href={href} rel="noreferrer" className="inline-flex min-h-11 items-center font-bold">
        {label}
      </a>
    </p>
  )
}
