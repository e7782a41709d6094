import { nowMs } from '~/core/clock'
import { newId } from '~/core/ids'
import type { Persona, Personas } from './personas'
import type { TestRows } from './rows'
import type { Pair, Subject } from './pair'

/** Records of the communes, of the programme and of the administration. */
export function programmeSubjects({ one, again, add }: TestRows, personas: Personas) {
  const { giver, stranger, agentA, agentB } = personas
  const everyone = (params: Record<string, string>): Pair => ({ own: { params }, other: null })
  const dossier = one(
    'select id, organisation_id as owner from programme_dossiers where organisation_id = ?',
    agentA.organisationId,
  )
  const fiche = String(one("select id from programme_fiches where state = 'published' limit 1").id)
  const ficheOf = ({ organisationId, userId }: Persona): Subject => ({
    params: {
      ficheId: again('programme_fiches', fiche, {
        state: 'proposed',
        organisation_id: organisationId,
        created_by_user_id: userId,
      }),
    },
    owners: [organisationId],
  })
  const idOf = (query: string) => everyone({ id: String(one(query).id) })
  const lot = one(
    "select id from lots where organisation_id = ? and status = 'published' limit 1",
    giver.organisationId,
  )
  const decisionOn = ({ organisationId }: Persona): Subject => {
    const id = newId()
    const about = { subject_kind: 'lot', subject_id: String(lot.id), organisation_id: organisationId }
    const why = { act: 'hide', ground: 'other', statement: 'Contraire aux règles.' }
    const by = { decided_by_user_id: personas.admin.userId, decided_at_ms: nowMs() }
    add('moderation_decisions', { id, ...about, ...why, ...by })
    return { params: { id }, owners: [organisationId] }
  }
  return {
    reported: everyone({ kind: 'lot', id: String(lot.id) }),
    decision: { own: decisionOn(giver), other: decisionOn(stranger) },
    dossier: {
      own: { params: { dossierId: String(dossier.id) }, owners: [agentA.organisationId] },
      other: {
        params: {
          dossierId: again('programme_dossiers', String(dossier.id), {
            organisation_id: agentB.organisationId,
            commune_code: agentB.communeCode,
          }),
        },
        owners: [agentB.organisationId],
      },
    },
    proposedFiche: { own: ficheOf(agentA), other: ficheOf(agentB) },
    workshop: everyone({
      workshopId: String(one('select id from programme_workshops where cancelled_at_ms is null limit 1').id),
    }),
    commune: {
      own: { params: { code: agentA.communeCode }, communes: [agentA.communeCode] },
      other: { params: { code: agentB.communeCode }, communes: [agentB.communeCode] },
    },
    board: everyone({ slug: 'est-ensemble' }),
    figure: everyone({ slug: 'est-ensemble', file: 'mois.csv' }),
    dataset: everyone({ file: 'lots.csv' }),
    paper: everyone({ number: String(one('select number from handover_papers limit 1').number) }),
    label: everyone({
      code: String(
        one(
          'select code from label_codes where organisation_id = ? and lot_id is not null limit 1',
          giver.organisationId,
        ).code,
      ),
    }),
    listSubject: everyone({ subject: 'lots' }),
    account: everyone({ id: stranger.userId }),
    organisation: everyone({ id: stranger.organisationId }),
    organisationList: everyone({ id: stranger.organisationId, list: 'membres' }),
    history: everyone({ kind: 'organisation', id: stranger.organisationId }),
    teamList: everyone({ list: 'departs' }),
    message: idOf('select id from contact_messages limit 1'),
    place: idOf("select id from directory_places where state = 'published' limit 1"),
  } satisfies Record<string, Pair>
}
