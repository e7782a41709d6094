import type { TableNote } from './note'

/** Reports, what the team decides of them, and what is measured without saying of whom. */
export const OVERSIGHT = {
  photo_blurs: {
    treatment: 'exchanges',
    owners: [{ within: ['photo_id', 'photos', 'id'] }],
    personal: { user_id: 'link deleted', zones: 'activity deleted' },
    plain: 'id photo_id is_by_team at_ms',
  },
  photo_sightings: {
    treatment: 'exchanges',
    owners: [{ within: ['photo_id', 'photos', 'id'] }],
    personal: {
      sightings: 'activity deleted',
      dismissed_by_user_id: 'link deleted',
      dismissed_at_ms: 'activity deleted',
    },
    plain: 'photo_id detector_version took_ms looked_at_ms',
  },
  reports: {
    treatment: 'administration',
    owners: [{ user: 'user_id' }, { email: 'email' }],
    personal: {
      text: 'words cleared',
      user_id: 'link unlinked',
      email: 'contact cleared',
    },
    plain: 'id subject_kind subject_id photo_id reason locale created_at_ms confirmed_at_ms decision_id',
  },
  moderation_decisions: {
    treatment: 'administration',
    owners: [{ user: 'appealed_by_user_id' }],
    personal: {
      decided_by_user_id: 'link unlinked',
      statement: 'words kept',
      appeal_text: 'words cleared',
      appealed_by_user_id: 'link unlinked',
      appeal_answer: 'words kept',
      appeal_decided_by_user_id: 'link unlinked',
    },
    plain:
      'id subject_kind subject_id organisation_id act ground former_status decided_at_ms appealed_at_ms appeal_outcome appeal_decided_at_ms superseded_at_ms',
  },
  web_vitals: { treatment: 'operation', owners: [], personal: {}, plain: 'day metric page bucket count' },
} as const satisfies Record<string, TableNote>
