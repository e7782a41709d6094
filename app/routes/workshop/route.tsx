import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { refused, type Result } from '~/core/result'
import { can } from '~/features/organisations/model/permissions'
import { addMaterialFile } from '~/features/programme/commands/add-material-file.server'
import {
  addMaterial,
  cancelWorkshop,
  removeMaterial,
} from '~/features/programme/commands/plan-workshop.server'
import { giveBackSeat, takeSeat } from '~/features/programme/commands/take-seat.server'
import { isRegistrationOpen, seatsSeenBy } from '~/features/programme/model/workshop'
import { findWorkshop, listMaterials, listSeats } from '~/features/programme/queries/workshops.server'
import { workshopActSchema } from '~/features/programme/schema'
import { optionalActor, requireActor } from '~/http/actor.server'
import { localised } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { readForm } from '~/http/read-form.server'
import { readFilesForm, type SentFile } from '~/http/read-photo-form.server'
import { orNotFound } from '~/http/replies.server'
import { programmeWorkshops } from '~/messages/programme-workshops'
import { DONE, WorkshopPage } from './workshop-page'

export const meta: MetaFunction<typeof loader> = (args) => [
  { title: `${args.data?.workshop.title ?? localised(args, programmeWorkshops)('title')} – Gisement` },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const workshop = orNotFound(await findWorkshop(params.workshopId ?? ''))
  const actor = await optionalActor(request)
  const isManager = actor !== null && can(actor, 'programme:manage')
  const isAgent = actor !== null && can(actor, 'programme:apply') && actor.communeCode !== null
  const [materials, seats] = await Promise.all([
    listMaterials(workshop.id),
    isManager || isAgent ? listSeats(workshop.id) : [],
  ])
  const seen = actor ? seatsSeenBy(seats, { organisationId: actor.organisationId, isManager }) : []
  const today = isoDayOf(nowMs())
  const isOpen = isRegistrationOpen(workshop, today)
  const done = new URL(request.url).searchParams.get('fait')
  return {
    ...{ workshop, materials, isManager, isAgent, today, isOpen },
    seats: seen.map(({ id, name, role, communeName }) => ({ id, name, role, communeName })),
    canRegister: isAgent && isOpen && workshop.taken < workshop.places,
    newId: newId(),
    done: DONE.find((known) => known === done) ?? null,
  }
}

const REPLY = {
  register: 'inscrit',
  unregister: 'desinscrit',
  'add-material': 'documents',
  'add-file': 'documents',
  'remove-material': 'documents',
  cancel: 'annule',
} as const

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'programme:share')
  const { id: workshopId } = orNotFound(await findWorkshop(params.workshopId ?? ''))
  const { posted, file } = await readWorkshopForm(request)
  const form = await parseForm(request, workshopActSchema, posted)
  if (!form.ok) return form.reply
  const answers = form.value
  const act = (): Promise<Result<null>> => {
    switch (answers.intent) {
      case 'register':
        return takeSeat({ actor, workshopId, ...answers })
      case 'unregister':
        return giveBackSeat(actor, workshopId, answers.id)
      case 'add-material':
        return addMaterial({ actor, workshopId, ...answers })
      case 'add-file':
        return file
          ? addMaterialFile({ actor, workshopId, ...answers, ...file })
          : Promise.resolve(refused('invalid', { field: 'file' }))
      case 'remove-material':
        return removeMaterial(actor, workshopId, answers.id)
      case 'cancel':
        return cancelWorkshop(actor, workshopId)
    }
  }
  const acted = await act()
  if (!acted.ok) return form.refuse(acted.error)
  return redirect(paths.workshop(workshopId, REPLY[answers.intent]))
}

/** The fields that were posted, and the file where one was sent. */
async function readWorkshopForm(request: Request): Promise<{ posted: FormData; file: SentFile | null }> {
  if (!(request.headers.get('Content-Type') ?? '').startsWith('multipart/form-data'))
    return { posted: await readForm(request), file: null }
  const files: SentFile[] = []
  const posted = await readFilesForm(request, { file: (sent) => void files.push(sent) })
  return { posted: posted ?? new FormData(), file: files[0] ?? null }
}

export default function WorkshopRoute() {
  return <WorkshopPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()?.result} />
}
