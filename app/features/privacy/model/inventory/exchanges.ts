import type { TableNote } from './note'

/** Sites, lots, needs, reservations and what surrounds them. */
export const EXCHANGES = {
  sites: {
    treatment: 'exchanges',
    owners: [{ organisation: 'organisation_id' }],
    personal: {
      name: 'place cleared',
      address: 'place cleared',
      lat: 'place cleared',
      lon: 'place cleared',
      access: 'words cleared',
      contact_name: 'identity cleared',
      contact_phone: 'contact cleared',
    },
    plain: 'id organisation_id kind commune_code starts_on ends_on created_at_ms',
  },
  inventories: {
    treatment: 'exchanges',
    owners: [{ within: ['site_id', 'sites', 'id'] }],
    personal: { surveyor: 'identity cleared' },
    plain: 'id site_id kind surveyed_on created_at_ms',
  },
  inventory_lines: {
    treatment: 'exchanges',
    owners: [{ within: ['inventory_id', 'inventories', 'id'] }],
    personal: { location: 'place cleared', precautions: 'words cleared' },
    plain:
      'id inventory_id material product quantity_milli unit mass_g mass_estimated reusable_mass_g position dimensions assembly condition reusability import_id',
  },
  inventory_wastes: {
    treatment: 'exchanges',
    owners: [],
    personal: {},
    plain: 'id inventory_id family waste_code label mass_g outlet import_id',
  },
  closing_records: {
    treatment: 'traceability',
    owners: [{ within: ['site_id', 'sites', 'id'] }],
    personal: { author: 'identity cleared', client: 'identity cleared', comment: 'words cleared' },
    plain: 'site_id works_ended_on state revision updated_at_ms',
  },
  closing_entries: {
    treatment: 'traceability',
    owners: [{ within: ['site_id', 'sites', 'id'] }],
    personal: { evidence: 'words cleared', created_by_user_id: 'link unlinked' },
    plain:
      'id site_id inventory_line_id inventory_waste_id outcome label mass_g operator waste_code created_at_ms',
  },
  closing_gaps: {
    treatment: 'traceability',
    owners: [{ user: 'user_id' }, { within: ['site_id', 'sites', 'id'] }],
    personal: { note: 'words cleared', user_id: 'link unlinked' },
    plain: 'id site_id inventory_line_id inventory_waste_id gap_g reason at_ms',
  },
  lots: {
    treatment: 'exchanges',
    owners: [{ organisation: 'organisation_id' }],
    personal: {
      description: 'words cleared',
      search_text: 'words cleared',
      access: 'words cleared',
      removal: 'words cleared',
      provenance: 'words cleared',
    },
    plain:
      'id reference organisation_id site_id inventory_line_id commune_code material title unit quantity_milli available_milli mass_g mass_estimated condition available_from available_until is_whole min_take_milli unit_price_cents status attributes hazards packaging volume_l vehicle quantity_verified storage_until ceding_right public_from territory territory_code territory_from material_source published_at_ms created_at_ms updated_at_ms',
  },
  lot_attributes: {
    treatment: 'exchanges',
    owners: [],
    personal: {},
    plain: 'lot_id key number_milli word',
  },
  lot_drafts: {
    treatment: 'exchanges',
    owners: [{ organisation: 'organisation_id' }],
    personal: { author_user_id: 'link unlinked', answers: 'words deleted' },
    plain: 'id organisation_id import_id created_at_ms updated_at_ms',
  },
  lot_shares: {
    treatment: 'exchanges',
    owners: [{ organisation: 'organisation_id' }],
    personal: { token_hash: 'secret deleted', created_by_user_id: 'link unlinked' },
    plain: 'id lot_id organisation_id created_at_ms expires_at_ms revoked_at_ms',
  },
  lot_attachments: {
    treatment: 'exchanges',
    owners: [{ organisation: 'organisation_id' }],
    personal: { file_name: 'words deleted', storage_key: 'file deleted' },
    plain: 'id organisation_id lot_id kind size_bytes sha256 created_at_ms',
  },
  lot_waiters: {
    treatment: 'exchanges',
    owners: [{ organisation: 'organisation_id' }],
    personal: { user_id: 'link unlinked' },
    plain: 'id lot_id organisation_id quantity_milli status joined_at_ms priority_until_ms ended_at_ms',
  },
  photos: {
    treatment: 'exchanges',
    owners: [{ organisation: 'organisation_id' }, { within: ['message_id', 'reservation_messages', 'id'] }],
    personal: { storage_key: 'file deleted' },
    plain:
      'id organisation_id lot_id message_id position sha256 files_sha256 width height is_synthetic has_avif created_at_ms',
  },
  classifications: {
    treatment: 'learning',
    owners: [{ within: ['photo_id', 'photos', 'id'] }],
    personal: { candidates: 'activity deleted' },
    plain: 'photo_id model_version verdict inference_ms classified_at_ms',
  },
  photo_embeddings: {
    treatment: 'learning',
    owners: [{ within: ['photo_id', 'photos', 'id'] }],
    personal: { vector: 'file deleted' },
    plain: 'photo_id model_version',
  },
  labelled_examples: {
    treatment: 'learning',
    owners: [{ within: ['photo_id', 'photos', 'id'] }],
    personal: { label: 'activity deleted', decided_by: 'activity deleted' },
    plain:
      'photo_id material origin state model_version said_material source licence kept_since_ms decided_at_ms',
  },
  classifier_use: {
    treatment: 'learning',
    owners: [],
    personal: {},
    plain: 'month purpose photos cpu_ms',
  },
  needs: {
    treatment: 'exchanges',
    owners: [{ organisation: 'organisation_id' }],
    personal: { description: 'words cleared', search_text: 'words cleared' },
    plain:
      'id organisation_id site_id commune_code material title attributes unit quantity_milli open_milli needed_from needed_until radius_km min_condition budget_unit_cents status created_at_ms updated_at_ms',
  },
  reservations: {
    treatment: 'exchanges',
    owners: [{ user: 'requested_by_user_id' }],
    personal: {
      message: 'words cleared',
      decision_reason: 'words kept',
      requested_by_user_id: 'link unlinked',
    },
    plain:
      'id lot_id need_id giver_organisation_id taker_organisation_id taker_commune_code taker_site_id quantity_milli status pickup_on pickup_part pickup_proposed_by pickup_agreed_at_ms match_score created_at_ms decided_at_ms expires_at_ms',
  },
  reservation_messages: {
    treatment: 'exchanges',
    owners: [{ user: 'user_id' }],
    personal: { user_id: 'link unlinked', text: 'words cleared' },
    plain: 'id reservation_id side sent_at_ms',
  },
  reservation_reads: {
    treatment: 'exchanges',
    owners: [{ user: 'user_id' }],
    personal: { user_id: 'link deleted', read_at_ms: 'activity deleted' },
    plain: 'reservation_id',
  },
  reservation_disputes: {
    treatment: 'exchanges',
    owners: [{ user: 'opened_by_user_id' }],
    personal: {
      opened_by_user_id: 'link unlinked',
      text: 'words cleared',
      proposed_note: 'words cleared',
      settled_note: 'words cleared',
    },
    plain:
      'id reservation_id opened_by cause opened_at_ms proposed_outcome proposed_by outcome settled_by settled_at_ms',
  },
  pickup_offers: {
    treatment: 'exchanges',
    owners: [{ user: 'offered_by_user_id' }],
    personal: { offered_by_user_id: 'link unlinked' },
    plain: 'reservation_id on_day part offered_at_ms',
  },
  used_act_links: {
    treatment: 'security',
    owners: [{ user: 'user_id' }],
    personal: { link_hash: 'secret deleted', user_id: 'link deleted' },
    plain: 'reservation_id act used_at_ms',
  },
  resale_undertakings: {
    treatment: 'traceability',
    owners: [{ user: 'user_id' }],
    personal: { user_id: 'link unlinked' },
    plain: 'reservation_id at_ms',
  },
  match_pairs: {
    treatment: 'exchanges',
    owners: [{ organisation: 'dismissed_by_organisation_id' }],
    personal: { dismissed_note: 'words cleared' },
    plain:
      'id lot_id need_id giver_organisation_id taker_organisation_id origin score_centi is_stale proposed_at_ms contacted_at_ms contacted_by_organisation_id dismissed_at_ms dismissed_by_organisation_id dismissed_reason updated_at_ms',
  },
  match_computations: {
    treatment: 'exchanges',
    owners: [],
    personal: {},
    plain:
      'id pair_id lot_side need_side formula_version weights_version factor_version score_centi parts_centi computed_at_ms',
  },
  match_weights: {
    treatment: 'administration',
    owners: [{ user: 'set_by_user_id' }],
    personal: { set_by_user_id: 'link unlinked', reason: 'words kept' },
    plain: 'version weights set_at_ms',
  },
  allocation_plans: {
    treatment: 'exchanges',
    owners: [],
    personal: {},
    plain: 'id computed_at_ms day change_seq formula_version weights_version factor_version summary',
  },
  allocation_parts: {
    treatment: 'exchanges',
    owners: [],
    personal: {},
    plain: 'plan_id lot_id need_id quantity_milli net_g mass_g score_centi critical_on',
  },
  baskets: {
    treatment: 'exchanges',
    owners: [{ organisation: 'organisation_id' }],
    personal: { author_user_id: 'link unlinked', title: 'words deleted' },
    plain:
      'id organisation_id commune_code needed_from needed_until radius_km min_condition created_at_ms updated_at_ms',
  },
  basket_lines: {
    treatment: 'exchanges',
    owners: [{ within: ['basket_id', 'baskets', 'id'] }],
    personal: { label: 'words deleted' },
    plain: 'id basket_id position material unit quantity_milli new_unit_price_cents',
  },
  imports: {
    treatment: 'exchanges',
    owners: [{ organisation: 'organisation_id' }],
    personal: { author_user_id: 'link unlinked', file_name: 'words deleted', storage_key: 'file deleted' },
    plain:
      'id organisation_id site_id status sha256 sheet sheets head_row revision heads mapping materials with_drafts choices row_count done_count failure created_at_ms finished_at_ms undone_at_ms',
  },
  import_rows: {
    treatment: 'exchanges',
    owners: [{ within: ['import_id', 'imports', 'id'] }],
    personal: { cells: 'words deleted', corrections: 'words deleted' },
    plain: 'import_id row is_skipped',
  },
  staged_lines: {
    treatment: 'exchanges',
    owners: [{ within: ['import_id', 'imports', 'id'] }],
    personal: { location: 'place deleted', precautions: 'words deleted' },
    plain:
      'id import_id material product quantity_milli unit mass_g mass_estimated reusable_mass_g position dimensions assembly condition reusability',
  },
  staged_wastes: {
    treatment: 'exchanges',
    owners: [{ within: ['import_id', 'imports', 'id'] }],
    personal: { label: 'words deleted' },
    plain: 'id import_id family waste_code mass_g outlet',
  },
  import_mappings: {
    treatment: 'exchanges',
    owners: [{ organisation: 'organisation_id' }],
    personal: { heads_key: 'words deleted', mapping: 'words deleted' },
    plain: 'organisation_id updated_at_ms',
  },
  label_codes: {
    treatment: 'exchanges',
    owners: [],
    personal: { claimed_by_user_id: 'link unlinked' },
    plain: 'code organisation_id lot_id draft_id item batch_id claimed_at_ms created_at_ms',
  },
  label_scans: {
    treatment: 'exchanges',
    owners: [],
    personal: { user_id: 'link unlinked', at_ms: 'activity kept' },
    plain: 'id code act reservation_id',
  },
  directory_places: {
    treatment: 'directory',
    owners: [{ email: 'email' }],
    personal: {
      phone: 'contact cleared',
      email: 'contact cleared',
      checked_by_user_id: 'link unlinked',
      proposed_by_user_id: 'link unlinked',
    },
    plain:
      'id kind name commune_code address lat lon materials services hours conditions website siret state checked_on reason proposed_by_organisation_id created_at_ms updated_at_ms',
  },
} as const satisfies Record<string, TableNote>
