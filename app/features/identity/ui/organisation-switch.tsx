import { Form } from '@remix-run/react'
import { account } from '~/messages/account'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Select } from '~/ui/inputs'

/** Which organisation this session acts for; nothing for a person who has one. */
export function OrganisationSwitch({
  organisations,
  current,
}: {
  organisations: readonly { id: string; name: string }[]
  current: string
}) {
  const t = useT(account)
  if (organisations.length < 2) return null
  return (
    <Form method="post" className="flex flex-col gap-6">
      <h2 className="text-2xl">{t('switch.title')}</h2>
      <p>{t('switch.text')}</p>
      <input type="hidden" name="intent" value="organisation" />
      <Select
        key={current}
        name="organisationId"
        label={t('switch.label')}
        defaultValue={current}
        placeholder={null}
        options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <div>
        <Button look="secondary" wide>
          {t('switch.submit')}
        </Button>
      </div>
    </Form>
  )
}
