import type { TableNote } from './note'

/** What was signed, decided and published, the programme, and the plumbing. */
export const RECORDS = {
  attribution_profiles: {
    treatment: 'administration',
    owners: [],
    personal: {},
    plain: 'organisation_id criteria delegation_reference delegation_on updated_at_ms',
  },
  lot_criteria: {
    treatment: 'administration',
    owners: [],
    personal: {},
    plain: 'lot_id criteria source updated_at_ms',
  },
  cession_terms: {
    treatment: 'administration',
    owners: [],
    personal: {},
    plain:
      'lot_id market_unit_cents below_market_reason deliberation_reference deliberation_on updated_at_ms',
  },
  public_rules: {
    treatment: 'administration',
    owners: [{ user: 'set_by_user_id' }],
    personal: { set_by_user_id: 'link unlinked', reason: 'words kept' },
    plain: 'version rules valid_from set_at_ms',
  },
  attribution_decisions: {
    treatment: 'administration',
    owners: [{ user: 'decided_by_user_id' }],
    personal: { decided_by_user_id: 'link unlinked', reason: 'words kept' },
    plain:
      'id reservation_id lot_id giver_organisation_id taker_organisation_id outcome criteria criteria_source ranking is_against criterion checks rules_version decided_at_ms',
  },
  commune_purchases: {
    treatment: 'administration',
    owners: [{ user: 'created_by_user_id' }],
    personal: { created_by_user_id: 'link unlinked' },
    plain: 'id commune_code year label amount_cents reused_bp recycled_bp created_at_ms',
  },
  handover_confirmations: {
    treatment: 'traceability',
    owners: [{ user: 'user_id' }],
    personal: {
      signed_name: 'signature kept',
      drawing: 'signature kept',
      sorting: 'signature kept',
      user_id: 'link unlinked',
      at_ms: 'activity kept',
    },
    plain: 'reservation_id side mass_g on_side received_at_ms',
  },
  handovers: {
    treatment: 'traceability',
    owners: [{ within: ['reservation_id', 'handover_confirmations', 'reservation_id'] }],
    personal: { sorting_operator: 'signature kept', sorting_evidence: 'signature kept' },
    plain:
      'id reservation_id handed_over_on mass_g quantity_milli legal_status sorted_on done_at_ms completed_at_ms',
  },
  handover_checks: {
    treatment: 'traceability',
    owners: [{ user: 'user_id' }],
    personal: { difference: 'words cleared', user_id: 'link unlinked', counted_at_ms: 'activity kept' },
    plain:
      'id reservation_id side counted_milli reason items method weighed_g slip_number slip_file_id received_at_ms',
  },
  handover_files: {
    treatment: 'traceability',
    owners: [{ user: 'user_id' }],
    personal: { storage_key: 'file kept', user_id: 'link unlinked' },
    plain: 'id reservation_id side kind sha256 file_sha256 is_synthetic created_at_ms',
  },
  handover_papers: {
    treatment: 'traceability',
    owners: [{ within: ['handover_id', 'handovers', 'id'] }],
    personal: { facts: 'signature kept' },
    plain: 'number handover_id kind facts_sha256 issued_at_ms',
  },
  handover_paper_files: {
    treatment: 'traceability',
    owners: [{ within: ['number', 'handover_papers', 'number'] }],
    personal: { storage_key: 'file kept' },
    plain: 'number locale sha256 size_bytes drawn_at_ms',
  },
  haul_choices: {
    treatment: 'traceability',
    owners: [{ user: 'user_id' }],
    personal: { user_id: 'link unlinked' },
    plain: 'reservation_id truck empty_return_pct at_ms',
  },
  ledger_rows: {
    treatment: 'traceability',
    owners: [],
    personal: {},
    plain:
      'seq kind handover_id from_site_id from_commune_code to_commune_code material mass_g straight_m net_avoided_g_co2e net_low_g_co2e net_high_g_co2e factor_version truck empty_return_pct handed_over_on recorded_at_ms corrects_seq correction_id reason decided_by prev_hash hash',
  },
  ledger_corrections: {
    treatment: 'traceability',
    owners: [{ user: 'asked_by_user_id' }],
    personal: {
      note: 'words cleared',
      answer: 'words kept',
      asked_by_user_id: 'link unlinked',
      decided_by_user_id: 'link unlinked',
    },
    plain: 'id handover_id corrects_seq mass_g reason asked_by asked_at_ms state decided_at_ms',
  },
  ledger_heads: {
    treatment: 'traceability',
    owners: [],
    personal: {},
    plain: 'day seq hash published_at_ms',
  },
  factor_versions: {
    treatment: 'administration',
    owners: [{ user: 'published_by_user_id' }],
    personal: { published_by_user_id: 'link unlinked', reason: 'words kept' },
    plain: 'version valid_from rows published_at_ms',
  },
  reinstallations: {
    treatment: 'traceability',
    owners: [{ user: 'user_id' }],
    personal: { words: 'words cleared', user_id: 'link unlinked' },
    plain: 'id reservation_id reinstalled_on commune_code file_id created_at_ms hidden_at_ms',
  },
  story_consents: {
    treatment: 'traceability',
    owners: [{ user: 'user_id' }],
    personal: { user_id: 'link unlinked', is_named: 'activity kept' },
    plain: 'reservation_id side is_public at_ms',
  },
  programme_dossiers: {
    treatment: 'programme',
    owners: [{ email: 'referent_email' }],
    personal: {
      referent: 'identity cleared',
      referent_email: 'contact cleared',
      elected: 'identity kept',
      decision_reason: 'words kept',
      decided_by_user_id: 'link unlinked',
      created_by_user_id: 'link unlinked',
    },
    plain:
      'id organisation_id commune_code state aim sites start_month months asked_cents target_mass_g target_rate_percent target_surveys other_target criteria_version submitted_at_ms decided_at_ms granted_cents started_on ends_on scaling created_at_ms updated_at_ms',
  },
  programme_fund: {
    treatment: 'programme',
    owners: [],
    personal: { set_by_user_id: 'link unlinked' },
    plain: 'id amount_cents granted_cents updated_at_ms',
  },
  programme_criteria: {
    treatment: 'programme',
    owners: [{ user: 'published_by_user_id' }],
    personal: { published_by_user_id: 'link unlinked', reason: 'words kept' },
    plain: 'version criteria published_at_ms',
  },
  programme_reviewers: {
    treatment: 'programme',
    owners: [{ user: 'user_id' }],
    personal: { user_id: 'link deleted', added_by_user_id: 'link unlinked' },
    plain: 'added_at_ms',
  },
  programme_reviews: {
    treatment: 'programme',
    owners: [{ user: 'user_id' }],
    personal: { user_id: 'link unlinked', comment: 'words cleared' },
    plain: 'dossier_id criteria_version scores updated_at_ms',
  },
  programme_budget_lines: {
    treatment: 'programme',
    owners: [],
    personal: {},
    plain: 'id dossier_id label planned_cents committed_cents spent_cents created_at_ms',
  },
  programme_milestones: {
    treatment: 'programme',
    owners: [],
    personal: {},
    plain: 'id dossier_id label due_on done_on created_at_ms',
  },
  programme_reports: {
    treatment: 'programme',
    owners: [],
    personal: {},
    plain: 'dossier_id results lessons difficulties sequel figures submitted_at_ms updated_at_ms',
  },
  programme_workshops: {
    treatment: 'programme',
    owners: [],
    personal: {},
    plain:
      'id title audience on_day from_hour until_hour place programme places taken cancelled_at_ms created_at_ms updated_at_ms',
  },
  programme_seats: {
    treatment: 'programme',
    owners: [{ email: 'email' }],
    personal: {
      name: 'identity cleared',
      email: 'contact cleared',
      role: 'identity kept',
      attended: 'activity kept',
      created_by_user_id: 'link unlinked',
    },
    plain: 'id workshop_id organisation_id commune_code created_at_ms',
  },
  programme_materials: {
    treatment: 'programme',
    owners: [],
    personal: {},
    plain: 'id workshop_id title url storage_key file_name mime_type size_bytes sha256 created_at_ms',
  },
  programme_fiches: {
    treatment: 'programme',
    owners: [],
    personal: { created_by_user_id: 'link unlinked' },
    plain: 'id organisation_id title body materials topics state reason created_at_ms updated_at_ms',
  },
  programme_posts: {
    treatment: 'programme',
    owners: [{ user: 'user_id' }],
    personal: { user_id: 'link unlinked', text: 'words cleared' },
    plain: 'id parent_id organisation_id hidden_at_ms hidden_reason created_at_ms',
  },
  vocabulary_versions: {
    treatment: 'administration',
    owners: [{ user: 'set_by_user_id' }],
    personal: { set_by_user_id: 'link unlinked', reason: 'words kept' },
    plain: 'version entries act subject set_at_ms',
  },
  events: {
    treatment: 'security',
    owners: [{ user: 'actor_user_id' }, { mentions: 'detail' }],
    personal: { actor_user_id: 'link unlinked', detail: 'activity cleared' },
    plain: 'id entity entity_id kind at_ms',
  },
  changes: {
    treatment: 'operation',
    owners: [],
    personal: {},
    plain: 'seq entity entity_id at_ms',
  },
  search_changes: {
    treatment: 'operation',
    owners: [],
    personal: {},
    plain: 'seq entity entity_id',
  },
  table_versions: {
    treatment: 'operation',
    owners: [],
    personal: {},
    plain: 'name version',
  },
  outbox: {
    treatment: 'operation',
    owners: [{ mentions: 'payload' }],
    personal: { payload: 'activity deleted' },
    plain: 'id topic created_at_ms dispatched_at_ms request_id',
  },
  jobs: {
    treatment: 'operation',
    owners: [{ mentions: 'payload' }],
    personal: { payload: 'activity deleted', last_error: 'activity deleted' },
    plain:
      'id kind dedupe_key status attempts urgency fair_key round run_at_ms lease_owner lease_until_ms created_at_ms done_at_ms request_id',
  },
  settings: {
    treatment: 'administration',
    owners: [],
    personal: {},
    plain: 'key value updated_at_ms',
  },
  communes: {
    treatment: 'operation',
    owners: [],
    personal: {},
    plain: 'code name departement ept_code ept_name population lat lon tile_column tile_row',
  },
} as const satisfies Record<string, TableNote>
