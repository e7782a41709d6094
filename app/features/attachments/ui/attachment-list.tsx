import { paths } from '~/core/paths'
import { attachments as texts } from '~/messages/attachments'
import { useFormat, useT } from '~/ui/i18n'
import { DownloadIcon } from '~/ui/icons'
import type { AttachmentView } from '../model/attachment'

/** Documents to download, each with its kind and size. */
export function AttachmentList({
  attachments,
  hrefOf = paths.attachmentFile,
}: {
  attachments: readonly AttachmentView[]
  hrefOf?: (id: string) => string
}) {
  const t = useT(texts)
  const format = useFormat()
  if (attachments.length === 0) return null
  return (
    <ul className="flex flex-col gap-2">
      {attachments.map(({ id, kind, fileName, sizeBytes }) => (
        <li key={id}>
          <a
            href={hrefOf(id)}
            download
            className="inline-flex min-h-11 items-center gap-2 font-semibold"
            aria-label={t('download', { name: fileName })}
          >
            <DownloadIcon className="flex-none" />
            <span className="min-w-0 break-words">{fileName}</span>
          </a>
          <p className="text-sm text-muted">
            {t('about', { kind: t(`kind.${kind}`), size: format.bytes(sizeBytes) })}
          </p>
        </li>
      ))}
    </ul>
  )
}
