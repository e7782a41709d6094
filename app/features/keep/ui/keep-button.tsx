import { Form, useLocation, useNavigation } from '@remix-run/react'
import { paths } from '~/core/paths'
import { keep } from '~/messages/keep'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { HeartFilledIcon, HeartIcon } from '~/ui/icons'

/** Keeps a lot in sight, or lets it go, and comes back to the page. The words say which, beside the heart. */
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
  const { formData } = useNavigation()
  const isSending = formData?.get('lotId') === lot.id
  // What was asked shows at once; the answer puts it right if it was refused.
  const shown = isSending ? formData.get('intent') === 'keep' : isKept
  const Icon = shown ? HeartFilledIcon : HeartIcon
  const label = shown ? t('drop') : t('keep')
  const short = shown ? t('short.drop') : t('short.keep')
  return (
    <Form method="post" action={paths.kept()} preventScrollReset replace data-screen-only>
      <input type="hidden" name="intent" value={shown ? 'drop' : 'keep'} />
      <input type="hidden" name="lotId" value={lot.id} />
      <input type="hidden" name="returnTo" value={pathname + search} />
      <Button look={small ? 'quiet' : 'secondary'} small={small} wide={!small}>
        <Icon />
        {small ? (
          <>
            {short}
            <span className="sr-only"> – {lot.title}</span>
          </>
        ) : (
          label
        )}
      </Button>
    </Form>
  )
}
