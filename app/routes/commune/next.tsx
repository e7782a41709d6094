import { paths } from '~/core/paths'
import { communes } from '~/messages/communes'
import { stories } from '~/messages/stories'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'

/** Where the page of a commune leads. */
export function Next({
  commune,
  managesAgents,
}: {
  commune: { code: string; name: string }
  managesAgents: boolean
}) {
  const t = useT(communes)
  const tStory = useT(stories)
  return (
    <nav aria-labelledby="next" className="flex flex-col gap-4" data-screen-only>
      <h2 id="next">{t('next.title')}</h2>
      <p className="flex flex-wrap gap-3">
        <ButtonLink to={`${paths.lots()}?commune=${commune.code}`}>
          {t('next.lots', { commune: commune.name })}
        </ButtonLink>
        <ButtonLink to={`${paths.needs()}?commune=${commune.code}`} look="secondary">
          {t('next.needs', { commune: commune.name })}
        </ButtonLink>
        <ButtonLink to={paths.stories(`?commune=${commune.code}`)} look="secondary">
          {tStory('linkCommune', { commune: commune.name })}
        </ButtonLink>
        {managesAgents && (
          <ButtonLink to={paths.agents(`?commune=${commune.code}`)} look="secondary">
            {t('next.agents', { commune: commune.name })}
          </ButtonLink>
        )}
      </p>
    </nav>
  )
}
