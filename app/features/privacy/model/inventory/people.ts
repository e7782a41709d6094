import type { TableNote } from './note'

/** Accounts, sessions, what is sent to people and to their software, and what they keep. */
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
    plain: 'is_half second_factor_at_ms proven_at_ms organisation_id expires_at_ms',
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
  totp_factors: {
    treatment: 'security',
    owners: [{ user: 'user_id' }],
    personal: {
      user_id: 'link deleted',
      sealed_secret: 'secret deleted',
      last_used_at_ms: 'activity deleted',
    },
    plain: 'last_step created_at_ms',
  },
  recovery_codes: {
    treatment: 'security',
    owners: [{ user: 'user_id' }],
    personal: { user_id: 'link deleted', code_hash: 'secret deleted', used_at_ms: 'activity deleted' },
    plain: 'salt created_at_ms',
  },
  passkeys: {
    treatment: 'security',
    owners: [{ user: 'user_id' }],
    personal: {
      user_id: 'link deleted',
      id: 'link deleted',
      name: 'words deleted',
      public_key: 'secret deleted',
      last_used_at_ms: 'activity deleted',
    },
    plain: 'counter transports is_backed_up created_at_ms',
  },
  webauthn_challenges: {
    treatment: 'security',
    owners: [],
    personal: { challenge_hash: 'secret expires', session_id_hash: 'link expires' },
    plain: 'purpose expires_at_ms',
  },
  factor_trials: {
    treatment: 'security',
    owners: [{ user: 'user_id' }],
    personal: { user_id: 'link deleted', failures: 'activity deleted' },
    plain: 'locked_until_ms',
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
  alert_requests: { treatment: 'security', owners: [], personal: {}, plain: 'id at_ms' },
  rate_limits: {
    treatment: 'security',
    owners: [],
    personal: { key: 'device expires' },
    plain: 'used until_ms',
  },
  external_identities: {
    treatment: 'accounts',
    owners: [{ user: 'user_id' }],
    personal: {
      issuer: 'identity deleted',
      subject: 'identity deleted',
      user_id: 'link deleted',
      email: 'contact deleted',
      last_used_at_ms: 'activity deleted',
    },
    plain: 'created_at_ms',
  },
  membership_requests: {
    treatment: 'accounts',
    owners: [{ user: 'user_id' }],
    personal: { user_id: 'link deleted', organisation_id: 'link deleted', asked_at_ms: 'activity deleted' },
    plain: 'decision decided_at_ms decided_by_user_id',
  },
  openid_attempts: {
    treatment: 'security',
    owners: [],
    personal: { id_hash: 'secret expires', payload: 'identity expires' },
    plain: 'kind expires_at_ms',
  },
  openid_sessions: {
    treatment: 'security',
    owners: [{ within: ['session_id_hash', 'sessions', 'id_hash'] }],
    personal: { session_id_hash: 'link deleted', id_token: 'identity deleted' },
    plain: '',
  },
  webhooks: {
    treatment: 'alerts',
    owners: [{ organisation: 'organisation_id' }],
    personal: {
      url: 'contact deleted',
      sealed_secret: 'secret deleted',
      former_sealed_secret: 'secret deleted',
      created_by_user_id: 'link unlinked',
    },
    plain:
      'id organisation_id events scope former_until_ms paused_at_ms pause_reason failing_since_ms created_at_ms updated_at_ms',
  },
  webhook_deliveries: {
    treatment: 'alerts',
    owners: [{ within: ['webhook_id', 'webhooks', 'id'] }],
    personal: { body: 'activity deleted', last_answer: 'words deleted' },
    plain:
      'id webhook_id message_id event status attempts next_at_ms created_at_ms last_at_ms last_duration_ms last_status last_fault',
  },
} as const satisfies Record<string, TableNote>
