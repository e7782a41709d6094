import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { conditionKey } from '~/core/condition-key'
import { paths } from '~/core/paths'
import { typedMilli } from '~/core/units'
import { listLotsOfSite } from '~/features/lots/queries.server'
import { can } from '~/features/organisations/model/permissions'
import { findInventoryLine, findSite } from '~/features/sites/queries.server'
import { CorrectLineForm, EditLineForm, RemoveLineForm } from '~/features/sites/ui/line-edit-forms'
import { requireActor, requireRight } from '~/http/actor.server'
import { pageTitle } from '~/http/page-title'
import { notFound, orNotFound } from '~/http/replies.server'
import { inventory } from '~/messages/inventory'
import { materials } from '~/messages/materials'
import { sites } from '~/messages/sites'
import { ButtonLink } from '~/ui/button'
import { useFormat, useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'
import { FactList } from '~/ui/tag-card'
import { actOnLine } from './line-acts.server'

export const meta: MetaFunction = pageTitle(inventory, 'line.title')

async function ownLine(request: Request, params: LoaderFunctionArgs['params']) {
  const actor = await requireActor(request, 'site:create')
  const line = orNotFound(await findInventoryLine(params.lineId ?? ''))
  if (line.siteId !== params.siteId) throw notFound()
  requireRight(actor, 'site:create', { ownerOrganisationIds: [line.organisationId] })
  return { actor, line }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, line } = await ownLine(request, params)
  const [site, lots] = await Promise.all([findSite(line.siteId), listLotsOfSite(line.siteId)])
  return {
    line,
    siteName: orNotFound(site).name,
    answers: {
      material: line.material,
      product: line.product,
      quantity: typedMilli(line.quantityMilli),
      unit: line.unit,
      massKg: line.massEstimated ? '' : typedMilli(line.massG),
      reusableKg: typedMilli(line.reusableMassG),
      dimensions: line.dimensions,
      assembly: line.assembly,
      condition: line.condition === null ? '' : String(line.condition),
      location: line.location,
      reusability: line.reusability,
      precautions: line.precautions,
    },
    lots: lots
      .filter((lot) => lot.inventoryLineId === line.id)
      .map(({ id, title, reference, quantityMilli, unit }) => ({
        id,
        title,
        reference,
        quantityMilli,
        unit,
      })),
    mayPublish: can(actor, 'lot:create'),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, line } = await ownLine(request, params)
  return actOnLine({ request, actor, siteId: line.siteId, lineId: line.id })
}

export default function InventoryLine() {
  const t = useT(inventory)
  const { line, siteName, answers, lots, mayPublish } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()?.result
  const massKg = typedMilli(line.massG)
  return (
    <div className="flex max-w-3xl flex-col gap-10">
      <PageHeader
        eyebrow={siteName}
        title={t('line.title')}
        lead={t('line.lead')}
        back={{ to: `${paths.site(line.siteId)}#inventaire`, label: t('line.back') }}
        actions={
          mayPublish && (
            <ButtonLink to={paths.newLotFromLine(line.id)} look="secondary" wide>
              {t('publishFrom')}
            </ButtonLink>
          )
        }
      />
      {lots.length > 0 ? (
        <>
          <LineFacts />
          <CorrectLineForm line={{ ...answers, massKg }} reply={result} />
        </>
      ) : (
        <>
          <EditLineForm line={answers} reply={result} />
          <RemoveLineForm />
        </>
      )}
    </div>
  )
}

/** What the survey found, which stays, and the lots that come from it. */
function LineFacts() {
  const t = useT(inventory)
  const tSite = useT(sites)
  const tMaterial = useT(materials)
  const format = useFormat()
  const { line, lots } = useLoaderData<typeof loader>()
  const said = (['dimensions', 'assembly', 'location', 'reusability', 'precautions'] as const).filter(
    (name) => line[name] !== '',
  )
  return (
    <section aria-labelledby="facts-title" className="flex flex-col gap-4">
      <h2 id="facts-title" className="text-2xl">
        {t('line.facts')}
      </h2>
      <FactList
        facts={[
          { term: tSite('inventory.column.product'), value: line.product },
          { term: tSite('inventory.column.material'), value: tMaterial(`type.${line.material}.name`) },
          {
            term: tSite('inventory.column.quantity'),
            value: format.quantity(line.quantityMilli, line.unit),
          },
          ...said.map((name) => ({ term: t(`field.${name}`), value: line[name] })),
          ...(line.condition === null
            ? []
            : [
                {
                  term: t('field.condition'),
                  value: tMaterial(`condition.${conditionKey(line.condition)}.name`),
                },
              ]),
          {
            term: t('line.lots'),
            value: lots.map((lot) => (
              <span key={lot.id} className="block">
                <Link to={paths.lot(lot.id)}>{lot.title}</Link>, {lot.reference},{' '}
                {format.quantity(lot.quantityMilli, lot.unit)}
              </span>
            )),
          },
        ]}
      />
    </section>
  )
}
