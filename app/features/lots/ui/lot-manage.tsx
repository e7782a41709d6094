import type { SubmissionResult } from '@conform-to/react'
import { Form, useActionData } from '@remix-run/react'
import type { IsoDay } from '~/core/days'
import { paths } from '~/core/paths'
import { lots } from '~/messages/lots'
import { myLots } from '~/messages/my-lots'
import { Button, ButtonLink, type ButtonLook } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import type { LotStatus, LotView } from '../model/lot'
import { lotActsOf } from '../model/lot-acts'

/** The giver's acts on a lot already published. */
export function LotManage({ lot, today }: { lot: LotView; today: IsoDay }) {
  const t = useT(lots)
  const tMine = useT(myLots)
  const reply = useActionData<{ result?: SubmissionResult<string[]> }>()
  const refusal = reply?.result?.error?.['']?.[0]
  const acts = lotActsOf(lot, today)
  return (
    <section aria-labelledby="manage" className="flex flex-col gap-4" data-screen-only>
      <h2 id="manage" className="text-xl">
        {t('manage.title')}
      </h2>
      {refusal && <Notice live tone="danger" title={refusal} />}
      {lot.status === 'withdrawn' && <p>{t('manage.withdrawnText')}</p>}
      <div className="flex flex-wrap gap-3">
        {acts.has('edit') && (
          <ButtonLink wide to={paths.editLot(lot.id)}>
            {tMine('acts.edit')}
          </ButtonLink>
        )}
        <ButtonLink look="secondary" wide to={paths.copyLot(lot.id)}>
          {tMine('copy.act')}
        </ButtonLink>
      </div>
      {acts.has('pause') && (
        <StatusAct status="paused" look="secondary" label={t('manage.pause')} text={t('manage.pauseText')} />
      )}
      {acts.has('resume') && (
        <StatusAct
          status="published"
          look="secondary"
          label={t('manage.resume')}
          text={t('manage.resumeText')}
        />
      )}
      {acts.has('withdraw') && (
        <StatusAct
          status="withdrawn"
          look="quiet"
          label={t('manage.withdraw')}
          text={t('manage.withdrawText')}
        />
      )}
      <div className="flex flex-wrap gap-3">
        <ButtonLink look="secondary" wide to={paths.reservations()}>
          {t('page.seeReservations')}
        </ButtonLink>
        <ButtonLink look="secondary" wide to={paths.myLots()}>
          {tMine('link')}
        </ButtonLink>
        <ButtonLink look="secondary" wide to={paths.newLot(lot.siteId)}>
          {t('done.another')}
        </ButtonLink>
      </div>
    </section>
  )
}

function StatusAct({
  status,
  look,
  label,
  text,
}: {
  status: LotStatus
  look?: ButtonLook
  label: string
  text: string
}) {
  return (
    <Form method="post" className="flex flex-col items-start gap-1">
      <Button look={look} wide name="status" value={status}>
        {label}
      </Button>
      <p className="text-sm text-muted">{text}</p>
    </Form>
  )
}
