import { Form } from '@remix-run/react'
import { paths } from '~/core/paths'
import { security } from '~/messages/security'
import { Button, ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { FactList } from '~/ui/tag-card'
import { hasAnyFactor, type FactorSummary } from '../model/second-factor'

type State = {
  factors: FactorSummary
  hasPassword: boolean
  isRequired: boolean
  /** A demo account outside production. */
  isExempt: boolean
  /** One of the demo's shared accounts, which nobody enters with a password. */
  isDemo: boolean
  sessions: number
}

/** Codes under which new ones are advised. */
const FEW = 3

/** What protects the account now, in four lines. */
export function SecurityState({ factors, hasPassword, isDemo, sessions }: State) {
  const t = useT(security)
  const hasFactor = hasAnyFactor(factors)
  const withoutPassword = isDemo ? 'state.passwordDemo' : 'state.passwordOff'
  return (
    <section aria-labelledby="state" className="flex flex-col gap-4">
      <h2 id="state" className="text-2xl">
        {t('state.title')}
      </h2>
      <FactList
        facts={[
          { term: t('state.password'), value: t(hasPassword ? 'state.passwordOn' : withoutPassword) },
          { term: t('state.factor'), value: t(hasFactor ? 'state.factorOn' : 'state.factorOff') },
          {
            term: t('state.codes'),
            value: hasFactor ? t('state.codesLeft', { count: factors.codesLeft }) : t('state.codesNone'),
          },
          { term: t('state.sessions'), value: sessions },
        ]}
      />
      <div className="flex flex-wrap gap-3">
        {hasPassword && (
          <ButtonLink to={`${paths.account()}#mot-de-passe`} look="secondary" wide>
            {t('state.changePassword')}
          </ButtonLink>
        )}
        <ButtonLink to={`${paths.account()}#sessions`} look="secondary" wide>
          {t('state.seeSessions')}
        </ButtonLink>
      </div>
    </section>
  )
}

/** What to do next: the one thing that helps most. */
export function NextStep({ factors, hasPassword, isRequired, isExempt }: State) {
  const t = useT(security)
  const kept = factors.passkeys.length + (factors.totp ? 1 : 0)
  const add = <ButtonLink to={paths.newFactor()}>{t('add')}</ButtonLink>
  if (kept === 0) {
    return (
      <>
        <Notice tone="warning" title={t(isRequired ? 'next.requiredTitle' : 'next.noneTitle')} action={add}>
          {t(hasPassword ? 'next.none' : 'next.withoutPassword')}
        </Notice>
        {isExempt && <Notice title={t('next.demoTitle')}>{t('next.demo')}</Notice>}
      </>
    )
  }
  if (factors.codesLeft <= FEW) {
    return (
      <Notice tone="warning" title={t('next.fewTitle')}>
        {t('next.few')}
      </Notice>
    )
  }
  if (kept === 1) {
    return (
      <Notice title={t('next.secondTitle')} action={add}>
        {t('next.second')}
      </Notice>
    )
  }
  return (
    <Notice tone="success" title={t('next.goodTitle')} action={add}>
      {t('next.good')}
    </Notice>
  )
}

/** How many recovery codes are left, and new ones. */
export function CodesSection({ factors }: { factors: FactorSummary }) {
  const t = useT(security)
  const hasFactor = hasAnyFactor(factors)
  return (
    <section aria-labelledby="codes" className="flex flex-col gap-4">
      <h2 id="codes" className="text-2xl">
        {t('codes.title')}
      </h2>
      <p>{t('codes.text')}</p>
      {hasFactor ? (
        <>
          <p className="font-semibold">{t('codes.left', { count: factors.codesLeft })}</p>
          <Form method="post" className="flex flex-col gap-2">
            <p>{t('codes.renewText')}</p>
            <div>
              <Button name="intent" value="codes" look="secondary" wide>
                {t('codes.renew')}
              </Button>
            </div>
          </Form>
        </>
      ) : (
        <p>{t('codes.none')}</p>
      )}
    </section>
  )
}
