import type { SubmissionResult } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { paths } from '~/core/paths'
import { ofCommune } from '~/features/administration/model/agent'
import { queryOf } from '~/features/administration/model/page-of'
import { listAgents, listOfficialInvitations } from '~/features/administration/queries/agents.server'
import { agentSearchSchema } from '~/features/administration/schema'
import { ListFilters } from '~/features/administration/ui/list-filters'
import { AdministrationSections } from '~/features/administration/ui/sections'
import { communeLabel } from '~/features/communes/model/commune'
import { listCommunes } from '~/features/communes/queries.server'
import { requireAdministration } from '~/http/administration.server'
import { pageTitle } from '~/http/page-title'
import { readForm } from '~/http/read-form.server'
import { parseSearch } from '~/http/parse-search.server'
import { administration } from '~/messages/administration'
import { administrationAgents } from '~/messages/administration-agents'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Select } from '~/ui/inputs'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { actOnAgents } from './agent-acts.server'
import { AdminForm, AgentForm } from './invite-forms'
import { AgentTable, OfficialInvitationTable } from './agent-tables'

const DONE = ['invitation', 'retrait'] as const

export const meta: MetaFunction = pageTitle(administrationAgents, 'title')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministration(request)
  const { commune } = parseSearch(request, agentSearchSchema)
  const [agents, invitations, communes] = await Promise.all([
    listAgents(),
    listOfficialInvitations(nowMs()),
    listCommunes(),
  ])
  const done = new URL(request.url).searchParams.get('fait')
  const chosen = communes.find(({ code }) => code === commune)
  return {
    agents: ofCommune(agents, chosen?.code),
    invitations: ofCommune(invitations, chosen?.code),
    commune: chosen ? { code: chosen.code, name: chosen.name } : null,
    communes: communes.map(({ code, name, departement }) => ({
      value: code,
      label: communeLabel({ name, department: departement }),
    })),
    done: DONE.find((known) => known === done) ?? null,
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAdministration(request, 'agent:invite')
  return actOnAgents({ request, actor, formData: await readForm(request) })
}

export default function Agents() {
  const t = useT(administration)
  const tAgents = useT(administrationAgents)
  const { agents, invitations, commune, communes, done } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const resultOf = (intent: string): SubmissionResult<string[]> | undefined =>
    reply?.result.initialValue?.intent === intent ? reply.result : undefined
  return (
    <div className="flex min-w-0 flex-col gap-8">
      <PageHeader
        back={{ to: paths.administration(), label: t('back') }}
        title={commune ? tAgents('titleOf', { commune: commune.name }) : tAgents('title')}
        lead={tAgents('lead')}
        actions={
          commune && (
            <ButtonLink to={paths.commune(commune.code)} look="secondary" wide>
              {tAgents('figures', { commune: commune.name })}
            </ButtonLink>
          )
        }
      />
      <AdministrationSections />
      {done && !reply && <Notice tone="success" live title={tAgents(`done.${done}`)} />}
      <ListFilters state={commune?.code ?? ''} clearTo={commune ? paths.agents() : null}>
        <Select
          name="commune"
          label={tAgents('commune')}
          defaultValue={commune?.code ?? ''}
          placeholder={tAgents('allCommunes')}
          options={communes}
        />
      </ListFilters>
      <AgentTable agents={agents} csvHref={paths.agentsCsv(queryOf({ commune: commune?.code }))} />
      <OfficialInvitationTable
        invitations={invitations}
        csvHref={paths.agentsCsv(queryOf({ commune: commune?.code }))}
      />
      <AgentForm communes={communes} commune={commune?.code ?? ''} lastResult={resultOf('agent')} />
      <AdminForm lastResult={resultOf('admin')} />
    </div>
  )
}
