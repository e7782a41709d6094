import { Form } from '@remix-run/react'
import { photoBlur } from '~/messages/photo-blur'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { spottedIn, type SpottingReply } from '../model/spotting'

/** Says what a photo seems to show, or that nobody looked; a person decides, also that it shows nobody. */
export function SpottingNotice({
  spotting,
  canDismiss = false,
}: {
  spotting: SpottingReply
  /** On the page that blurs, where the zones are marked. */
  canDismiss?: boolean
}) {
  const t = useT(photoBlur)
  const what = spotting.status === 'done' ? spottedIn(spotting.sightings) : null
  if (what === null) {
    return <Notice>{t(`seen.${spotting.status === 'done' ? 'none' : spotting.status}`)}</Notice>
  }
  return (
    <Notice
      tone="warning"
      title={t('seen.some', { what: t(`what.${what}`) })}
      action={
        canDismiss && (
          <Form method="post">
            <Button look="secondary" name="intent" value="nothing" wide>
              {t('nobody')}
            </Button>
          </Form>
        )
      }
    >
      {t(canDismiss ? 'seen.decide' : 'seen.decideThere')}
    </Notice>
  )
}
