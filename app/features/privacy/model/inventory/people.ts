import type { TableNote } from './note'

/** Accounts, sessions, what is sent to people and what they keep. */
export const PEOPLE = {
  users: {
    treatment: 'accounts',
    owners: [{ user: 'id' }],
    personal: {
      id: 'link unlinked',
      email: 'contact cleared',
      name: 'identity cleared',
      password_hash: 'secret cleared',
      phone: 'contact cleared',
      email_verified_at_ms: 'activity cleared',
      locale: 'identity kept',
      created_at_ms: 'activity kept',
      suspended_at_ms: 'activity kept',
    },
    plain: '',
  },
  sessions: {
    treatment: 'security',
    owners: [{ user: 'user_id' }],
    personal: {
      id_hash: 'secret deleted',
      user_id: 'link deleted',
      device: 'device deleted',
      created_at_ms: 'activity deleted',
      last_seen_at_ms: 'activity deleted',
    },
    plain: 'organisation_id expires_at_ms',
  },
  account_tokens: {
    treatment: 'security',
    owners: [{ user: 'user_id' }, { email: 'email' }],
    personal: {
      id_hash: 'secret deleted',
      user_id: 'link deleted',
      email: 'contact deleted',
      created_by_user_id: 'link unlinked',
    },
    plain: 'kind organisation_id role created_at_ms expires_at_ms used_at_ms',
  },
  audit_rows: {
    treatment: 'security',
    owners: [{ user: 'actor_user_id' }],
    personal: {
      actor_user_id: 'link unlinked',
      organisation_id: 'link unlinked',
      object_id: 'link unlinked',
      address: 'device expires',
      details: 'activity kept',
    },
    plain: 'seq at_ms action object_kind outcome request_id prev_hash hash',
  },
  audit_anchors: { treatment: 'security', owners: [], personal: {}, plain: 'seq hash before_ms at_ms' },
  notification_preferences: {
    treatment: 'accounts',
    owners: [{ user: 'user_id' }],
    personal: { user_id: 'link deleted', kind: 'activity deleted', email: 'activity deleted' },
    plain: '',
  },
  organisations: {
    treatment: 'accounts',
    owners: [{ organisation: 'id' }],
    personal: { name: 'identity cleared', siret: 'identity cleared' },
    plain:
      'id kind is_giver is_taker commune_code suspended_at_ms shares_photos_since_ms analyses_photos created_at_ms',
  },
  memberships: {
    treatment: 'accounts',
    owners: [{ user: 'user_id' }],
    personal: { user_id: 'link deleted', role: 'identity deleted', created_at_ms: 'activity deleted' },
    plain: 'organisation_id',
  },
  contact_messages: {
    treatment: 'contact',
    owners: [{ user: 'user_id' }, { email: 'email' }],
    personal: {
      name: 'identity deleted',
      email: 'contact deleted',
      text: 'words deleted',
      path: 'activity deleted',
      user_id: 'link deleted',
      sender_key: 'device deleted',
      handled_by_user_id: 'link unlinked',
    },
    plain: 'id topic created_at_ms handled_at_ms',
  },
  calendar_links: {
    treatment: 'alerts',
    owners: [{ user: 'user_id' }],
    personal: { user_id: 'link deleted' },
    plain: 'id organisation_id created_at_ms',
  },
  kept_lots: {
    treatment: 'accounts',
    owners: [{ user: 'user_id' }],
    personal: { user_id: 'link deleted', lot_id: 'activity deleted', kept_at_ms: 'activity deleted' },
    plain: '',
  },
  notifications: {
    treatment: 'alerts',
    owners: [{ user: 'user_id' }, { mentions: 'params' }, { about: 'path' }],
    personal: {
      user_id: 'link deleted',
      params: 'activity deleted',
      path: 'activity deleted',
      read_at_ms: 'activity deleted',
    },
    plain: 'id kind pace dedupe_key created_at_ms',
  },
  commune_mails: {
    treatment: 'alerts',
    owners: [{ user: 'user_id' }],
    personal: { user_id: 'link deleted' },
    plain: 'commune_code since_ms',
  },
  alert_subscribers: {
    treatment: 'alerts',
    owners: [{ email: 'email' }],
    personal: { email: 'contact deleted', locale: 'identity deleted' },
    plain: 'id created_at_ms',
  },
  saved_searches: {
    treatment: 'alerts',
    owners: [{ user: 'user_id' }, { within: ['subscriber_id', 'alert_subscribers', 'id'] }],
    personal: {
      user_id: 'link deleted',
      subscriber_id: 'link deleted',
      query: 'activity deleted',
      name: 'words deleted',
    },
    plain:
      'id organisation_id subject pace paused_at_ms confirmed_at_ms seen_at_ms created_at_ms updated_at_ms',
  },
  alert_mails: {
    treatment: 'alerts',
    owners: [{ user: 'user_id' }, { within: ['subscriber_id', 'alert_subscribers', 'id'] }],
    personal: { user_id: 'link deleted', subscriber_id: 'link deleted' },
    plain: 'id pace created_at_ms',
  },
  alert_hits: {
    treatment: 'alerts',
    owners: [{ within: ['search_id', 'saved_searches', 'id'] }],
    personal: { search_id: 'link deleted', mail_id: 'link deleted' },
    plain: 'item_id pace found_at_ms settled_at_ms',
  },
  alert_requests: {
    treatment: 'security',
    owners: [],
    personal: { address_key: 'device expires', sender_key: 'device expires' },
    plain: 'id at_ms',
  },
  api_windows: {
    treatment: 'security',
    owners: [],
    personal: { sender_key: 'device expires' },
    plain: 'starts_at_ms requests',
  },
} as const satisfies Record<string, TableNote>
