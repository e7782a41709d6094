import { Form } from '@remix-run/react'
import { paths } from '~/core/paths'
import { needs } from '~/messages/needs'
import { Button, ButtonLink, type ButtonLook } from '~/ui/button'
import { useT } from '~/ui/i18n'
import type { NeedStatus } from '../model/need'

const NEXT = {
  open: [
    { status: 'paused', text: 'pause', look: 'secondary' },
    { status: 'closed', text: 'close', look: 'quiet' },
  ],
  paused: [
    { status: 'open', text: 'reopen', look: 'action' },
    { status: 'closed', text: 'close', look: 'quiet' },
  ],
  closed: [{ status: 'open', text: 'reopen', look: 'secondary' }],
} as const satisfies Record<
  NeedStatus,
  readonly { status: NeedStatus; text: 'pause' | 'reopen' | 'close'; look: ButtonLook }[]
>

/** What the owner can do with a need now; each button posts the status it leads to. */
export function NeedManage({ id, status }: { id: string; status: NeedStatus }) {
  const t = useT(needs)
  return (
    <section aria-labelledby="manage-title" className="flex flex-col gap-3 border-t-4 border-edge pt-3">
      <h2 id="manage-title" className="text-xl">
        {t('manage.title')}
      </h2>
      <div className="flex flex-wrap gap-3">
        {status !== 'closed' && (
          <ButtonLink look="secondary" to={paths.editNeed(id)}>
            {t('manage.edit')}
          </ButtonLink>
        )}
        <ButtonLink look="secondary" to={paths.newNeed(`?depuis=${id}`)}>
          {t('manage.duplicate')}
        </ButtonLink>
      </div>
      <Form method="post" className="flex flex-wrap gap-3">
        {NEXT[status].map(({ status: next, text, look }) => (
          <Button key={next} name="status" value={next} look={look}>
            {t(`manage.${text}`)}
          </Button>
        ))}
      </Form>
    </section>
  )
}
