import { Link, useNavigate } from '@remix-run/react'
import { paths } from '~/core/paths'
import { readCode, spacedCode } from '~/features/labels/model/code'
import { fieldLabels } from '~/messages/field-labels'
import { Button, ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import type { FieldDraft } from '../../model/field-draft'
import { isToSign, type FieldFacts, type FieldReservation } from '../../model/field-facts'
import { keptTarget, type KeptTarget } from '../../model/kept-label'
import { LotRow } from '../lots-screen'
import { postingScreen } from '../post/field-addresses'
import { ScreenHeader } from '../screen-header'
import { useFieldDrafts } from '../store/use-field-drafts'
import { useFieldSnapshot } from '../store/use-field-store'
import { usePhotoUrls } from '../store/use-photo-urls'
import { useDraftTitle } from '../use-draft-title'
import { useOnline } from '../use-online'
import { LABELS } from './label-addresses'
import { LiveQr } from './live-qr'

/** One label: what it opens from what is kept, its next act, and its code to be shown. */
export function LabelScreen({ code: asked, facts }: { code: string; facts: FieldFacts }) {
  const t = useT(fieldLabels)
  const { drafts } = useFieldDrafts()
  const code = readCode(asked)
  const back = paths.field(LABELS)
  if (code === null) {
    return (
      <>
        <ScreenHeader title={t('title')} back={back} />
        <Notice tone="warning" title={t('mistyped')} />
      </>
    )
  }
  return (
    <>
      <ScreenHeader title={t('label', { code: spacedCode(code) })} back={back} />
      <Target code={code} target={keptTarget(code, facts, drafts)} />
      <details className="border-t-4 border-edge pt-3">
        <summary className="text-lg font-bold">{t('show')}</summary>
        <div className="flex flex-col gap-3 pt-3">
          <p className="text-muted">{t('showText')}</p>
          <LiveQr code={code} base={facts.labelBase} />
          <p className="text-sm break-all text-muted">{facts.labelBase + code}</p>
        </div>
      </details>
      <ButtonLink to={back} look="quiet" wide>
        {t('another')}
      </ButtonLink>
    </>
  )
}

function Target({ code, target }: { code: string; target: KeptTarget }) {
  const t = useT(fieldLabels)
  const titleOf = useDraftTitle()
  if (target.kind === 'lot') return <OwnLot {...target} />
  if (target.kind === 'reservation') {
    return (
      <>
        <Item item={target.item} />
        <HandoverLinks reservations={target.reservations} />
      </>
    )
  }
  if (target.kind === 'draft') {
    return (
      <Notice
        title={t('draft')}
        action={
          <ButtonLink to={paths.field(postingScreen(target.draft.id))}>
            {t('resume', { name: titleOf(target.draft) })}
          </ButtonLink>
        }
      />
    )
  }
  return <FreeLabel code={code} isKnown={target.kind === 'blank'} />
}

function OwnLot({ lot, item, reservations }: Extract<KeptTarget, { kind: 'lot' }>) {
  const t = useT(fieldLabels)
  const isOnline = useOnline()
  const urls = usePhotoUrls('pictures', lot.photo ? [lot.photo] : [])
  return (
    <>
      <Item item={item} />
      <ul>
        <LotRow lot={lot} src={urls[lot.photo?.id ?? ''] ?? lot.photo?.src ?? null} />
      </ul>
      <HandoverLinks reservations={reservations} />
      {isOnline ? (
        <ButtonLink to={paths.scanner(`?lot=${lot.id}`)} reloadDocument look="secondary" wide>
          {t('count')}
        </ButtonLink>
      ) : (
        <p className="text-muted">{t('countOffline')}</p>
      )}
    </>
  )
}

function Item({ item }: { item: number | null }) {
  const t = useT(fieldLabels)
  return <p className="text-lg font-semibold">{item === null ? t('whole') : t('piece', { item })}</p>
}

/** The handovers of a lot that this side still has to sign, each one tap away. */
function HandoverLinks({ reservations }: { reservations: readonly FieldReservation[] }) {
  const t = useT(fieldLabels)
  const { handovers } = useFieldSnapshot()
  const signed = new Set(handovers.map(({ reservationId }) => reservationId))
  const open = reservations.filter((entry) => isToSign(entry) && !signed.has(entry.id))
  if (open.length === 0) return <p className="text-muted">{t('signed')}</p>
  return (
    <ul className="flex flex-col gap-2">
      {open.map(({ id, side, otherName }) => (
        <li key={id}>
          <ButtonLink to={paths.field(`?ecran=remise&reservation=${id}`)} wide className="w-full">
            {t(side === 'giver' ? 'handOver' : 'load', { name: otherName })}
          </ButtonLink>
        </li>
      ))}
    </ul>
  )
}

/** A label that nothing of this device has: a new lot or a draft may take it. */
function FreeLabel({ code, isKnown }: { code: string; isKnown: boolean }) {
  const t = useT(fieldLabels)
  const navigate = useNavigate()
  const isOnline = useOnline()
  const { facts } = useFieldSnapshot()
  const { drafts, start } = useFieldDrafts()
  const begin = async () => {
    const id = await start({ label: code })
    if (id) void navigate(paths.field(postingScreen(id)))
  }
  return (
    <>
      <Notice tone={isKnown ? 'info' : 'warning'} title={t(isKnown ? 'blank' : 'unknown')}>
        {t(isKnown ? 'blankText' : 'unknownText')}
      </Notice>
      {facts?.who.canPublish && (
        <Button type="button" wide onClick={() => void begin()}>
          {t('start')}
        </Button>
      )}
      <DraftsToLabel
        code={code}
        drafts={drafts.filter(({ state, label }) => state === 'writing' && !label)}
      />
      {!isKnown && isOnline && (
        <Link
          to={paths.label(code)}
          reloadDocument
          className="inline-flex min-h-11 items-center font-semibold"
        >
          {t('ask')}
        </Link>
      )}
    </>
  )
}

function DraftsToLabel({ code, drafts }: { code: string; drafts: readonly FieldDraft[] }) {
  const t = useT(fieldLabels)
  const titleOf = useDraftTitle()
  const navigate = useNavigate()
  const { save } = useFieldDrafts()
  if (drafts.length === 0) return null
  const put = (id: string) => {
    void save(id, { label: code })
    void navigate(paths.field(postingScreen(id)))
  }
  return (
    <section aria-labelledby="to-draft" className="flex flex-col gap-2">
      <h2 id="to-draft" className="text-lg">
        {t('toDraft')}
      </h2>
      {drafts.map((draft) => (
        <Button key={draft.id} type="button" look="secondary" wide onClick={() => put(draft.id)}>
          {titleOf(draft)}
        </Button>
      ))}
    </section>
  )
}
