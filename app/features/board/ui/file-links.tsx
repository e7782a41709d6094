import { paths } from '~/core/paths'
import { board } from '~/messages/board'
import { interfaceTexts } from '~/messages/interface'
import { useT } from '~/ui/i18n'
import { DownloadIcon } from '~/ui/icons'

/** The files of one figure: its table as CSV, its drawing as a picture. */
export function FileLinks({
  slug,
  query,
  file,
  figure,
  hasPicture = true,
}: {
  slug: string
  query: string
  /** «mois», «flux»: the file's name without its ending. */
  file: string
  /** The figure in words, for who hears links one by one. */
  figure: string
  hasPicture?: boolean
}) {
  const t = useT(board)
  const tCommon = useT(interfaceTexts)
  const links = [
    { ending: 'csv', label: tCommon('table.csv') },
    ...(hasPicture
      ? [
          { ending: 'svg', label: t('files.svg') },
          { ending: 'png', label: t('files.png') },
        ]
      : []),
  ]
  return (
    <p className="flex flex-wrap gap-x-6" data-screen-only>
      {links.map(({ ending, label }) => (
        <a
          key={ending}
          href={paths.boardFile(slug, `${file}.${ending}`, query)}
          download
          className="inline-flex min-h-11 items-center gap-2 font-semibold"
        >
          <DownloadIcon />
          {label}
          <span className="sr-only">{t('files.ofFigure', { figure })}</span>
        </a>
      ))}
    </p>
  )
}
