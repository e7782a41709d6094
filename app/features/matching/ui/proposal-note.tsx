import { Link } from '@remix-run/react'
import { paths } from '~/core/paths'
import { matching } from '~/messages/matching'
import { useT } from '~/ui/i18n'
import { RichText } from '~/ui/rich-text'

/** Says that the score proposes and a person decides, with the way to its public description. */
export function ProposalNote() {
  const t = useT(matching)
  return (
    <p className="prose-width border-l-8 border-mark pl-3">
      <RichText
        text={t('proposal')}
        spans={{ link: (content) => <Link to={paths.algorithms()}>{content}</Link> }}
      />
    </p>
  )
}
