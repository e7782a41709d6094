import { Form } from '@remix-run/react'
import { security } from '~/messages/security'
import { Button } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import { TextInput } from '~/ui/inputs'
import type { FactorSummary } from '../model/second-factor'

type Line = { id: string; name: string; kind: string; createdAtMs: number; lastUsedAtMs: number | null }

/** A person's second factors, each of which they can remove. */
export function FactorList({ factors: { totp, passkeys } }: { factors: FactorSummary }) {
  const t = useT(security)
  const format = useFormat()
  const rows: Line[] = [
    ...(totp ? [{ ...totp, id: 'totp', name: t('factors.totp'), kind: '' }] : []),
    ...passkeys.map(({ isBackedUp, ...key }) => ({
      ...key,
      kind: t(isBackedUp ? 'factors.backedUp' : 'factors.single'),
    })),
  ]
  return (
    <section aria-labelledby="factors" className="flex flex-col gap-4">
      <h2 id="factors" className="text-2xl">
        {t('factors.title')}
      </h2>
      {rows.length === 0 && <p>{t('factors.none')}</p>}
      {rows.length > 0 && (
        <DataTable
          caption={t('factors.title')}
          hideCaption
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'kind',
              header: t('factors.kind'),
              rowHeader: true,
              cell: ({ name, kind }) => (kind ? `${name}, ${kind}` : name),
            },
            {
              key: 'added',
              header: t('factors.added'),
              cell: ({ createdAtMs }) => format.instant(createdAtMs),
            },
            {
              key: 'lastUsed',
              header: t('factors.lastUsed'),
              cell: ({ lastUsedAtMs }) =>
                lastUsedAtMs === null ? t('factors.never') : format.instant(lastUsedAtMs),
            },
            {
              key: 'action',
              acts: true,
              header: t('factors.action'),
              cell: ({ id, name, kind }) => (
                <div className="flex flex-col items-start gap-2">
                  <Form method="post">
                    <input type="hidden" name="intent" value="remove" />
                    <input type="hidden" name="factor" value={id} />
                    <Button look="secondary" small aria-label={t('factors.removeThis', { name })}>
                      {t('factors.remove')}
                    </Button>
                  </Form>
                  {kind && <RenameForm id={id} name={name} />}
                </div>
              ),
            },
          ]}
        />
      )}
    </section>
  )
}

/** Another name for a passkey, under a word that opens it. */
function RenameForm({ id, name }: { id: string; name: string }) {
  const t = useT(security)
  return (
    <details>
      <summary
        aria-label={t('factors.renameThis', { name })}
        className="min-h-11 cursor-pointer content-center font-semibold"
      >
        {t('factors.rename')}
      </summary>
      <Form method="post" className="flex flex-col items-start gap-2 pt-2">
        <input type="hidden" name="intent" value="rename" />
        <input type="hidden" name="factor" value={id} />
        <TextInput
          id={`name-${id}`}
          name="name"
          label={t('factors.newName')}
          defaultValue={name}
          maxLength={60}
          required
          autoComplete="off"
        />
        <Button look="secondary" small>
          {t('factors.saveName')}
        </Button>
      </Form>
    </details>
  )
}
