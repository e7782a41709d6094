import { Form, Link } from '@remix-run/react'
import { paths } from '~/core/paths'
import { importRun } from '~/messages/import-run'
import { Button, ButtonLink } from '~/ui/button'
import { useFormat, useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { Stat, StatRow } from '~/ui/stat'

type Imported = { lines: number; wastes: number; drafts: number; massG: number; reusableMassG: number }

/** What an import added to the inventory, or what stayed of it once undone. */
export function ImportOutcome({
  siteId,
  imported,
  isUndone,
}: {
  siteId: string
  imported: Imported
  isUndone: boolean
}) {
  const t = useT(importRun)
  const format = useFormat()
  const kept = imported.lines + imported.wastes
  return (
    <section className="flex flex-col gap-6">
      {isUndone ? (
        <Notice tone="success" live>
          {kept > 0 ? t('undoneKept', { count: kept }) : t('undoneAll')}
        </Notice>
      ) : (
        <>
          <Notice tone="success" live>
            {t('doneText')}
          </Notice>
          <h2>{t('added')}</h2>
          <StatRow>
            <Stat label={t('lines')} value={format.number(imported.lines)} />
            <Stat label={t('mass')} value={format.mass(imported.massG)} />
            <Stat label={t('reusable')} value={format.mass(imported.reusableMassG)} />
            <Stat label={t('wastes')} value={format.number(imported.wastes)} />
          </StatRow>
        </>
      )}
      <div className="flex flex-wrap gap-3">
        <ButtonLink to={`${paths.site(siteId)}#inventaire`} wide>
          {t('toSite')}
        </ButtonLink>
        {imported.drafts > 0 && (
          <ButtonLink to={paths.myLots('brouillons')} look="secondary" wide>
            {t('toDrafts')}
          </ButtonLink>
        )}
        <ButtonLink to={paths.importInventory(siteId)} look="secondary" wide>
          {t('startOver')}
        </ButtonLink>
      </div>
    </section>
  )
}

/** Takes an import back, after a second look at what will stay. */
export function UndoForm({
  untilMs,
  lots,
}: {
  untilMs: number
  lots: readonly { id: string; title: string; reference: string; product: string }[]
}) {
  const t = useT(importRun)
  const format = useFormat()
  return (
    <details>
      <summary className="min-h-11 py-2 text-xl">{t('undo')}</summary>
      <Form method="post" className="flex flex-col items-start gap-3">
        <p>{t('undoText', { until: format.instant(untilMs) })}</p>
        {lots.length > 0 && (
          <>
            <p className="font-semibold">{t('undoKeeps')}</p>
            <ul>
              {lots.map(({ id, title, reference, product }) => (
                <li key={id}>
                  {t('undoLot', { product, reference })} <Link to={paths.lot(id)}>{title}</Link>
                </li>
              ))}
            </ul>
          </>
        )}
        <Button look="danger" name="intent" value="undo" wide>
          {t('undoConfirmed')}
        </Button>
      </Form>
    </details>
  )
}

/** Gives up an import of which nothing was written, after a second look. */
export function DiscardForm() {
  const t = useT(importRun)
  return (
    <details>
      <summary className="min-h-11 py-2">{t('giveUp')}</summary>
      <Form method="post" className="flex flex-col items-start gap-3">
        <p>{t('giveUpText')}</p>
        <Button look="danger" name="intent" value="discard" wide>
          {t('giveUpConfirmed')}
        </Button>
      </Form>
    </details>
  )
}
