import { Form } from '@remix-run/react'
import { paths } from '~/core/paths'
import type { Side } from '~/features/reservations/model/machine'
import { stories } from '~/messages/stories'
import { Button, ButtonLink } from '~/ui/button'
import { Checkbox } from '~/ui/choices'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { isPublicStory, type StoryConsents } from '../model/story'

/** What one's own side allows of the story, and whether it is shown now. */
export function ConsentForm({
  side,
  consents,
  storyId,
}: {
  /** Null for who reads only. */
  side: Side | null
  consents: StoryConsents
  storyId: string
}) {
  const t = useT(stories)
  const isShown = isPublicStory(consents)
  return (
    <section aria-labelledby="consent" className="flex flex-col gap-4">
      <h2 id="consent">{t('consent.title')}</h2>
      <p className="prose-width text-muted">{t('consent.lead')}</p>
      <Notice
        tone={isShown ? 'success' : 'info'}
        title={t(isShown ? 'consent.shown' : 'consent.hidden')}
        action={
          isShown && (
            <ButtonLink to={paths.story(storyId)} look="secondary">
              {t('consent.see')}
            </ButtonLink>
          )
        }
      >
        {side === null ? (
          t('consent.reader')
        ) : (
          <>
            {t(
              consents[side === 'giver' ? 'taker' : 'giver'].isPublic
                ? 'consent.other.yes'
                : 'consent.other.no',
            )}
          </>
        )}
      </Notice>
      {side !== null && (
        <Form method="post" className="flex max-w-xl flex-col items-start gap-4" data-screen-only>
          <input type="hidden" name="intent" value="consent" />
          <Checkbox name="isPublic" label={t('consent.isPublic')} defaultChecked={consents[side].isPublic} />
          <Checkbox name="isNamed" label={t('consent.isNamed')} defaultChecked={consents[side].isNamed} />
          <Button look="secondary">{t('consent.submit')}</Button>
        </Form>
      )}
    </section>
  )
}
