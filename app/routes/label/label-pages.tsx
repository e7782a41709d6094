import { Form } from '@remix-run/react'
import { paths } from '~/core/paths'
import { spacedCode } from '~/features/labels/model/code'
import { CodeForm } from '~/features/labels/ui/code-form'
import { labels } from '~/messages/labels'
import { materials } from '~/messages/materials'
import { myLots } from '~/messages/my-lots'
import { Button, ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Select } from '~/ui/inputs'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import type { Holder } from './open-label.server'

/** A blank label for a giver of its organisation: claim it for a lot or a draft, or begin one with it. */
export function BlankLabel({
  code,
  lots,
  drafts,
  error,
}: {
  code: string
  lots: readonly Holder[]
  drafts: readonly Holder[]
  error: string | undefined
}) {
  const t = useT(labels)
  const tMine = useT(myLots)
  const tMaterial = useT(materials)
  const options = (holders: readonly Holder[]) =>
    holders.map(({ id, title, material }) => ({
      value: id,
      label: title || (material ? tMaterial(`type.${material}.name`) : tMine('draft.untitled')),
    }))
  const groups = [
    { label: t('blank.drafts'), options: options(drafts) },
    { label: t('blank.lots'), options: options(lots) },
  ].filter((group) => group.options.length > 0)
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-8">
      <PageHeader
        eyebrow={t('open.eyebrow', { code: spacedCode(code) })}
        title={t('blank.title')}
        lead={t('blank.lead')}
      />
      <ButtonLink to={paths.newLotWithLabel(code)} wide>
        {t('blank.new')}
      </ButtonLink>
      {groups.length === 0 ? (
        <p>{t('blank.none')}</p>
      ) : (
        <Form method="post" className="flex flex-col items-start gap-4">
          <Select
            label={t('blank.lot')}
            name="lotId"
            error={error}
            options={groups}
            placeholder={t('blank.choose')}
            required
          />
          <Button name="intent" value="claim" look="secondary">
            {t('blank.own')}
          </Button>
        </Form>
      )}
    </div>
  )
}

/** A label that waits for a draft of one's organisation to be published. */
export function DraftLabel({ code, draftId }: { code: string; draftId: string }) {
  const t = useT(labels)
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        eyebrow={t('open.eyebrow', { code: spacedCode(code) })}
        title={t('draft.title')}
        lead={t('draft.lead')}
      />
      <div className="flex flex-wrap gap-3">
        <ButtonLink to={paths.resumeLot(draftId)}>{t('draft.resume')}</ButtonLink>
        <ButtonLink to={paths.myLots('brouillons')} look="secondary">
          {t('draft.all')}
        </ButtonLink>
      </div>
    </div>
  )
}

/** A label that is not for this reader: it says so, the same whatever it is on, and what Gisement is. */
export function ClosedLabel({ code, isSignedIn }: { code: string; isSignedIn: boolean }) {
  const t = useT(labels)
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-8">
      <PageHeader
        eyebrow={t('open.eyebrow', { code: spacedCode(code) })}
        title={t('closed.title')}
        lead={t(isSignedIn ? 'closed.lead' : 'closed.visitorLead')}
      />
      <Notice>{t('closed.leave')}</Notice>
      <section aria-labelledby="what" className="flex flex-col gap-3">
        <h2 id="what">{t('closed.whatTitle')}</h2>
        <p className="prose-width">{t('closed.what')}</p>
        <div className="flex flex-wrap gap-3">
          <ButtonLink to={paths.lots()}>{t('closed.search')}</ButtonLink>
          {!isSignedIn && (
            <ButtonLink to={paths.signIn(paths.label(code))} look="secondary">
              {t('closed.signIn')}
            </ButtonLink>
          )}
        </div>
      </section>
    </div>
  )
}

/** A code that no label bears, or that is mistyped, with a field to type another. */
export function UnknownLabel(page: { kind: 'unknown'; code: string } | { kind: 'mistyped'; typed: string }) {
  const t = useT(labels)
  const isMistyped = page.kind === 'mistyped'
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-6">
      <PageHeader
        eyebrow="404"
        title={t(isMistyped ? 'unknown.mistypedTitle' : 'unknown.title')}
        lead={isMistyped ? t('unknown.mistypedLead') : t('unknown.lead', { code: spacedCode(page.code) })}
      />
      <CodeForm typed={isMistyped ? page.typed : spacedCode(page.code)} />
      <p>
        <ButtonLink to={paths.scanner()} look="secondary">
          {t('blanks.scan')}
        </ButtonLink>
      </p>
    </div>
  )
}
