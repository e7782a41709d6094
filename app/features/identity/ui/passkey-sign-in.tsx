import { paths } from '~/core/paths'
import { security } from '~/messages/security'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PasskeyForm } from './passkey-form'

/** The way in by a passkey alone, beside that by a password. */
export function PasskeySignIn({ next, isRefused }: { next: string; isRefused: boolean }) {
  const t = useT(security)
  return (
    <section aria-labelledby="passkey-title" className="flex flex-col gap-4 border-t-2 border-edge pt-6">
      <h2 id="passkey-title" className="text-2xl">
        {t('passkey.signInTitle')}
      </h2>
      {isRefused && (
        <Notice tone="danger" live>
          {t('passkey.signInRefused')}
        </Notice>
      )}
      <PasskeyForm
        purpose="sign-in"
        action={paths.passkeySignIn()}
        label={t('passkey.signIn')}
        noScript={t('passkey.noScript')}
        look="secondary"
      >
        <input type="hidden" name="next" value={next} />
      </PasskeyForm>
    </section>
  )
}
