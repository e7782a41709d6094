import { useEffect, useState } from 'react'
import { security } from '~/messages/security'
import { Button, ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { PrintIcon } from '~/ui/icons'
import { PageHeader } from '~/ui/page-header'
import { recoveryText } from '../model/recovery-codes'

/** The ten codes, this once: to download, to print, to copy by hand; then on. */
export function RecoveryCodes({
  codes,
  email,
  next,
}: {
  codes: readonly string[]
  email: string
  next: string
}) {
  const t = useT(security)
  const [isAlive, setAlive] = useState(false)
  useEffect(() => setAlive(true), [])
  const text = recoveryText(t('codes.fileHeading', { email }), codes)
  return (
    <div className="flex max-w-2xl flex-col gap-6">
      <PageHeader title={t('codes.shownTitle')} lead={t('codes.shownText')} />
      <p className="font-semibold">{t('codes.fileHeading', { email })}</p>
      <ol className="grid gap-x-8 gap-y-2 rounded-md border-2 border-edge bg-card p-4 sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code} className="text-lg font-semibold tracking-wider">
            {code}
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-3" data-screen-only>
        <a
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download={t('codes.fileName')}
          className="button button-action w-full lg:w-auto"
        >
          {t('codes.download')}
        </a>
        {isAlive && (
          <Button type="button" look="secondary" wide onClick={() => window.print()}>
            <PrintIcon />
            {t('codes.print')}
          </Button>
        )}
        <ButtonLink to={next} look="secondary" wide>
          {t('codes.done')}
        </ButtonLink>
      </div>
    </div>
  )
}
