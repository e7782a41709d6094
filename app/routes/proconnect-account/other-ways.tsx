import { Form } from '@remix-run/react'
import { paths } from '~/core/paths'
import { proconnect } from '~/messages/proconnect'
import { Button, ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'

/** The ways in that found nothing: an invitation, the organisation of the SIRET, the account that one has. */
export function OtherWays({
  organisation,
  invitation,
}: {
  organisation: string | null
  invitation: string | null
}) {
  const t = useT(proconnect)
  return (
    <>
      {invitation !== null && (
        <Form method="post">
          <Button name="intent" value="invited" wide>
            {t('account.invited', { organisation: invitation })}
          </Button>
        </Form>
      )}
      {organisation !== null && (
        <Form method="post" className="flex flex-col gap-3">
          <h2 className="text-2xl">{t('account.ask', { organisation })}</h2>
          <p className="prose-width">{t('account.askText', { organisation })}</p>
          <div>
            <Button name="intent" value="ask" wide>
              {t('account.askGo', { organisation })}
            </Button>
          </div>
        </Form>
      )}
      <section className="flex flex-col gap-3">
        <h2 className="text-2xl">{t('account.existing')}</h2>
        <p className="prose-width">{t('account.existingText')}</p>
        <div>
          <ButtonLink to={paths.signIn(paths.account())} look="secondary" wide>
            {t('account.existingGo')}
          </ButtonLink>
        </div>
      </section>
    </>
  )
}
