import type { SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import type { IsoDay } from '~/core/days'
import { paths } from '~/core/paths'
import { errors } from '~/messages/errors'
import { baskets } from '~/messages/baskets'
import { myNeeds } from '~/messages/my-needs'
import { needs } from '~/messages/needs'
import { Button, ButtonLink, type ButtonLook } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { needActs, reopeningWaitsFor, type NeedAct } from '../model/need-act'
import type { NeedStatus, NeedView } from '../model/need'

const LEADS_TO = {
  pause: { status: 'paused', look: 'secondary' },
  reopen: { status: 'open', look: 'action' },
  close: { status: 'closed', look: 'quiet' },
} as const satisfies Partial<Record<NeedAct, { status: NeedStatus; look: ButtonLook }>>
const STATUS_ACTS = ['reopen', 'pause', 'close'] as const

/** What the owner can do with a need now; each button posts the status it leads to. */
export function NeedManage({
  need,
  today,
  reply,
}: {
  need: Pick<NeedView, 'id' | 'status' | 'neededUntil' | 'openMilli'>
  today: IsoDay
  reply: SubmissionResult<string[]> | undefined
}) {
  const t = useT(needs)
  const tMine = useT(myNeeds)
  const tBaskets = useT(baskets)
  const tError = useT(errors)
  const acts = needActs(need, today)
  const waitsFor = reopeningWaitsFor(need, today)
  const refusal = Object.values(reply?.error ?? {}).flatMap((one) => one ?? [])[0]
  return (
    <section aria-labelledby="manage-title" className="flex flex-col gap-3 border-t-4 border-edge pt-3">
      <h2 id="manage-title" className="text-xl">
        {t('manage.title')}
      </h2>
      {refusal && <Notice tone="danger" live title={refusal} />}
      {waitsFor && !refusal && <p>{tError(waitsFor)}</p>}
      <Form method="post" className="flex flex-wrap gap-3">
        {STATUS_ACTS.filter((act) => acts.includes(act)).map((act) => (
          <Button key={act} name="status" value={LEADS_TO[act].status} look={LEADS_TO[act].look}>
            {t(`manage.${act}`)}
          </Button>
        ))}
      </Form>
      <div className="flex flex-wrap gap-3">
        <ButtonLink look={waitsFor ? 'action' : 'secondary'} to={paths.editNeed(need.id)}>
          {t('manage.edit')}
        </ButtonLink>
        <ButtonLink look="secondary" to={paths.newNeed(`?depuis=${need.id}`)}>
          {t('manage.duplicate')}
        </ButtonLink>
        <ButtonLink look="quiet" to={paths.myNeeds()}>
          {tMine('link')}
        </ButtonLink>
        <ButtonLink look="quiet" to={paths.baskets()}>
          {tBaskets('title')}
        </ButtonLink>
      </div>
    </section>
  )
}
