import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { AdministrationSections } from '~/features/administration/ui/sections'
import { setPublicRules } from '~/features/attribution/commands/set-public-rules.server'
import { listRulesVersions, rulesInForce } from '~/features/attribution/queries.server'
import { publicRulesSchema } from '~/features/attribution/schema'
import { requireAdministration } from '~/http/administration.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { publicRules } from '~/messages/public-rules'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { RulesForm } from './rules-form'
import { RulesHistory } from './rules-history'

export const meta: MetaFunction = pageTitle(publicRules, 'title')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministration(request, 'public-rules:manage')
  const today = isoDayOf(nowMs())
  return {
    today,
    inForce: await rulesInForce(today),
    versions: await listRulesVersions(),
    isDone: new URL(request.url).searchParams.get('fait') === 'enregistre',
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAdministration(request, 'public-rules:manage')
  const form = await parseForm(request, publicRulesSchema)
  if (!form.ok) return form.reply
  const saved = await setPublicRules({ actor, ...form.value })
  return saved.ok ? redirect(paths.publicRules('enregistre')) : form.refuse(saved.error)
}

export default function AdminPublicRules() {
  const t = useT(publicRules)
  const { today, inForce, versions, isDone } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const [newest] = versions
  return (
    <div className="flex min-w-0 flex-col gap-10">
      <PageHeader title={t('title')} lead={t('lead')} />
      <AdministrationSections />
      {isDone && !reply && <Notice tone="success" live title={t('saved')} />}
      <p className="font-semibold">{t('inForce', { version: inForce.version })}</p>
      {inForce.validFrom === null && <Notice tone="warning">{t('shippedWarning')}</Notice>}
      {newest && <RulesForm key={newest.version} newest={newest} today={today} lastResult={reply?.result} />}
      <RulesHistory versions={versions} current={inForce.version} />
      <p data-screen-only>
        <ButtonLink to={paths.answers()} look="secondary">
          {t('decisions.title')}
        </ButtonLink>
      </p>
    </div>
  )
}
