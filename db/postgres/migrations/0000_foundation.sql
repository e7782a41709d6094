CREATE TABLE "factor_versions" (
	"version" text COLLATE "C" PRIMARY KEY NOT NULL,
	"valid_from" text COLLATE "C" NOT NULL,
	"rows" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	"published_by_user_id" text COLLATE "C" NOT NULL,
	"published_at_ms" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "haul_choices" (
	"reservation_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"truck" text COLLATE "C" NOT NULL,
	"empty_return_pct" bigint NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"at_ms" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "ledger_corrections" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"handover_id" text COLLATE "C" NOT NULL,
	"corrects_seq" bigint NOT NULL,
	"mass_g" bigint NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	"note" text COLLATE "C" DEFAULT '' NOT NULL,
	"asked_by" text COLLATE "C" NOT NULL,
	"asked_by_user_id" text COLLATE "C" NOT NULL,
	"asked_at_ms" bigint NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"decided_by_user_id" text COLLATE "C",
	"decided_at_ms" bigint,
	"answer" text COLLATE "C" DEFAULT '' NOT NULL,
	CONSTRAINT "ledger_corrections_mass" CHECK ("ledger_corrections"."mass_g" >= 0)
);

--> statement-breakpoint
CREATE TABLE "ledger_heads" (
	"day" text COLLATE "C" PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	"published_at_ms" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "ledger_rows" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"kind" text COLLATE "C" DEFAULT 'handover' NOT NULL,
	"handover_id" text COLLATE "C" NOT NULL,
	"from_site_id" text COLLATE "C" NOT NULL,
	"from_commune_code" text COLLATE "C" NOT NULL,
	"to_commune_code" text COLLATE "C",
	"material" text COLLATE "C" NOT NULL,
	"mass_g" bigint NOT NULL,
	"straight_m" bigint,
	"net_avoided_g_co2e" bigint,
	"net_low_g_co2e" bigint,
	"net_high_g_co2e" bigint,
	"factor_version" text COLLATE "C",
	"truck" text COLLATE "C",
	"empty_return_pct" bigint,
	"handed_over_on" text COLLATE "C" NOT NULL,
	"recorded_at_ms" bigint NOT NULL,
	"corrects_seq" bigint,
	"correction_id" text COLLATE "C",
	"reason" text COLLATE "C",
	"decided_by" text COLLATE "C",
	"prev_hash" text COLLATE "C",
	"hash" text COLLATE "C",
	CONSTRAINT "ledger_rows_hash_unique" UNIQUE("hash"),
	CONSTRAINT "ledger_mass" CHECK (("ledger_rows"."kind" = 'reversal' AND "ledger_rows"."mass_g" < 0) OR ("ledger_rows"."kind" <> 'reversal' AND "ledger_rows"."mass_g" > 0)),
	CONSTRAINT "ledger_corrects" CHECK (("ledger_rows"."kind" = 'handover') = ("ledger_rows"."corrects_seq" IS NULL))
);

--> statement-breakpoint
CREATE TABLE "alert_hits" (
	"search_id" text COLLATE "C" NOT NULL,
	"item_id" text COLLATE "C" NOT NULL,
	"pace" text COLLATE "C",
	"found_at_ms" bigint NOT NULL,
	"settled_at_ms" bigint,
	"mail_id" text COLLATE "C",
	CONSTRAINT "alert_hits_pk" PRIMARY KEY("search_id","item_id")
);

--> statement-breakpoint
CREATE TABLE "alert_mails" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"user_id" text COLLATE "C",
	"subscriber_id" text COLLATE "C",
	"pace" text COLLATE "C" NOT NULL,
	"created_at_ms" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "alert_requests" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"at_ms" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "alert_subscribers" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"email" text COLLATE "C" NOT NULL,
	"locale" text COLLATE "C" NOT NULL,
	"created_at_ms" bigint NOT NULL,
	CONSTRAINT "alert_subscribers_email_unique" UNIQUE("email")
);

--> statement-breakpoint
CREATE TABLE "calendar_links" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"created_at_ms" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "saved_searches" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"user_id" text COLLATE "C",
	"organisation_id" text COLLATE "C",
	"subscriber_id" text COLLATE "C",
	"subject" text COLLATE "C" NOT NULL,
	"query" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"pace" text COLLATE "C" NOT NULL,
	"paused_at_ms" bigint,
	"confirmed_at_ms" bigint,
	"seen_at_ms" bigint NOT NULL,
	"created_at_ms" bigint NOT NULL,
	"updated_at_ms" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "pickup_offers" (
	"reservation_id" text COLLATE "C" NOT NULL,
	"on_day" text COLLATE "C" NOT NULL,
	"part" text COLLATE "C" NOT NULL,
	"offered_by_user_id" text COLLATE "C" NOT NULL,
	"offered_at_ms" bigint NOT NULL,
	CONSTRAINT "pickup_offers_pk" PRIMARY KEY("reservation_id","on_day","part")
);

--> statement-breakpoint
CREATE TABLE "reservation_disputes" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"reservation_id" text COLLATE "C" NOT NULL,
	"opened_by" text COLLATE "C" NOT NULL,
	"opened_by_user_id" text COLLATE "C" NOT NULL,
	"cause" text COLLATE "C" NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	"opened_at_ms" bigint NOT NULL,
	"proposed_outcome" text COLLATE "C",
	"proposed_by" text COLLATE "C",
	"proposed_note" text COLLATE "C" DEFAULT '' NOT NULL,
	"outcome" text COLLATE "C",
	"settled_by" text COLLATE "C",
	"settled_note" text COLLATE "C" DEFAULT '' NOT NULL,
	"settled_at_ms" bigint
);

--> statement-breakpoint
CREATE TABLE "reservation_messages" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"reservation_id" text COLLATE "C" NOT NULL,
	"side" text COLLATE "C" NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	"sent_at_ms" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "reservation_reads" (
	"reservation_id" text COLLATE "C" NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"read_at_ms" bigint NOT NULL,
	CONSTRAINT "reservation_reads_pk" PRIMARY KEY("reservation_id","user_id")
);

--> statement-breakpoint
CREATE TABLE "used_act_links" (
	"link_hash" text COLLATE "C" PRIMARY KEY NOT NULL,
	"reservation_id" text COLLATE "C" NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"act" text COLLATE "C" NOT NULL,
	"used_at_ms" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "attribution_decisions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"reservation_id" text COLLATE "C" NOT NULL,
	"lot_id" text COLLATE "C" NOT NULL,
	"giver_organisation_id" text COLLATE "C" NOT NULL,
	"taker_organisation_id" text COLLATE "C" NOT NULL,
	"outcome" text COLLATE "C" NOT NULL,
	"decided_by_user_id" text COLLATE "C",
	"criteria" text COLLATE "C" NOT NULL,
	"criteria_source" text COLLATE "C" NOT NULL,
	"ranking" text COLLATE "C" NOT NULL,
	"is_against" boolean NOT NULL,
	"criterion" text COLLATE "C",
	"reason" text COLLATE "C" DEFAULT '' NOT NULL,
	"checks" text COLLATE "C" NOT NULL,
	"rules_version" text COLLATE "C",
	"decided_at_ms" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "attribution_profiles" (
	"organisation_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"criteria" text COLLATE "C",
	"delegation_reference" text COLLATE "C",
	"delegation_on" text COLLATE "C",
	"updated_at_ms" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "cession_terms" (
	"lot_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"market_unit_cents" bigint,
	"below_market_reason" text COLLATE "C" DEFAULT '' NOT NULL,
	"deliberation_reference" text COLLATE "C",
	"deliberation_on" text COLLATE "C",
	"updated_at_ms" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "lot_criteria" (
	"lot_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"criteria" text COLLATE "C" NOT NULL,
	"source" text COLLATE "C" NOT NULL,
	"updated_at_ms" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "public_rules" (
	"version" text COLLATE "C" PRIMARY KEY NOT NULL,
	"rules" text COLLATE "C" NOT NULL,
	"valid_from" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	"set_by_user_id" text COLLATE "C" NOT NULL,
	"set_at_ms" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "resale_undertakings" (
	"reservation_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"at_ms" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "audit_anchors" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	"before_ms" bigint NOT NULL,
	"at_ms" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "audit_rows" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"at_ms" bigint NOT NULL,
	"actor_user_id" text COLLATE "C",
	"organisation_id" text COLLATE "C",
	"action" text COLLATE "C" NOT NULL,
	"object_kind" text COLLATE "C" NOT NULL,
	"object_id" text COLLATE "C",
	"outcome" text COLLATE "C" NOT NULL,
	"request_id" text COLLATE "C",
	"address" text COLLATE "C",
	"details" text COLLATE "C" NOT NULL,
	"prev_hash" text COLLATE "C" NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	CONSTRAINT "audit_rows_hash_unique" UNIQUE("hash")
);

--> statement-breakpoint
CREATE TABLE "basket_lines" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"basket_id" text COLLATE "C" NOT NULL,
	"position" bigint NOT NULL,
	"label" text COLLATE "C" NOT NULL,
	"material" text COLLATE "C",
	"unit" text COLLATE "C" NOT NULL,
	"quantity_milli" bigint NOT NULL,
	"new_unit_price_cents" bigint
);

--> statement-breakpoint
CREATE TABLE "baskets" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"author_user_id" text COLLATE "C" NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"commune_code" text COLLATE "C" NOT NULL,
	"needed_from" text COLLATE "C" NOT NULL,
	"needed_until" text COLLATE "C" NOT NULL,
	"radius_km" bigint NOT NULL,
	"min_condition" bigint NOT NULL,
	"created_at_ms" bigint NOT NULL,
	"updated_at_ms" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "commune_mails" (
	"user_id" text COLLATE "C" NOT NULL,
	"commune_code" text COLLATE "C" NOT NULL,
	"since_ms" bigint NOT NULL,
	CONSTRAINT "commune_mails_pk" PRIMARY KEY("user_id","commune_code")
);

--> statement-breakpoint
CREATE TABLE "commune_purchases" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"commune_code" text COLLATE "C" NOT NULL,
	"year" bigint NOT NULL,
	"label" text COLLATE "C" NOT NULL,
	"amount_cents" bigint NOT NULL,
	"reused_bp" bigint NOT NULL,
	"recycled_bp" bigint NOT NULL,
	"created_by_user_id" text COLLATE "C" NOT NULL,
	"created_at_ms" bigint NOT NULL,
	CONSTRAINT "commune_purchases_amount" CHECK ("commune_purchases"."amount_cents" >= 0),
	CONSTRAINT "commune_purchases_shares" CHECK ("commune_purchases"."reused_bp" >= 0 and "commune_purchases"."recycled_bp" >= 0 and "commune_purchases"."reused_bp" + "commune_purchases"."recycled_bp" <= 10000)
);

--> statement-breakpoint
CREATE TABLE "classifications" (
	"photo_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"model_version" text COLLATE "C" NOT NULL,
	"verdict" text COLLATE "C" NOT NULL,
	"candidates" text COLLATE "C" NOT NULL,
	"inference_ms" bigint NOT NULL,
	"classified_at_ms" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "classifier_use" (
	"month" text COLLATE "C" NOT NULL,
	"purpose" text COLLATE "C" NOT NULL,
	"photos" bigint NOT NULL,
	"cpu_ms" bigint NOT NULL,
	CONSTRAINT "classifier_use_pk" PRIMARY KEY("month","purpose")
);

--> statement-breakpoint
CREATE TABLE "photo_embeddings" (
	"photo_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"model_version" text COLLATE "C" NOT NULL,
	"vector" "bytea" NOT NULL
);

--> statement-breakpoint
CREATE TABLE "communes" (
	"code" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"departement" text COLLATE "C" NOT NULL,
	"ept_code" text COLLATE "C",
	"ept_name" text COLLATE "C",
	"population" bigint NOT NULL,
	"lat" double precision NOT NULL,
	"lon" double precision NOT NULL,
	"tile_column" bigint NOT NULL,
	"tile_row" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "contact_messages" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"email" text COLLATE "C" NOT NULL,
	"topic" text COLLATE "C" NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	"path" text COLLATE "C" DEFAULT '' NOT NULL,
	"user_id" text COLLATE "C",
	"created_at_ms" bigint NOT NULL,
	"handled_at_ms" bigint,
	"handled_by_user_id" text COLLATE "C"
);

--> statement-breakpoint
CREATE TABLE "directory_places" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"commune_code" text COLLATE "C" NOT NULL,
	"address" text COLLATE "C" DEFAULT '' NOT NULL,
	"lat" double precision,
	"lon" double precision,
	"materials" text COLLATE "C" NOT NULL,
	"services" text COLLATE "C" NOT NULL,
	"hours" text COLLATE "C" DEFAULT '' NOT NULL,
	"conditions" text COLLATE "C" DEFAULT '' NOT NULL,
	"website" text COLLATE "C" DEFAULT '' NOT NULL,
	"phone" text COLLATE "C" DEFAULT '' NOT NULL,
	"email" text COLLATE "C" DEFAULT '' NOT NULL,
	"siret" text COLLATE "C",
	"state" text COLLATE "C" NOT NULL,
	"checked_on" text COLLATE "C",
	"checked_by_user_id" text COLLATE "C",
	"reason" text COLLATE "C" DEFAULT '' NOT NULL,
	"proposed_by_organisation_id" text COLLATE "C" NOT NULL,
	"proposed_by_user_id" text COLLATE "C" NOT NULL,
	"created_at_ms" bigint NOT NULL,
	"updated_at_ms" bigint NOT NULL,
	CONSTRAINT "directory_places_position" CHECK (("directory_places"."lat" is null) = ("directory_places"."lon" is null)),
	CONSTRAINT "directory_places_checked" CHECK ("directory_places"."state" <> 'published' or "directory_places"."checked_on" is not null)
);

--> statement-breakpoint
CREATE TABLE "labelled_examples" (
	"photo_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"material" text COLLATE "C",
	"label" text COLLATE "C",
	"origin" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"decided_by" text COLLATE "C",
	"model_version" text COLLATE "C",
	"said_material" text COLLATE "C",
	"source" text COLLATE "C",
	"licence" text COLLATE "C",
	"kept_since_ms" bigint NOT NULL,
	"decided_at_ms" bigint NOT NULL,
	CONSTRAINT "labelled_examples_accepted" CHECK ("labelled_examples"."state" <> 'accepted' or "labelled_examples"."label" is not null),
	CONSTRAINT "labelled_examples_folder" CHECK (("labelled_examples"."source" is null) = ("labelled_examples"."licence" is null))
);

--> statement-breakpoint
CREATE TABLE "handover_files" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"reservation_id" text COLLATE "C" NOT NULL,
	"side" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"storage_key" text COLLATE "C" NOT NULL,
	"sha256" text COLLATE "C" NOT NULL,
	"file_sha256" text COLLATE "C",
	"is_synthetic" boolean DEFAULT false NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"created_at_ms" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "handover_paper_files" (
	"number" text COLLATE "C" NOT NULL,
	"locale" text COLLATE "C" NOT NULL,
	"storage_key" text COLLATE "C" NOT NULL,
	"sha256" text COLLATE "C" NOT NULL,
	"size_bytes" bigint NOT NULL,
	"drawn_at_ms" bigint NOT NULL,
	CONSTRAINT "handover_paper_files_pk" PRIMARY KEY("number","locale")
);

--> statement-breakpoint
CREATE TABLE "handover_papers" (
	"number" text COLLATE "C" PRIMARY KEY NOT NULL,
	"handover_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"facts" text COLLATE "C" NOT NULL,
	"facts_sha256" text COLLATE "C" NOT NULL,
	"issued_at_ms" bigint NOT NULL,
	CONSTRAINT "handover_papers_hash" CHECK (length("handover_papers"."facts_sha256") = 64)
);

--> statement-breakpoint
CREATE TABLE "web_vitals" (
	"day" text COLLATE "C" NOT NULL,
	"metric" text COLLATE "C" NOT NULL,
	"page" text COLLATE "C" NOT NULL,
	"bucket" bigint NOT NULL,
	"count" bigint NOT NULL,
	CONSTRAINT "web_vitals_pk" PRIMARY KEY("day","metric","page","bucket")
);

--> statement-breakpoint
CREATE TABLE "account_tokens" (
	"id_hash" text COLLATE "C" PRIMARY KEY NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"user_id" text COLLATE "C",
	"email" text COLLATE "C" NOT NULL,
	"organisation_id" text COLLATE "C",
	"role" text COLLATE "C",
	"created_by_user_id" text COLLATE "C",
	"created_at_ms" bigint NOT NULL,
	"expires_at_ms" bigint NOT NULL,
	"used_at_ms" bigint
);

--> statement-breakpoint
CREATE TABLE "notification_preferences" (
	"user_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"email" text COLLATE "C" NOT NULL,
	CONSTRAINT "notification_preferences_pk" PRIMARY KEY("user_id","kind")
);

--> statement-breakpoint
CREATE TABLE "sessions" (
	"id_hash" text COLLATE "C" PRIMARY KEY NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"organisation_id" text COLLATE "C",
	"device" text COLLATE "C" DEFAULT '' NOT NULL,
	"is_half" boolean DEFAULT false NOT NULL,
	"second_factor_at_ms" bigint,
	"proven_at_ms" bigint,
	"created_at_ms" bigint NOT NULL,
	"last_seen_at_ms" bigint NOT NULL,
	"expires_at_ms" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "users" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"email" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"password_hash" text COLLATE "C",
	"phone" text COLLATE "C",
	"email_verified_at_ms" bigint,
	"suspended_at_ms" bigint,
	"locale" text COLLATE "C" DEFAULT 'fr' NOT NULL,
	"created_at_ms" bigint NOT NULL,
	CONSTRAINT "users_email_unique" UNIQUE("email")
);

--> statement-breakpoint
CREATE TABLE "import_mappings" (
	"organisation_id" text COLLATE "C" NOT NULL,
	"heads_key" text COLLATE "C" NOT NULL,
	"mapping" text COLLATE "C" NOT NULL,
	"updated_at_ms" bigint NOT NULL,
	CONSTRAINT "import_mappings_pk" PRIMARY KEY("organisation_id","heads_key")
);

--> statement-breakpoint
CREATE TABLE "import_rows" (
	"import_id" text COLLATE "C" NOT NULL,
	"row" bigint NOT NULL,
	"cells" text COLLATE "C" NOT NULL,
	"corrections" text COLLATE "C" DEFAULT '{}' NOT NULL,
	"is_skipped" boolean DEFAULT false NOT NULL,
	CONSTRAINT "import_rows_pk" PRIMARY KEY("import_id","row")
);

--> statement-breakpoint
CREATE TABLE "imports" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"site_id" text COLLATE "C" NOT NULL,
	"author_user_id" text COLLATE "C" NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"file_name" text COLLATE "C" NOT NULL,
	"sha256" text COLLATE "C" NOT NULL,
	"storage_key" text COLLATE "C",
	"sheet" text COLLATE "C",
	"sheets" text COLLATE "C" DEFAULT '[]' NOT NULL,
	"head_row" bigint,
	"revision" bigint DEFAULT 0 NOT NULL,
	"heads" text COLLATE "C" NOT NULL,
	"mapping" text COLLATE "C" NOT NULL,
	"materials" text COLLATE "C" DEFAULT '{}' NOT NULL,
	"with_drafts" boolean DEFAULT false NOT NULL,
	"choices" text COLLATE "C",
	"row_count" bigint NOT NULL,
	"done_count" bigint DEFAULT 0 NOT NULL,
	"failure" text COLLATE "C",
	"created_at_ms" bigint NOT NULL,
	"finished_at_ms" bigint,
	"undone_at_ms" bigint
);

--> statement-breakpoint
CREATE TABLE "staged_lines" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"import_id" text COLLATE "C" NOT NULL,
	"material" text COLLATE "C" NOT NULL,
	"product" text COLLATE "C" NOT NULL,
	"quantity_milli" bigint NOT NULL,
	"unit" text COLLATE "C" NOT NULL,
	"mass_g" bigint NOT NULL,
	"mass_estimated" boolean NOT NULL,
	"reusable_mass_g" bigint NOT NULL,
	"position" bigint NOT NULL,
	"dimensions" text COLLATE "C" NOT NULL,
	"assembly" text COLLATE "C" NOT NULL,
	"condition" bigint,
	"location" text COLLATE "C" NOT NULL,
	"reusability" text COLLATE "C" NOT NULL,
	"precautions" text COLLATE "C" NOT NULL,
	CONSTRAINT "staged_lines_masses" CHECK ("staged_lines"."mass_g" >= 0 and "staged_lines"."reusable_mass_g" >= 0 and "staged_lines"."reusable_mass_g" <= "staged_lines"."mass_g")
);

--> statement-breakpoint
CREATE TABLE "staged_wastes" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"import_id" text COLLATE "C" NOT NULL,
	"family" text COLLATE "C" NOT NULL,
	"waste_code" text COLLATE "C" NOT NULL,
	"label" text COLLATE "C" NOT NULL,
	"mass_g" bigint NOT NULL,
	"outlet" text COLLATE "C" NOT NULL
);

--> statement-breakpoint
CREATE TABLE "kept_lots" (
	"user_id" text COLLATE "C" NOT NULL,
	"lot_id" text COLLATE "C" NOT NULL,
	"kept_at_ms" bigint NOT NULL,
	CONSTRAINT "kept_lots_pk" PRIMARY KEY("user_id","lot_id")
);

--> statement-breakpoint
CREATE TABLE "label_codes" (
	"code" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"lot_id" text COLLATE "C",
	"draft_id" text COLLATE "C",
	"item" bigint,
	"batch_id" text COLLATE "C",
	"claimed_by_user_id" text COLLATE "C",
	"claimed_at_ms" bigint,
	"created_at_ms" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "label_scans" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"code" text COLLATE "C" NOT NULL,
	"act" text COLLATE "C" NOT NULL,
	"reservation_id" text COLLATE "C",
	"user_id" text COLLATE "C" NOT NULL,
	"at_ms" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text COLLATE "C" PRIMARY KEY NOT NULL,
	"used" bigint NOT NULL,
	"until_ms" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "lot_attachments" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"lot_id" text COLLATE "C",
	"kind" text COLLATE "C" NOT NULL,
	"file_name" text COLLATE "C" NOT NULL,
	"storage_key" text COLLATE "C" NOT NULL,
	"size_bytes" bigint NOT NULL,
	"sha256" text COLLATE "C" NOT NULL,
	"created_at_ms" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "lot_attributes" (
	"lot_id" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"number_milli" bigint,
	"word" text COLLATE "C",
	CONSTRAINT "lot_attributes_pk" PRIMARY KEY("lot_id","key")
);

--> statement-breakpoint
CREATE TABLE "lot_drafts" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"author_user_id" text COLLATE "C" NOT NULL,
	"answers" text COLLATE "C" NOT NULL,
	"import_id" text COLLATE "C",
	"created_at_ms" bigint NOT NULL,
	"updated_at_ms" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "lot_shares" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"lot_id" text COLLATE "C" NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"token_hash" text COLLATE "C" NOT NULL,
	"created_by_user_id" text COLLATE "C" NOT NULL,
	"created_at_ms" bigint NOT NULL,
	"expires_at_ms" bigint NOT NULL,
	"revoked_at_ms" bigint,
	CONSTRAINT "lot_shares_token_hash_unique" UNIQUE("token_hash")
);

--> statement-breakpoint
CREATE TABLE "lots" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"reference" text COLLATE "C" NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"site_id" text COLLATE "C" NOT NULL,
	"inventory_line_id" text COLLATE "C",
	"commune_code" text COLLATE "C" NOT NULL,
	"material" text COLLATE "C" NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"description" text COLLATE "C" DEFAULT '' NOT NULL,
	"search_text" text COLLATE "C" NOT NULL,
	"unit" text COLLATE "C" NOT NULL,
	"quantity_milli" bigint NOT NULL,
	"available_milli" bigint NOT NULL,
	"mass_g" bigint,
	"mass_estimated" boolean DEFAULT false NOT NULL,
	"condition" bigint NOT NULL,
	"available_from" text COLLATE "C" NOT NULL,
	"available_until" text COLLATE "C" NOT NULL,
	"is_whole" boolean DEFAULT false NOT NULL,
	"min_take_milli" bigint,
	"unit_price_cents" bigint DEFAULT 0 NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"attributes" text COLLATE "C" DEFAULT '{}' NOT NULL,
	"hazards" text COLLATE "C" DEFAULT '[]' NOT NULL,
	"packaging" text COLLATE "C",
	"volume_l" bigint,
	"vehicle" text COLLATE "C",
	"access" text COLLATE "C" DEFAULT '' NOT NULL,
	"removal" text COLLATE "C",
	"provenance" text COLLATE "C" DEFAULT '' NOT NULL,
	"quantity_verified" boolean DEFAULT false NOT NULL,
	"storage_until" text COLLATE "C",
	"ceding_right" text COLLATE "C" DEFAULT 'owner' NOT NULL,
	"public_from" text COLLATE "C" DEFAULT '0000-00-00' NOT NULL,
	"territory" text COLLATE "C",
	"territory_code" text COLLATE "C",
	"territory_from" text COLLATE "C",
	"material_source" text COLLATE "C" NOT NULL,
	"published_at_ms" bigint NOT NULL,
	"created_at_ms" bigint NOT NULL,
	"updated_at_ms" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "lots_reference_unique" UNIQUE("reference"),
	CONSTRAINT "lots_stock" CHECK ("lots"."quantity_milli" > 0 and "lots"."available_milli" >= 0 and "lots"."available_milli" <= "lots"."quantity_milli"),
	CONSTRAINT "lots_condition" CHECK ("lots"."condition" between 1 and 5)
);

--> statement-breakpoint
CREATE TABLE "allocation_parts" (
	"plan_id" text COLLATE "C" NOT NULL,
	"lot_id" text COLLATE "C" NOT NULL,
	"need_id" text COLLATE "C" NOT NULL,
	"quantity_milli" bigint NOT NULL,
	"net_g" bigint,
	"mass_g" bigint,
	"score_centi" bigint NOT NULL,
	"critical_on" text COLLATE "C" NOT NULL,
	CONSTRAINT "allocation_parts_pk" PRIMARY KEY("plan_id","lot_id","need_id")
);

--> statement-breakpoint
CREATE TABLE "allocation_plans" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"computed_at_ms" bigint NOT NULL,
	"day" text COLLATE "C" NOT NULL,
	"change_seq" bigint NOT NULL,
	"formula_version" text COLLATE "C" NOT NULL,
	"weights_version" text COLLATE "C" NOT NULL,
	"factor_version" text COLLATE "C" NOT NULL,
	"summary" text COLLATE "C" NOT NULL
);

--> statement-breakpoint
CREATE TABLE "match_computations" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"pair_id" text COLLATE "C" NOT NULL,
	"lot_side" text COLLATE "C" NOT NULL,
	"need_side" text COLLATE "C" NOT NULL,
	"formula_version" text COLLATE "C" NOT NULL,
	"weights_version" text COLLATE "C" NOT NULL,
	"factor_version" text COLLATE "C" NOT NULL,
	"score_centi" bigint NOT NULL,
	"parts_centi" text COLLATE "C" NOT NULL,
	"computed_at_ms" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "match_pairs" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"lot_id" text COLLATE "C" NOT NULL,
	"need_id" text COLLATE "C" NOT NULL,
	"giver_organisation_id" text COLLATE "C" NOT NULL,
	"taker_organisation_id" text COLLATE "C" NOT NULL,
	"origin" text COLLATE "C" NOT NULL,
	"score_centi" bigint NOT NULL,
	"is_stale" boolean DEFAULT false NOT NULL,
	"proposed_at_ms" bigint NOT NULL,
	"contacted_at_ms" bigint,
	"contacted_by_organisation_id" text COLLATE "C",
	"dismissed_at_ms" bigint,
	"dismissed_by_organisation_id" text COLLATE "C",
	"dismissed_reason" text COLLATE "C",
	"dismissed_note" text COLLATE "C" DEFAULT '' NOT NULL,
	"updated_at_ms" bigint NOT NULL,
	CONSTRAINT "match_pairs_score" CHECK ("match_pairs"."score_centi" between 0 and 10000)
);

--> statement-breakpoint
CREATE TABLE "match_weights" (
	"version" text COLLATE "C" PRIMARY KEY NOT NULL,
	"weights" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" DEFAULT '' NOT NULL,
	"set_by_user_id" text COLLATE "C" NOT NULL,
	"set_at_ms" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "moderation_decisions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"subject_kind" text COLLATE "C" NOT NULL,
	"subject_id" text COLLATE "C" NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"act" text COLLATE "C" NOT NULL,
	"ground" text COLLATE "C" NOT NULL,
	"statement" text COLLATE "C" NOT NULL,
	"former_status" text COLLATE "C",
	"decided_by_user_id" text COLLATE "C" NOT NULL,
	"decided_at_ms" bigint NOT NULL,
	"appeal_text" text COLLATE "C",
	"appealed_by_user_id" text COLLATE "C",
	"appealed_at_ms" bigint,
	"appeal_outcome" text COLLATE "C",
	"appeal_answer" text COLLATE "C",
	"appeal_decided_by_user_id" text COLLATE "C",
	"appeal_decided_at_ms" bigint,
	"superseded_at_ms" bigint
);

--> statement-breakpoint
CREATE TABLE "reports" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"subject_kind" text COLLATE "C" NOT NULL,
	"subject_id" text COLLATE "C" NOT NULL,
	"photo_id" text COLLATE "C",
	"reason" text COLLATE "C" NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	"user_id" text COLLATE "C",
	"email" text COLLATE "C" NOT NULL,
	"locale" text COLLATE "C" NOT NULL,
	"created_at_ms" bigint NOT NULL,
	"confirmed_at_ms" bigint,
	"decision_id" text COLLATE "C"
);

--> statement-breakpoint
CREATE TABLE "needs" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"site_id" text COLLATE "C",
	"commune_code" text COLLATE "C" NOT NULL,
	"material" text COLLATE "C" NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"description" text COLLATE "C" DEFAULT '' NOT NULL,
	"search_text" text COLLATE "C" DEFAULT '' NOT NULL,
	"attributes" text COLLATE "C" DEFAULT '{}' NOT NULL,
	"unit" text COLLATE "C" NOT NULL,
	"quantity_milli" bigint NOT NULL,
	"open_milli" bigint NOT NULL,
	"needed_from" text COLLATE "C" NOT NULL,
	"needed_until" text COLLATE "C" NOT NULL,
	"radius_km" bigint NOT NULL,
	"min_condition" bigint NOT NULL,
	"budget_unit_cents" bigint,
	"status" text COLLATE "C" NOT NULL,
	"created_at_ms" bigint NOT NULL,
	"updated_at_ms" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "needs_quantity" CHECK ("needs"."quantity_milli" > 0 and "needs"."open_milli" >= 0 and "needs"."open_milli" <= "needs"."quantity_milli"),
	CONSTRAINT "needs_condition" CHECK ("needs"."min_condition" between 1 and 5),
	CONSTRAINT "needs_radius" CHECK ("needs"."radius_km" between 1 and 100)
);

--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"params" text COLLATE "C" NOT NULL,
	"path" text COLLATE "C" NOT NULL,
	"pace" text COLLATE "C",
	"dedupe_key" text COLLATE "C" NOT NULL,
	"created_at_ms" bigint NOT NULL,
	"read_at_ms" bigint
);

--> statement-breakpoint
CREATE TABLE "external_identities" (
	"issuer" text COLLATE "C" NOT NULL,
	"subject" text COLLATE "C" NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"email" text COLLATE "C" DEFAULT '' NOT NULL,
	"created_at_ms" bigint NOT NULL,
	"last_used_at_ms" bigint NOT NULL,
	CONSTRAINT "external_identities_pk" PRIMARY KEY("issuer","subject")
);

--> statement-breakpoint
CREATE TABLE "membership_requests" (
	"user_id" text COLLATE "C" NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"asked_at_ms" bigint NOT NULL,
	"decision" text COLLATE "C",
	"decided_at_ms" bigint,
	"decided_by_user_id" text COLLATE "C",
	CONSTRAINT "membership_requests_pk" PRIMARY KEY("user_id","organisation_id")
);

--> statement-breakpoint
CREATE TABLE "openid_attempts" (
	"id_hash" text COLLATE "C" PRIMARY KEY NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"payload" text COLLATE "C" NOT NULL,
	"expires_at_ms" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "openid_sessions" (
	"session_id_hash" text COLLATE "C" PRIMARY KEY NOT NULL,
	"id_token" text COLLATE "C" NOT NULL
);

--> statement-breakpoint
CREATE TABLE "memberships" (
	"user_id" text COLLATE "C" NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"role" text COLLATE "C" NOT NULL,
	"created_at_ms" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "memberships_pk" PRIMARY KEY("user_id","organisation_id")
);

--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"siret" text COLLATE "C",
	"kind" text COLLATE "C" NOT NULL,
	"is_giver" boolean DEFAULT false NOT NULL,
	"is_taker" boolean DEFAULT false NOT NULL,
	"commune_code" text COLLATE "C",
	"suspended_at_ms" bigint,
	"shares_photos_since_ms" bigint,
	"analyses_photos" boolean DEFAULT true NOT NULL,
	"created_at_ms" bigint NOT NULL,
	CONSTRAINT "organisations_siret_unique" UNIQUE("siret")
);

--> statement-breakpoint
CREATE TABLE "photo_blurs" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"photo_id" text COLLATE "C" NOT NULL,
	"zones" text COLLATE "C" NOT NULL,
	"is_by_team" boolean NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"at_ms" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "photos" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"lot_id" text COLLATE "C",
	"message_id" text COLLATE "C",
	"handover_file_id" text COLLATE "C",
	"position" bigint DEFAULT 0 NOT NULL,
	"sha256" text COLLATE "C" NOT NULL,
	"storage_key" text COLLATE "C" NOT NULL,
	"files_sha256" text COLLATE "C",
	"width" bigint NOT NULL,
	"height" bigint NOT NULL,
	"is_synthetic" boolean DEFAULT false NOT NULL,
	"has_avif" boolean DEFAULT false NOT NULL,
	"created_at_ms" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "changes" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"entity" text COLLATE "C" NOT NULL,
	"entity_id" text COLLATE "C" NOT NULL,
	"at_ms" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "events" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"entity" text COLLATE "C" NOT NULL,
	"entity_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"actor_user_id" text COLLATE "C",
	"detail" text COLLATE "C" NOT NULL,
	"at_ms" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"payload" text COLLATE "C" NOT NULL,
	"dedupe_key" text COLLATE "C" NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"attempts" bigint DEFAULT 0 NOT NULL,
	"urgency" bigint DEFAULT 1 NOT NULL,
	"fair_key" text COLLATE "C",
	"round" bigint DEFAULT 0 NOT NULL,
	"run_at_ms" bigint NOT NULL,
	"lease_owner" text COLLATE "C",
	"lease_until_ms" bigint,
	"last_error" text COLLATE "C",
	"created_at_ms" bigint NOT NULL,
	"done_at_ms" bigint,
	"request_id" text COLLATE "C"
);

--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"topic" text COLLATE "C" NOT NULL,
	"payload" text COLLATE "C" NOT NULL,
	"created_at_ms" bigint NOT NULL,
	"dispatched_at_ms" bigint,
	"request_id" text COLLATE "C"
);

--> statement-breakpoint
CREATE TABLE "table_versions" (
	"name" text COLLATE "C" PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "programme_fiches" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"body" text COLLATE "C" NOT NULL,
	"materials" text COLLATE "C" NOT NULL,
	"topics" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" DEFAULT '' NOT NULL,
	"created_by_user_id" text COLLATE "C" NOT NULL,
	"created_at_ms" bigint NOT NULL,
	"updated_at_ms" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "programme_posts" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"parent_id" text COLLATE "C",
	"organisation_id" text COLLATE "C" NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	"hidden_at_ms" bigint,
	"hidden_reason" text COLLATE "C" DEFAULT '' NOT NULL,
	"created_at_ms" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "programme_materials" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"workshop_id" text COLLATE "C" NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"url" text COLLATE "C" NOT NULL,
	"storage_key" text COLLATE "C",
	"file_name" text COLLATE "C",
	"mime_type" text COLLATE "C",
	"size_bytes" bigint,
	"sha256" text COLLATE "C",
	"created_at_ms" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "programme_seats" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"workshop_id" text COLLATE "C" NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"commune_code" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"email" text COLLATE "C" NOT NULL,
	"role" text COLLATE "C" NOT NULL,
	"attended" boolean,
	"created_by_user_id" text COLLATE "C" NOT NULL,
	"created_at_ms" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "programme_workshops" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"audience" text COLLATE "C" NOT NULL,
	"on_day" text COLLATE "C" NOT NULL,
	"from_hour" text COLLATE "C" NOT NULL,
	"until_hour" text COLLATE "C" NOT NULL,
	"place" text COLLATE "C" NOT NULL,
	"programme" text COLLATE "C" NOT NULL,
	"places" bigint NOT NULL,
	"taken" bigint DEFAULT 0 NOT NULL,
	"cancelled_at_ms" bigint,
	"created_at_ms" bigint NOT NULL,
	"updated_at_ms" bigint NOT NULL,
	CONSTRAINT "programme_workshops_seats" CHECK ("programme_workshops"."taken" between 0 and "programme_workshops"."places")
);

--> statement-breakpoint
CREATE TABLE "programme_budget_lines" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"dossier_id" text COLLATE "C" NOT NULL,
	"label" text COLLATE "C" NOT NULL,
	"planned_cents" bigint NOT NULL,
	"committed_cents" bigint NOT NULL,
	"spent_cents" bigint NOT NULL,
	"created_at_ms" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "programme_criteria" (
	"version" bigint PRIMARY KEY NOT NULL,
	"criteria" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	"published_by_user_id" text COLLATE "C" NOT NULL,
	"published_at_ms" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "programme_dossiers" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"commune_code" text COLLATE "C" NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"aim" text COLLATE "C" DEFAULT '' NOT NULL,
	"sites" text COLLATE "C" DEFAULT '' NOT NULL,
	"referent" text COLLATE "C" DEFAULT '' NOT NULL,
	"referent_email" text COLLATE "C" DEFAULT '' NOT NULL,
	"elected" text COLLATE "C" DEFAULT '' NOT NULL,
	"start_month" text COLLATE "C",
	"months" bigint,
	"asked_cents" bigint,
	"target_mass_g" bigint,
	"target_rate_percent" bigint,
	"target_surveys" bigint,
	"other_target" text COLLATE "C" DEFAULT '' NOT NULL,
	"criteria_version" bigint,
	"submitted_at_ms" bigint,
	"decision_reason" text COLLATE "C" DEFAULT '' NOT NULL,
	"decided_at_ms" bigint,
	"decided_by_user_id" text COLLATE "C",
	"granted_cents" bigint,
	"started_on" text COLLATE "C",
	"ends_on" text COLLATE "C",
	"scaling" text COLLATE "C" DEFAULT '' NOT NULL,
	"created_by_user_id" text COLLATE "C" NOT NULL,
	"created_at_ms" bigint NOT NULL,
	"updated_at_ms" bigint NOT NULL,
	CONSTRAINT "programme_dossiers_months" CHECK ("programme_dossiers"."months" is null or "programme_dossiers"."months" between 1 and 12)
);

--> statement-breakpoint
CREATE TABLE "programme_fund" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"amount_cents" bigint NOT NULL,
	"granted_cents" bigint NOT NULL,
	"set_by_user_id" text COLLATE "C" NOT NULL,
	"updated_at_ms" bigint NOT NULL,
	CONSTRAINT "programme_fund_kept" CHECK ("programme_fund"."granted_cents" between 0 and "programme_fund"."amount_cents")
);

--> statement-breakpoint
CREATE TABLE "programme_milestones" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"dossier_id" text COLLATE "C" NOT NULL,
	"label" text COLLATE "C" NOT NULL,
	"due_on" text COLLATE "C" NOT NULL,
	"done_on" text COLLATE "C",
	"created_at_ms" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "programme_reports" (
	"dossier_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"results" text COLLATE "C" NOT NULL,
	"lessons" text COLLATE "C" NOT NULL,
	"difficulties" text COLLATE "C" NOT NULL,
	"sequel" text COLLATE "C" NOT NULL,
	"figures" text COLLATE "C",
	"submitted_at_ms" bigint,
	"updated_at_ms" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "programme_reviewers" (
	"user_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"added_by_user_id" text COLLATE "C" NOT NULL,
	"added_at_ms" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "programme_reviews" (
	"dossier_id" text COLLATE "C" NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"criteria_version" bigint NOT NULL,
	"scores" text COLLATE "C" NOT NULL,
	"comment" text COLLATE "C" DEFAULT '' NOT NULL,
	"updated_at_ms" bigint NOT NULL,
	CONSTRAINT "programme_reviews_pk" PRIMARY KEY("dossier_id","user_id","criteria_version")
);

--> statement-breakpoint
CREATE TABLE "handover_checks" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"reservation_id" text COLLATE "C" NOT NULL,
	"side" text COLLATE "C" NOT NULL,
	"counted_milli" bigint NOT NULL,
	"reason" text COLLATE "C",
	"difference" text COLLATE "C" DEFAULT '' NOT NULL,
	"items" text COLLATE "C" DEFAULT '[]' NOT NULL,
	"method" text COLLATE "C" DEFAULT 'counted' NOT NULL,
	"weighed_g" bigint,
	"slip_number" text COLLATE "C" DEFAULT '' NOT NULL,
	"slip_file_id" text COLLATE "C",
	"user_id" text COLLATE "C" NOT NULL,
	"counted_at_ms" bigint NOT NULL,
	"received_at_ms" bigint NOT NULL,
	CONSTRAINT "handover_checks_counted" CHECK ("handover_checks"."counted_milli" >= 0)
);

--> statement-breakpoint
CREATE TABLE "handover_confirmations" (
	"reservation_id" text COLLATE "C" NOT NULL,
	"side" text COLLATE "C" NOT NULL,
	"mass_g" bigint NOT NULL,
	"signed_name" text COLLATE "C" NOT NULL,
	"drawing" text COLLATE "C",
	"on_side" text COLLATE "C",
	"sorting" text COLLATE "C",
	"user_id" text COLLATE "C" NOT NULL,
	"at_ms" bigint NOT NULL,
	"received_at_ms" bigint,
	CONSTRAINT "handover_confirmations_pk" PRIMARY KEY("reservation_id","side"),
	CONSTRAINT "handover_confirmations_mass" CHECK ("handover_confirmations"."mass_g" > 0)
);

--> statement-breakpoint
CREATE TABLE "handovers" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"reservation_id" text COLLATE "C" NOT NULL,
	"handed_over_on" text COLLATE "C" NOT NULL,
	"mass_g" bigint NOT NULL,
	"quantity_milli" bigint NOT NULL,
	"legal_status" text COLLATE "C" NOT NULL,
	"sorting_operator" text COLLATE "C" NOT NULL,
	"sorted_on" text COLLATE "C",
	"sorting_evidence" text COLLATE "C" DEFAULT '' NOT NULL,
	"done_at_ms" bigint,
	"completed_at_ms" bigint NOT NULL,
	CONSTRAINT "handovers_reservation_id_unique" UNIQUE("reservation_id"),
	CONSTRAINT "handovers_mass" CHECK ("handovers"."mass_g" > 0)
);

--> statement-breakpoint
CREATE TABLE "reservations" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"lot_id" text COLLATE "C" NOT NULL,
	"need_id" text COLLATE "C",
	"giver_organisation_id" text COLLATE "C" NOT NULL,
	"taker_organisation_id" text COLLATE "C" NOT NULL,
	"taker_commune_code" text COLLATE "C",
	"taker_site_id" text COLLATE "C",
	"quantity_milli" bigint NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"message" text COLLATE "C" DEFAULT '' NOT NULL,
	"decision_reason" text COLLATE "C",
	"requested_by_user_id" text COLLATE "C" NOT NULL,
	"pickup_on" text COLLATE "C",
	"pickup_part" text COLLATE "C",
	"pickup_proposed_by" text COLLATE "C",
	"pickup_agreed_at_ms" bigint,
	"match_score" bigint,
	"created_at_ms" bigint NOT NULL,
	"decided_at_ms" bigint,
	"expires_at_ms" bigint,
	CONSTRAINT "reservations_quantity" CHECK ("reservations"."quantity_milli" > 0)
);

--> statement-breakpoint
CREATE TABLE "factor_trials" (
	"user_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"failures" bigint NOT NULL,
	"locked_until_ms" bigint
);

--> statement-breakpoint
CREATE TABLE "passkeys" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"public_key" text COLLATE "C" NOT NULL,
	"counter" bigint NOT NULL,
	"transports" text COLLATE "C" NOT NULL,
	"is_backed_up" boolean NOT NULL,
	"created_at_ms" bigint NOT NULL,
	"last_used_at_ms" bigint
);

--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"user_id" text COLLATE "C" NOT NULL,
	"code_hash" text COLLATE "C" NOT NULL,
	"salt" text COLLATE "C" NOT NULL,
	"created_at_ms" bigint NOT NULL,
	"used_at_ms" bigint,
	CONSTRAINT "recovery_codes_pk" PRIMARY KEY("user_id","code_hash")
);

--> statement-breakpoint
CREATE TABLE "totp_factors" (
	"user_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"sealed_secret" text COLLATE "C" NOT NULL,
	"last_step" bigint NOT NULL,
	"created_at_ms" bigint NOT NULL,
	"last_used_at_ms" bigint
);

--> statement-breakpoint
CREATE TABLE "webauthn_challenges" (
	"challenge_hash" text COLLATE "C" PRIMARY KEY NOT NULL,
	"purpose" text COLLATE "C" NOT NULL,
	"session_id_hash" text COLLATE "C",
	"expires_at_ms" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text COLLATE "C" PRIMARY KEY NOT NULL,
	"value" text COLLATE "C" NOT NULL,
	"updated_at_ms" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "photo_sightings" (
	"photo_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"detector_version" text COLLATE "C" NOT NULL,
	"sightings" text COLLATE "C" NOT NULL,
	"took_ms" bigint NOT NULL,
	"looked_at_ms" bigint NOT NULL,
	"dismissed_by_user_id" text COLLATE "C",
	"dismissed_at_ms" bigint
);

--> statement-breakpoint
CREATE TABLE "closing_entries" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"site_id" text COLLATE "C" NOT NULL,
	"inventory_line_id" text COLLATE "C",
	"inventory_waste_id" text COLLATE "C",
	"outcome" text COLLATE "C" NOT NULL,
	"label" text COLLATE "C" NOT NULL,
	"mass_g" bigint NOT NULL,
	"operator" text COLLATE "C" DEFAULT '' NOT NULL,
	"waste_code" text COLLATE "C" DEFAULT '' NOT NULL,
	"evidence" text COLLATE "C" DEFAULT '' NOT NULL,
	"created_by_user_id" text COLLATE "C" NOT NULL,
	"created_at_ms" bigint NOT NULL,
	CONSTRAINT "closing_entries_mass" CHECK ("closing_entries"."mass_g" > 0)
);

--> statement-breakpoint
CREATE TABLE "closing_gaps" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"site_id" text COLLATE "C" NOT NULL,
	"inventory_line_id" text COLLATE "C",
	"inventory_waste_id" text COLLATE "C",
	"gap_g" bigint NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	"note" text COLLATE "C" DEFAULT '' NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"at_ms" bigint NOT NULL,
	CONSTRAINT "closing_gaps_inventory_line_id_unique" UNIQUE("inventory_line_id"),
	CONSTRAINT "closing_gaps_inventory_waste_id_unique" UNIQUE("inventory_waste_id"),
	CONSTRAINT "closing_gaps_target" CHECK (("closing_gaps"."inventory_line_id" is null) <> ("closing_gaps"."inventory_waste_id" is null))
);

--> statement-breakpoint
CREATE TABLE "closing_records" (
	"site_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"works_ended_on" text COLLATE "C",
	"author" text COLLATE "C" DEFAULT '' NOT NULL,
	"client" text COLLATE "C" DEFAULT '' NOT NULL,
	"comment" text COLLATE "C" DEFAULT '' NOT NULL,
	"state" text COLLATE "C" DEFAULT 'draft' NOT NULL,
	"revision" bigint DEFAULT 0 NOT NULL,
	"updated_at_ms" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "inventories" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"site_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"surveyed_on" text COLLATE "C" NOT NULL,
	"surveyor" text COLLATE "C" DEFAULT '' NOT NULL,
	"created_at_ms" bigint NOT NULL,
	CONSTRAINT "inventories_site_id_unique" UNIQUE("site_id")
);

--> statement-breakpoint
CREATE TABLE "inventory_lines" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"inventory_id" text COLLATE "C" NOT NULL,
	"material" text COLLATE "C" NOT NULL,
	"product" text COLLATE "C" NOT NULL,
	"quantity_milli" bigint NOT NULL,
	"unit" text COLLATE "C" NOT NULL,
	"mass_g" bigint NOT NULL,
	"mass_estimated" boolean DEFAULT false NOT NULL,
	"reusable_mass_g" bigint NOT NULL,
	"position" bigint DEFAULT 0 NOT NULL,
	"dimensions" text COLLATE "C" DEFAULT '' NOT NULL,
	"assembly" text COLLATE "C" DEFAULT '' NOT NULL,
	"condition" bigint,
	"location" text COLLATE "C" DEFAULT '' NOT NULL,
	"reusability" text COLLATE "C" DEFAULT '' NOT NULL,
	"precautions" text COLLATE "C" DEFAULT '' NOT NULL,
	"import_id" text COLLATE "C",
	CONSTRAINT "inventory_lines_masses" CHECK ("inventory_lines"."mass_g" >= 0 and "inventory_lines"."reusable_mass_g" >= 0 and "inventory_lines"."reusable_mass_g" <= "inventory_lines"."mass_g")
);

--> statement-breakpoint
CREATE TABLE "inventory_wastes" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"inventory_id" text COLLATE "C" NOT NULL,
	"family" text COLLATE "C" NOT NULL,
	"waste_code" text COLLATE "C" DEFAULT '' NOT NULL,
	"label" text COLLATE "C" NOT NULL,
	"mass_g" bigint NOT NULL,
	"outlet" text COLLATE "C" DEFAULT '' NOT NULL,
	"import_id" text COLLATE "C",
	CONSTRAINT "inventory_wastes_mass" CHECK ("inventory_wastes"."mass_g" >= 0)
);

--> statement-breakpoint
CREATE TABLE "sites" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"commune_code" text COLLATE "C" NOT NULL,
	"address" text COLLATE "C" NOT NULL,
	"lat" double precision,
	"lon" double precision,
	"access" text COLLATE "C" DEFAULT '' NOT NULL,
	"contact_name" text COLLATE "C" DEFAULT '' NOT NULL,
	"contact_phone" text COLLATE "C" DEFAULT '' NOT NULL,
	"starts_on" text COLLATE "C" NOT NULL,
	"ends_on" text COLLATE "C" NOT NULL,
	"created_at_ms" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "reinstallations" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"reservation_id" text COLLATE "C" NOT NULL,
	"reinstalled_on" text COLLATE "C" NOT NULL,
	"commune_code" text COLLATE "C" NOT NULL,
	"words" text COLLATE "C" NOT NULL,
	"file_id" text COLLATE "C" NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"created_at_ms" bigint NOT NULL,
	"hidden_at_ms" bigint,
	CONSTRAINT "reinstallations_reservation_id_unique" UNIQUE("reservation_id")
);

--> statement-breakpoint
CREATE TABLE "story_consents" (
	"reservation_id" text COLLATE "C" NOT NULL,
	"side" text COLLATE "C" NOT NULL,
	"is_public" boolean NOT NULL,
	"is_named" boolean NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"at_ms" bigint NOT NULL,
	CONSTRAINT "story_consents_pk" PRIMARY KEY("reservation_id","side")
);

--> statement-breakpoint
CREATE TABLE "search_changes" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"entity" text COLLATE "C" NOT NULL,
	"entity_id" text COLLATE "C" NOT NULL
);

--> statement-breakpoint
CREATE TABLE "vocabulary_versions" (
	"version" text COLLATE "C" PRIMARY KEY NOT NULL,
	"entries" text COLLATE "C" NOT NULL,
	"act" text COLLATE "C" NOT NULL,
	"subject" text COLLATE "C" DEFAULT '' NOT NULL,
	"reason" text COLLATE "C" DEFAULT '' NOT NULL,
	"set_by_user_id" text COLLATE "C" NOT NULL,
	"set_at_ms" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "lot_waiters" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"lot_id" text COLLATE "C" NOT NULL,
	"organisation_id" text COLLATE "C" NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"quantity_milli" bigint NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"joined_at_ms" bigint NOT NULL,
	"priority_until_ms" bigint,
	"ended_at_ms" bigint,
	CONSTRAINT "lot_waiters_quantity" CHECK ("lot_waiters"."quantity_milli" > 0)
);

--> statement-breakpoint
ALTER TABLE "ledger_corrections" ADD CONSTRAINT "ledger_corrections_handover_id_fk" FOREIGN KEY ("handover_id") REFERENCES "public"."handovers"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "ledger_rows" ADD CONSTRAINT "ledger_rows_handover_id_fk" FOREIGN KEY ("handover_id") REFERENCES "public"."handovers"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "ledger_rows" ADD CONSTRAINT "ledger_rows_from_site_id_fk" FOREIGN KEY ("from_site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "ledger_rows" ADD CONSTRAINT "ledger_rows_from_commune_code_fk" FOREIGN KEY ("from_commune_code") REFERENCES "public"."communes"("code") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "ledger_rows" ADD CONSTRAINT "ledger_rows_to_commune_code_fk" FOREIGN KEY ("to_commune_code") REFERENCES "public"."communes"("code") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "alert_hits" ADD CONSTRAINT "alert_hits_search_id_fk" FOREIGN KEY ("search_id") REFERENCES "public"."saved_searches"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "alert_hits" ADD CONSTRAINT "alert_hits_mail_id_fk" FOREIGN KEY ("mail_id") REFERENCES "public"."alert_mails"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "alert_mails" ADD CONSTRAINT "alert_mails_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "alert_mails" ADD CONSTRAINT "alert_mails_subscriber_id_fk" FOREIGN KEY ("subscriber_id") REFERENCES "public"."alert_subscribers"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "calendar_links" ADD CONSTRAINT "calendar_links_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "calendar_links" ADD CONSTRAINT "calendar_links_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_subscriber_id_fk" FOREIGN KEY ("subscriber_id") REFERENCES "public"."alert_subscribers"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "pickup_offers" ADD CONSTRAINT "pickup_offers_reservation_id_fk" FOREIGN KEY ("reservation_id") REFERENCES "public"."reservations"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "pickup_offers" ADD CONSTRAINT "pickup_offers_offered_by_user_id_fk" FOREIGN KEY ("offered_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "reservation_disputes" ADD CONSTRAINT "reservation_disputes_reservation_id_fk" FOREIGN KEY ("reservation_id") REFERENCES "public"."reservations"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "reservation_disputes" ADD CONSTRAINT "reservation_disputes_opened_by_user_id_fk" FOREIGN KEY ("opened_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "reservation_messages" ADD CONSTRAINT "reservation_messages_reservation_id_fk" FOREIGN KEY ("reservation_id") REFERENCES "public"."reservations"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "reservation_messages" ADD CONSTRAINT "reservation_messages_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "reservation_reads" ADD CONSTRAINT "reservation_reads_reservation_id_fk" FOREIGN KEY ("reservation_id") REFERENCES "public"."reservations"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "reservation_reads" ADD CONSTRAINT "reservation_reads_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "used_act_links" ADD CONSTRAINT "used_act_links_reservation_id_fk" FOREIGN KEY ("reservation_id") REFERENCES "public"."reservations"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "used_act_links" ADD CONSTRAINT "used_act_links_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "attribution_decisions" ADD CONSTRAINT "attribution_decisions_reservation_id_fk" FOREIGN KEY ("reservation_id") REFERENCES "public"."reservations"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "attribution_decisions" ADD CONSTRAINT "attribution_decisions_lot_id_fk" FOREIGN KEY ("lot_id") REFERENCES "public"."lots"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "attribution_decisions" ADD CONSTRAINT "attribution_decisions_giver_organisation_id_fk" FOREIGN KEY ("giver_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "attribution_decisions" ADD CONSTRAINT "attribution_decisions_taker_organisation_id_fk" FOREIGN KEY ("taker_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "attribution_profiles" ADD CONSTRAINT "attribution_profiles_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "cession_terms" ADD CONSTRAINT "cession_terms_lot_id_fk" FOREIGN KEY ("lot_id") REFERENCES "public"."lots"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "lot_criteria" ADD CONSTRAINT "lot_criteria_lot_id_fk" FOREIGN KEY ("lot_id") REFERENCES "public"."lots"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "resale_undertakings" ADD CONSTRAINT "resale_undertakings_reservation_id_fk" FOREIGN KEY ("reservation_id") REFERENCES "public"."reservations"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "resale_undertakings" ADD CONSTRAINT "resale_undertakings_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "basket_lines" ADD CONSTRAINT "basket_lines_basket_id_fk" FOREIGN KEY ("basket_id") REFERENCES "public"."baskets"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "baskets" ADD CONSTRAINT "baskets_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "baskets" ADD CONSTRAINT "baskets_commune_code_fk" FOREIGN KEY ("commune_code") REFERENCES "public"."communes"("code") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "commune_mails" ADD CONSTRAINT "commune_mails_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "commune_mails" ADD CONSTRAINT "commune_mails_commune_code_fk" FOREIGN KEY ("commune_code") REFERENCES "public"."communes"("code") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "commune_purchases" ADD CONSTRAINT "commune_purchases_commune_code_fk" FOREIGN KEY ("commune_code") REFERENCES "public"."communes"("code") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "commune_purchases" ADD CONSTRAINT "commune_purchases_created_by_user_id_fk" FOREIGN KEY ("created_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "classifications" ADD CONSTRAINT "classifications_photo_id_fk" FOREIGN KEY ("photo_id") REFERENCES "public"."photos"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "photo_embeddings" ADD CONSTRAINT "photo_embeddings_photo_id_fk" FOREIGN KEY ("photo_id") REFERENCES "public"."photos"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "contact_messages" ADD CONSTRAINT "contact_messages_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "contact_messages" ADD CONSTRAINT "contact_messages_handled_by_user_id_fk" FOREIGN KEY ("handled_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "directory_places" ADD CONSTRAINT "directory_places_commune_code_fk" FOREIGN KEY ("commune_code") REFERENCES "public"."communes"("code") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "directory_places" ADD CONSTRAINT "directory_places_checked_by_user_id_fk" FOREIGN KEY ("checked_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "directory_places" ADD CONSTRAINT "directory_places_proposed_by_organisation_id_fk" FOREIGN KEY ("proposed_by_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "directory_places" ADD CONSTRAINT "directory_places_proposed_by_user_id_fk" FOREIGN KEY ("proposed_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "labelled_examples" ADD CONSTRAINT "labelled_examples_photo_id_fk" FOREIGN KEY ("photo_id") REFERENCES "public"."photos"("id") ON DELETE cascade ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "labelled_examples" ADD CONSTRAINT "labelled_examples_decided_by_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "handover_files" ADD CONSTRAINT "handover_files_reservation_id_fk" FOREIGN KEY ("reservation_id") REFERENCES "public"."reservations"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "handover_files" ADD CONSTRAINT "handover_files_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "handover_paper_files" ADD CONSTRAINT "handover_paper_files_number_fk" FOREIGN KEY ("number") REFERENCES "public"."handover_papers"("number") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "handover_papers" ADD CONSTRAINT "handover_papers_handover_id_fk" FOREIGN KEY ("handover_id") REFERENCES "public"."handovers"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "account_tokens" ADD CONSTRAINT "account_tokens_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "account_tokens" ADD CONSTRAINT "account_tokens_created_by_user_id_fk" FOREIGN KEY ("created_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "notification_preferences" ADD CONSTRAINT "notification_preferences_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "import_mappings" ADD CONSTRAINT "import_mappings_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_site_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "staged_lines" ADD CONSTRAINT "staged_lines_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "staged_wastes" ADD CONSTRAINT "staged_wastes_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "kept_lots" ADD CONSTRAINT "kept_lots_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "kept_lots" ADD CONSTRAINT "kept_lots_lot_id_fk" FOREIGN KEY ("lot_id") REFERENCES "public"."lots"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "label_codes" ADD CONSTRAINT "label_codes_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "label_codes" ADD CONSTRAINT "label_codes_lot_id_fk" FOREIGN KEY ("lot_id") REFERENCES "public"."lots"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "label_scans" ADD CONSTRAINT "label_scans_code_fk" FOREIGN KEY ("code") REFERENCES "public"."label_codes"("code") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "label_scans" ADD CONSTRAINT "label_scans_reservation_id_fk" FOREIGN KEY ("reservation_id") REFERENCES "public"."reservations"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "lot_attachments" ADD CONSTRAINT "lot_attachments_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "lot_attachments" ADD CONSTRAINT "lot_attachments_lot_id_fk" FOREIGN KEY ("lot_id") REFERENCES "public"."lots"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "lot_attributes" ADD CONSTRAINT "lot_attributes_lot_id_fk" FOREIGN KEY ("lot_id") REFERENCES "public"."lots"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "lot_drafts" ADD CONSTRAINT "lot_drafts_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "lot_shares" ADD CONSTRAINT "lot_shares_lot_id_fk" FOREIGN KEY ("lot_id") REFERENCES "public"."lots"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "lot_shares" ADD CONSTRAINT "lot_shares_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "lots" ADD CONSTRAINT "lots_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "lots" ADD CONSTRAINT "lots_site_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "lots" ADD CONSTRAINT "lots_inventory_line_id_fk" FOREIGN KEY ("inventory_line_id") REFERENCES "public"."inventory_lines"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "lots" ADD CONSTRAINT "lots_commune_code_fk" FOREIGN KEY ("commune_code") REFERENCES "public"."communes"("code") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "allocation_parts" ADD CONSTRAINT "allocation_parts_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."allocation_plans"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "allocation_parts" ADD CONSTRAINT "allocation_parts_lot_id_fk" FOREIGN KEY ("lot_id") REFERENCES "public"."lots"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "allocation_parts" ADD CONSTRAINT "allocation_parts_need_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."needs"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "match_computations" ADD CONSTRAINT "match_computations_pair_id_fk" FOREIGN KEY ("pair_id") REFERENCES "public"."match_pairs"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "match_pairs" ADD CONSTRAINT "match_pairs_lot_id_fk" FOREIGN KEY ("lot_id") REFERENCES "public"."lots"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "match_pairs" ADD CONSTRAINT "match_pairs_need_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."needs"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "match_pairs" ADD CONSTRAINT "match_pairs_giver_organisation_id_fk" FOREIGN KEY ("giver_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "match_pairs" ADD CONSTRAINT "match_pairs_taker_organisation_id_fk" FOREIGN KEY ("taker_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "moderation_decisions" ADD CONSTRAINT "moderation_decisions_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "needs" ADD CONSTRAINT "needs_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "needs" ADD CONSTRAINT "needs_site_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "needs" ADD CONSTRAINT "needs_commune_code_fk" FOREIGN KEY ("commune_code") REFERENCES "public"."communes"("code") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "external_identities" ADD CONSTRAINT "external_identities_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "membership_requests" ADD CONSTRAINT "membership_requests_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "membership_requests" ADD CONSTRAINT "membership_requests_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "membership_requests" ADD CONSTRAINT "membership_requests_decided_by_user_id_fk" FOREIGN KEY ("decided_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "openid_sessions" ADD CONSTRAINT "openid_sessions_session_id_hash_fk" FOREIGN KEY ("session_id_hash") REFERENCES "public"."sessions"("id_hash") ON DELETE cascade ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_commune_code_fk" FOREIGN KEY ("commune_code") REFERENCES "public"."communes"("code") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "photo_blurs" ADD CONSTRAINT "photo_blurs_photo_id_fk" FOREIGN KEY ("photo_id") REFERENCES "public"."photos"("id") ON DELETE cascade ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "photos" ADD CONSTRAINT "photos_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "photos" ADD CONSTRAINT "photos_lot_id_fk" FOREIGN KEY ("lot_id") REFERENCES "public"."lots"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "photos" ADD CONSTRAINT "photos_message_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."reservation_messages"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "photos" ADD CONSTRAINT "photos_handover_file_id_fk" FOREIGN KEY ("handover_file_id") REFERENCES "public"."handover_files"("id") ON DELETE set null ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "programme_fiches" ADD CONSTRAINT "programme_fiches_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "programme_fiches" ADD CONSTRAINT "programme_fiches_created_by_user_id_fk" FOREIGN KEY ("created_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "programme_posts" ADD CONSTRAINT "programme_posts_parent_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."programme_posts"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "programme_posts" ADD CONSTRAINT "programme_posts_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "programme_posts" ADD CONSTRAINT "programme_posts_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "programme_materials" ADD CONSTRAINT "programme_materials_workshop_id_fk" FOREIGN KEY ("workshop_id") REFERENCES "public"."programme_workshops"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "programme_seats" ADD CONSTRAINT "programme_seats_workshop_id_fk" FOREIGN KEY ("workshop_id") REFERENCES "public"."programme_workshops"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "programme_seats" ADD CONSTRAINT "programme_seats_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "programme_seats" ADD CONSTRAINT "programme_seats_commune_code_fk" FOREIGN KEY ("commune_code") REFERENCES "public"."communes"("code") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "programme_seats" ADD CONSTRAINT "programme_seats_created_by_user_id_fk" FOREIGN KEY ("created_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "programme_budget_lines" ADD CONSTRAINT "programme_budget_lines_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."programme_dossiers"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "programme_criteria" ADD CONSTRAINT "programme_criteria_published_by_user_id_fk" FOREIGN KEY ("published_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "programme_dossiers" ADD CONSTRAINT "programme_dossiers_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "programme_dossiers" ADD CONSTRAINT "programme_dossiers_commune_code_fk" FOREIGN KEY ("commune_code") REFERENCES "public"."communes"("code") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "programme_dossiers" ADD CONSTRAINT "programme_dossiers_decided_by_user_id_fk" FOREIGN KEY ("decided_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "programme_dossiers" ADD CONSTRAINT "programme_dossiers_created_by_user_id_fk" FOREIGN KEY ("created_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "programme_fund" ADD CONSTRAINT "programme_fund_set_by_user_id_fk" FOREIGN KEY ("set_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "programme_milestones" ADD CONSTRAINT "programme_milestones_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."programme_dossiers"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "programme_reports" ADD CONSTRAINT "programme_reports_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."programme_dossiers"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "programme_reviewers" ADD CONSTRAINT "programme_reviewers_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "programme_reviewers" ADD CONSTRAINT "programme_reviewers_added_by_user_id_fk" FOREIGN KEY ("added_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "programme_reviews" ADD CONSTRAINT "programme_reviews_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."programme_dossiers"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "programme_reviews" ADD CONSTRAINT "programme_reviews_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "handover_checks" ADD CONSTRAINT "handover_checks_reservation_id_fk" FOREIGN KEY ("reservation_id") REFERENCES "public"."reservations"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "handover_checks" ADD CONSTRAINT "handover_checks_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "handover_confirmations" ADD CONSTRAINT "handover_confirmations_reservation_id_fk" FOREIGN KEY ("reservation_id") REFERENCES "public"."reservations"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "handover_confirmations" ADD CONSTRAINT "handover_confirmations_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_reservation_id_fk" FOREIGN KEY ("reservation_id") REFERENCES "public"."reservations"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "reservations" ADD CONSTRAINT "reservations_lot_id_fk" FOREIGN KEY ("lot_id") REFERENCES "public"."lots"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "reservations" ADD CONSTRAINT "reservations_need_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."needs"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "reservations" ADD CONSTRAINT "reservations_giver_organisation_id_fk" FOREIGN KEY ("giver_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "reservations" ADD CONSTRAINT "reservations_taker_organisation_id_fk" FOREIGN KEY ("taker_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "reservations" ADD CONSTRAINT "reservations_taker_commune_code_fk" FOREIGN KEY ("taker_commune_code") REFERENCES "public"."communes"("code") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "reservations" ADD CONSTRAINT "reservations_taker_site_id_fk" FOREIGN KEY ("taker_site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "reservations" ADD CONSTRAINT "reservations_requested_by_user_id_fk" FOREIGN KEY ("requested_by_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "factor_trials" ADD CONSTRAINT "factor_trials_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "totp_factors" ADD CONSTRAINT "totp_factors_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "photo_sightings" ADD CONSTRAINT "photo_sightings_photo_id_fk" FOREIGN KEY ("photo_id") REFERENCES "public"."photos"("id") ON DELETE cascade ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "closing_entries" ADD CONSTRAINT "closing_entries_site_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "closing_entries" ADD CONSTRAINT "closing_entries_inventory_line_id_fk" FOREIGN KEY ("inventory_line_id") REFERENCES "public"."inventory_lines"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "closing_entries" ADD CONSTRAINT "closing_entries_inventory_waste_id_fk" FOREIGN KEY ("inventory_waste_id") REFERENCES "public"."inventory_wastes"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "closing_gaps" ADD CONSTRAINT "closing_gaps_site_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "closing_gaps" ADD CONSTRAINT "closing_gaps_inventory_line_id_fk" FOREIGN KEY ("inventory_line_id") REFERENCES "public"."inventory_lines"("id") ON DELETE cascade ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "closing_gaps" ADD CONSTRAINT "closing_gaps_inventory_waste_id_fk" FOREIGN KEY ("inventory_waste_id") REFERENCES "public"."inventory_wastes"("id") ON DELETE cascade ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "closing_records" ADD CONSTRAINT "closing_records_site_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "inventories" ADD CONSTRAINT "inventories_site_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "inventory_lines" ADD CONSTRAINT "inventory_lines_inventory_id_fk" FOREIGN KEY ("inventory_id") REFERENCES "public"."inventories"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "inventory_wastes" ADD CONSTRAINT "inventory_wastes_inventory_id_fk" FOREIGN KEY ("inventory_id") REFERENCES "public"."inventories"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "sites" ADD CONSTRAINT "sites_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "sites" ADD CONSTRAINT "sites_commune_code_fk" FOREIGN KEY ("commune_code") REFERENCES "public"."communes"("code") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "reinstallations" ADD CONSTRAINT "reinstallations_reservation_id_fk" FOREIGN KEY ("reservation_id") REFERENCES "public"."reservations"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "reinstallations" ADD CONSTRAINT "reinstallations_commune_code_fk" FOREIGN KEY ("commune_code") REFERENCES "public"."communes"("code") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "reinstallations" ADD CONSTRAINT "reinstallations_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."handover_files"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "reinstallations" ADD CONSTRAINT "reinstallations_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "story_consents" ADD CONSTRAINT "story_consents_reservation_id_fk" FOREIGN KEY ("reservation_id") REFERENCES "public"."reservations"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "story_consents" ADD CONSTRAINT "story_consents_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "lot_waiters" ADD CONSTRAINT "lot_waiters_lot_id_fk" FOREIGN KEY ("lot_id") REFERENCES "public"."lots"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "lot_waiters" ADD CONSTRAINT "lot_waiters_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE "lot_waiters" ADD CONSTRAINT "lot_waiters_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
CREATE INDEX "ledger_corrections_handover" ON "ledger_corrections" USING btree ("handover_id","asked_at_ms");
--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_corrections_open" ON "ledger_corrections" USING btree ("handover_id") WHERE state = 'asked';
--> statement-breakpoint
CREATE INDEX "ledger_from_site" ON "ledger_rows" USING btree ("from_site_id","handed_over_on","mass_g","kind");
--> statement-breakpoint
CREATE INDEX "ledger_from_commune" ON "ledger_rows" USING btree ("from_commune_code","handed_over_on");
--> statement-breakpoint
CREATE INDEX "ledger_to_commune" ON "ledger_rows" USING btree ("to_commune_code","handed_over_on");
--> statement-breakpoint
CREATE INDEX "ledger_sums" ON "ledger_rows" USING btree ("handed_over_on","material","to_commune_code","mass_g","straight_m","net_avoided_g_co2e","net_low_g_co2e","net_high_g_co2e","kind");
--> statement-breakpoint
CREATE INDEX "ledger_flows" ON "ledger_rows" USING btree ("from_commune_code","to_commune_code","handed_over_on","mass_g","kind");
--> statement-breakpoint
CREATE INDEX "ledger_handover" ON "ledger_rows" USING btree ("handover_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_one_entry" ON "ledger_rows" USING btree ("handover_id") WHERE kind = 'handover';
--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_one_reversal" ON "ledger_rows" USING btree ("corrects_seq") WHERE kind = 'reversal';
--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_one_replacement" ON "ledger_rows" USING btree ("corrects_seq") WHERE kind = 'replacement';
--> statement-breakpoint
CREATE INDEX "alert_hits_found" ON "alert_hits" USING btree ("search_id","found_at_ms");
--> statement-breakpoint
CREATE INDEX "alert_hits_waiting" ON "alert_hits" USING btree ("settled_at_ms","search_id");
--> statement-breakpoint
CREATE INDEX "alert_hits_mail" ON "alert_hits" USING btree ("mail_id");
--> statement-breakpoint
CREATE INDEX "alert_mails_user" ON "alert_mails" USING btree ("user_id","created_at_ms");
--> statement-breakpoint
CREATE INDEX "alert_mails_subscriber" ON "alert_mails" USING btree ("subscriber_id","created_at_ms");
--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_links_person" ON "calendar_links" USING btree ("user_id","organisation_id");
--> statement-breakpoint
CREATE INDEX "saved_searches_user" ON "saved_searches" USING btree ("user_id","created_at_ms");
--> statement-breakpoint
CREATE UNIQUE INDEX "saved_searches_of_address" ON "saved_searches" USING btree ("subscriber_id","subject","query");
--> statement-breakpoint
CREATE INDEX "saved_searches_subject" ON "saved_searches" USING btree ("subject","confirmed_at_ms");
--> statement-breakpoint
CREATE UNIQUE INDEX "reservation_disputes_open" ON "reservation_disputes" USING btree ("reservation_id") WHERE "reservation_disputes"."settled_at_ms" is null;
--> statement-breakpoint
CREATE INDEX "reservation_disputes_reservation" ON "reservation_disputes" USING btree ("reservation_id","opened_at_ms");
--> statement-breakpoint
CREATE INDEX "reservation_messages_reservation" ON "reservation_messages" USING btree ("reservation_id","sent_at_ms");
--> statement-breakpoint
CREATE INDEX "attribution_decisions_reservation" ON "attribution_decisions" USING btree ("reservation_id");
--> statement-breakpoint
CREATE INDEX "attribution_decisions_lot" ON "attribution_decisions" USING btree ("lot_id","decided_at_ms");
--> statement-breakpoint
CREATE INDEX "attribution_decisions_decided" ON "attribution_decisions" USING btree ("decided_at_ms");
--> statement-breakpoint
CREATE INDEX "audit_actor" ON "audit_rows" USING btree ("actor_user_id","seq");
--> statement-breakpoint
CREATE INDEX "audit_action" ON "audit_rows" USING btree ("action","seq");
--> statement-breakpoint
CREATE INDEX "audit_object" ON "audit_rows" USING btree ("object_id","seq");
--> statement-breakpoint
CREATE INDEX "audit_at" ON "audit_rows" USING btree ("at_ms");
--> statement-breakpoint
CREATE INDEX "basket_lines_basket" ON "basket_lines" USING btree ("basket_id","position");
--> statement-breakpoint
CREATE INDEX "baskets_organisation" ON "baskets" USING btree ("organisation_id","created_at_ms");
--> statement-breakpoint
CREATE INDEX "commune_purchases_year" ON "commune_purchases" USING btree ("commune_code","year");
--> statement-breakpoint
CREATE INDEX "communes_name" ON "communes" USING btree ("name");
--> statement-breakpoint
CREATE INDEX "contact_messages_open" ON "contact_messages" USING btree ("handled_at_ms","created_at_ms");
--> statement-breakpoint
CREATE INDEX "directory_places_state" ON "directory_places" USING btree ("state","name");
--> statement-breakpoint
CREATE INDEX "directory_places_proposer" ON "directory_places" USING btree ("proposed_by_organisation_id");
--> statement-breakpoint
CREATE INDEX "labelled_examples_state" ON "labelled_examples" USING btree ("state","label");
--> statement-breakpoint
CREATE INDEX "labelled_examples_kept" ON "labelled_examples" USING btree ("kept_since_ms");
--> statement-breakpoint
CREATE INDEX "handover_files_reservation" ON "handover_files" USING btree ("reservation_id","kind");
--> statement-breakpoint
CREATE INDEX "handover_paper_files_hash" ON "handover_paper_files" USING btree ("sha256");
--> statement-breakpoint
CREATE UNIQUE INDEX "handover_papers_kind" ON "handover_papers" USING btree ("handover_id","kind");
--> statement-breakpoint
CREATE INDEX "account_tokens_user" ON "account_tokens" USING btree ("user_id","kind");
--> statement-breakpoint
CREATE INDEX "account_tokens_organisation" ON "account_tokens" USING btree ("organisation_id","kind");
--> statement-breakpoint
CREATE INDEX "account_tokens_expiry" ON "account_tokens" USING btree ("expires_at_ms");
--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");
--> statement-breakpoint
CREATE INDEX "sessions_expiry" ON "sessions" USING btree ("expires_at_ms");
--> statement-breakpoint
CREATE INDEX "imports_organisation" ON "imports" USING btree ("organisation_id","created_at_ms");
--> statement-breakpoint
CREATE INDEX "imports_site" ON "imports" USING btree ("site_id","created_at_ms");
--> statement-breakpoint
CREATE INDEX "staged_lines_import" ON "staged_lines" USING btree ("import_id");
--> statement-breakpoint
CREATE INDEX "staged_wastes_import" ON "staged_wastes" USING btree ("import_id");
--> statement-breakpoint
CREATE INDEX "kept_lots_lot" ON "kept_lots" USING btree ("lot_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "label_codes_item" ON "label_codes" USING btree ("lot_id","item");
--> statement-breakpoint
CREATE INDEX "label_codes_organisation" ON "label_codes" USING btree ("organisation_id","created_at_ms");
--> statement-breakpoint
CREATE INDEX "label_codes_batch" ON "label_codes" USING btree ("batch_id");
--> statement-breakpoint
CREATE INDEX "label_codes_draft" ON "label_codes" USING btree ("draft_id");
--> statement-breakpoint
CREATE INDEX "label_scans_code" ON "label_scans" USING btree ("code","at_ms");
--> statement-breakpoint
CREATE INDEX "label_scans_reservation" ON "label_scans" USING btree ("reservation_id");
--> statement-breakpoint
CREATE INDEX "rate_limits_until" ON "rate_limits" USING btree ("until_ms");
--> statement-breakpoint
CREATE INDEX "lot_attachments_lot" ON "lot_attachments" USING btree ("lot_id");
--> statement-breakpoint
CREATE INDEX "lot_attributes_number" ON "lot_attributes" USING btree ("key","number_milli");
--> statement-breakpoint
CREATE INDEX "lot_attributes_word" ON "lot_attributes" USING btree ("key","word");
--> statement-breakpoint
CREATE INDEX "lot_drafts_organisation" ON "lot_drafts" USING btree ("organisation_id","updated_at_ms");
--> statement-breakpoint
CREATE INDEX "lot_drafts_import" ON "lot_drafts" USING btree ("import_id");
--> statement-breakpoint
CREATE INDEX "lot_shares_lot" ON "lot_shares" USING btree ("lot_id");
--> statement-breakpoint
CREATE INDEX "lots_open" ON "lots" USING btree ("status","material","available_until");
--> statement-breakpoint
CREATE INDEX "lots_published" ON "lots" USING btree ("status","published_at_ms");
--> statement-breakpoint
CREATE INDEX "lots_organisation" ON "lots" USING btree ("organisation_id","created_at_ms");
--> statement-breakpoint
CREATE INDEX "lots_site" ON "lots" USING btree ("site_id");
--> statement-breakpoint
CREATE INDEX "lots_inventory_line" ON "lots" USING btree ("inventory_line_id");
--> statement-breakpoint
CREATE INDEX "lots_commune" ON "lots" USING btree ("commune_code","status");
--> statement-breakpoint
CREATE INDEX "allocation_parts_lot" ON "allocation_parts" USING btree ("lot_id");
--> statement-breakpoint
CREATE INDEX "allocation_parts_need" ON "allocation_parts" USING btree ("need_id");
--> statement-breakpoint
CREATE INDEX "allocation_plans_time" ON "allocation_plans" USING btree ("computed_at_ms");
--> statement-breakpoint
CREATE INDEX "match_computations_pair" ON "match_computations" USING btree ("pair_id","computed_at_ms");
--> statement-breakpoint
CREATE UNIQUE INDEX "match_pairs_lot_need" ON "match_pairs" USING btree ("lot_id","need_id");
--> statement-breakpoint
CREATE INDEX "match_pairs_need" ON "match_pairs" USING btree ("need_id");
--> statement-breakpoint
CREATE INDEX "match_pairs_giver" ON "match_pairs" USING btree ("giver_organisation_id","updated_at_ms");
--> statement-breakpoint
CREATE INDEX "match_pairs_taker" ON "match_pairs" USING btree ("taker_organisation_id","updated_at_ms");
--> statement-breakpoint
CREATE INDEX "moderation_decisions_subject" ON "moderation_decisions" USING btree ("subject_kind","subject_id","decided_at_ms");
--> statement-breakpoint
CREATE INDEX "moderation_decisions_at" ON "moderation_decisions" USING btree ("decided_at_ms");
--> statement-breakpoint
CREATE INDEX "moderation_decisions_appeals" ON "moderation_decisions" USING btree ("appeal_outcome","appealed_at_ms");
--> statement-breakpoint
CREATE INDEX "reports_open" ON "reports" USING btree ("decision_id","confirmed_at_ms");
--> statement-breakpoint
CREATE INDEX "reports_subject" ON "reports" USING btree ("subject_kind","subject_id","created_at_ms");
--> statement-breakpoint
CREATE INDEX "needs_open" ON "needs" USING btree ("status","material","needed_until");
--> statement-breakpoint
CREATE INDEX "needs_organisation" ON "needs" USING btree ("organisation_id","created_at_ms");
--> statement-breakpoint
CREATE UNIQUE INDEX "notifications_dedupe" ON "notifications" USING btree ("user_id","dedupe_key");
--> statement-breakpoint
CREATE INDEX "notifications_user" ON "notifications" USING btree ("user_id","created_at_ms");
--> statement-breakpoint
CREATE INDEX "external_identities_user" ON "external_identities" USING btree ("user_id");
--> statement-breakpoint
CREATE INDEX "membership_requests_waiting" ON "membership_requests" USING btree ("organisation_id","decision");
--> statement-breakpoint
CREATE INDEX "openid_attempts_expiry" ON "openid_attempts" USING btree ("expires_at_ms");
--> statement-breakpoint
CREATE INDEX "memberships_organisation" ON "memberships" USING btree ("organisation_id");
--> statement-breakpoint
CREATE INDEX "organisations_closed" ON "organisations" USING btree ("suspended_at_ms") WHERE suspended_at_ms is not null;
--> statement-breakpoint
CREATE INDEX "photo_blurs_photo" ON "photo_blurs" USING btree ("photo_id","at_ms");
--> statement-breakpoint
CREATE INDEX "photos_lot" ON "photos" USING btree ("lot_id","position");
--> statement-breakpoint
CREATE INDEX "photos_message" ON "photos" USING btree ("message_id","position");
--> statement-breakpoint
CREATE UNIQUE INDEX "photos_handover_file" ON "photos" USING btree ("handover_file_id");
--> statement-breakpoint
CREATE INDEX "photos_organisation" ON "photos" USING btree ("organisation_id","created_at_ms");
--> statement-breakpoint
CREATE INDEX "photos_storage_key" ON "photos" USING btree ("storage_key");
--> statement-breakpoint
CREATE INDEX "events_entity" ON "events" USING btree ("entity","entity_id","at_ms");
--> statement-breakpoint
CREATE UNIQUE INDEX "jobs_dedupe" ON "jobs" USING btree ("kind","dedupe_key");
--> statement-breakpoint
CREATE INDEX "jobs_ready" ON "jobs" USING btree ("status","run_at_ms");
--> statement-breakpoint
CREATE INDEX "jobs_turn" ON "jobs" USING btree ("status","kind","urgency","round","run_at_ms");
--> statement-breakpoint
CREATE INDEX "jobs_round_of_key" ON "jobs" USING btree ("status","kind","urgency","fair_key","round");
--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("dispatched_at_ms","created_at_ms");
--> statement-breakpoint
CREATE INDEX "programme_fiches_state" ON "programme_fiches" USING btree ("state","updated_at_ms");
--> statement-breakpoint
CREATE INDEX "programme_posts_thread" ON "programme_posts" USING btree ("parent_id","created_at_ms");
--> statement-breakpoint
CREATE INDEX "programme_materials_workshop" ON "programme_materials" USING btree ("workshop_id","created_at_ms");
--> statement-breakpoint
CREATE UNIQUE INDEX "programme_seats_person" ON "programme_seats" USING btree ("workshop_id","email");
--> statement-breakpoint
CREATE INDEX "programme_seats_commune" ON "programme_seats" USING btree ("commune_code");
--> statement-breakpoint
CREATE INDEX "programme_workshops_day" ON "programme_workshops" USING btree ("on_day");
--> statement-breakpoint
CREATE INDEX "programme_budget_dossier" ON "programme_budget_lines" USING btree ("dossier_id","created_at_ms");
--> statement-breakpoint
CREATE INDEX "programme_dossiers_organisation" ON "programme_dossiers" USING btree ("organisation_id","created_at_ms");
--> statement-breakpoint
CREATE INDEX "programme_dossiers_state" ON "programme_dossiers" USING btree ("state");
--> statement-breakpoint
CREATE UNIQUE INDEX "programme_dossiers_live" ON "programme_dossiers" USING btree ("commune_code") WHERE "programme_dossiers"."state" not in ('withdrawn', 'declined');
--> statement-breakpoint
CREATE INDEX "programme_milestones_dossier" ON "programme_milestones" USING btree ("dossier_id","due_on");
--> statement-breakpoint
CREATE INDEX "handover_checks_reservation" ON "handover_checks" USING btree ("reservation_id","received_at_ms");
--> statement-breakpoint
CREATE INDEX "reservations_lot" ON "reservations" USING btree ("lot_id","status");
--> statement-breakpoint
CREATE INDEX "reservations_giver" ON "reservations" USING btree ("giver_organisation_id","created_at_ms");
--> statement-breakpoint
CREATE INDEX "reservations_taker" ON "reservations" USING btree ("taker_organisation_id","created_at_ms");
--> statement-breakpoint
CREATE INDEX "reservations_expiry" ON "reservations" USING btree ("status","expires_at_ms");
--> statement-breakpoint
CREATE INDEX "passkeys_user" ON "passkeys" USING btree ("user_id");
--> statement-breakpoint
CREATE INDEX "webauthn_challenges_expiry" ON "webauthn_challenges" USING btree ("expires_at_ms");
--> statement-breakpoint
CREATE INDEX "photo_sightings_version" ON "photo_sightings" USING btree ("detector_version","photo_id");
--> statement-breakpoint
CREATE INDEX "closing_entries_site" ON "closing_entries" USING btree ("site_id");
--> statement-breakpoint
CREATE INDEX "closing_entries_line" ON "closing_entries" USING btree ("inventory_line_id");
--> statement-breakpoint
CREATE INDEX "closing_entries_waste" ON "closing_entries" USING btree ("inventory_waste_id");
--> statement-breakpoint
CREATE INDEX "closing_gaps_site" ON "closing_gaps" USING btree ("site_id");
--> statement-breakpoint
CREATE INDEX "inventory_lines_inventory" ON "inventory_lines" USING btree ("inventory_id");
--> statement-breakpoint
CREATE INDEX "inventory_lines_import" ON "inventory_lines" USING btree ("import_id");
--> statement-breakpoint
CREATE INDEX "inventory_wastes_inventory" ON "inventory_wastes" USING btree ("inventory_id");
--> statement-breakpoint
CREATE INDEX "inventory_wastes_import" ON "inventory_wastes" USING btree ("import_id");
--> statement-breakpoint
CREATE INDEX "sites_organisation" ON "sites" USING btree ("organisation_id");
--> statement-breakpoint
CREATE INDEX "sites_commune_end" ON "sites" USING btree ("commune_code","ends_on");
--> statement-breakpoint
CREATE INDEX "story_consents_public" ON "story_consents" USING btree ("is_public","reservation_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "search_changes_entity" ON "search_changes" USING btree ("entity","entity_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "lot_waiters_live" ON "lot_waiters" USING btree ("lot_id","organisation_id") WHERE "lot_waiters"."status" in ('waiting', 'offered');
--> statement-breakpoint
CREATE INDEX "lot_waiters_line" ON "lot_waiters" USING btree ("lot_id","status","joined_at_ms");
--> statement-breakpoint
CREATE INDEX "lot_waiters_organisation" ON "lot_waiters" USING btree ("organisation_id","status");
--> statement-breakpoint
CREATE INDEX "lot_waiters_priority" ON "lot_waiters" USING btree ("status","priority_until_ms");
--> statement-breakpoint
-- Rows numbered without a gap, as SQLite numbers them: a transaction that is taken back takes its numbers back too.
CREATE TABLE row_numbers (name text PRIMARY KEY, seq bigint NOT NULL);
--> statement-breakpoint
INSERT INTO row_numbers (name, seq) VALUES ('changes', 0), ('search_changes', 0), ('ledger_rows', 0), ('audit_rows', 0);
--> statement-breakpoint
CREATE FUNCTION number_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.seq IS NULL THEN
    UPDATE row_numbers SET seq = seq + 1 WHERE name = TG_TABLE_NAME RETURNING seq INTO NEW.seq;
  ELSE
    UPDATE row_numbers SET seq = NEW.seq WHERE name = TG_TABLE_NAME AND seq < NEW.seq;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER a_number BEFORE INSERT ON changes FOR EACH ROW EXECUTE FUNCTION number_row();
--> statement-breakpoint
CREATE TRIGGER a_number BEFORE INSERT ON search_changes FOR EACH ROW EXECUTE FUNCTION number_row();
--> statement-breakpoint
CREATE TRIGGER a_number BEFORE INSERT ON ledger_rows FOR EACH ROW EXECUTE FUNCTION number_row();
--> statement-breakpoint
CREATE TRIGGER a_number BEFORE INSERT ON audit_rows FOR EACH ROW EXECUTE FUNCTION number_row();
--> statement-breakpoint
-- The order of writing, where rows of one millisecond are told apart by it.
ALTER TABLE events ADD COLUMN rowid bigint GENERATED ALWAYS AS IDENTITY;
--> statement-breakpoint
ALTER TABLE attribution_decisions ADD COLUMN rowid bigint GENERATED ALWAYS AS IDENTITY;
--> statement-breakpoint
ALTER TABLE commune_purchases ADD COLUMN rowid bigint GENERATED ALWAYS AS IDENTITY;
--> statement-breakpoint
-- What fragments of SQL say on both engines.
CREATE FUNCTION instr(whole text, part text) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT strpos(whole, part)
$$;
--> statement-breakpoint
CREATE FUNCTION json_array_length(list text) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT jsonb_array_length(list::jsonb)
$$;
--> statement-breakpoint
CREATE FUNCTION json_patch(target text, patch text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT jsonb_strip_nulls(target::jsonb || patch::jsonb)::text
$$;
--> statement-breakpoint
CREATE FUNCTION json_each(list text) RETURNS TABLE (key bigint, value text) LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE ROWS 20 AS $$
  SELECT place - 1, item FROM jsonb_array_elements_text(list::jsonb) WITH ORDINALITY AS elements (item, place)
$$;
--> statement-breakpoint
CREATE VIEW ledger_entries AS SELECT * FROM ledger_rows
WHERE kind <> 'reversal' AND NOT EXISTS (SELECT 1 FROM ledger_rows AS later WHERE later.corrects_seq = ledger_rows.seq AND later.kind = 'reversal');
--> statement-breakpoint
-- Refuses the statement with the sentence that the trigger is given.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION USING MESSAGE = TG_ARGV[0], ERRCODE = 'integrity_constraint_violation';
END $$;
--> statement-breakpoint
-- A row of before the chain receives its hash once, and nothing else of it changes.
CREATE FUNCTION keep_ledger_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.hash IS NOT NULL OR NEW.hash IS NULL OR NEW.prev_hash IS NULL
    OR (to_jsonb(NEW) - 'hash' - 'prev_hash') <> (to_jsonb(OLD) - 'hash' - 'prev_hash') THEN
    RAISE EXCEPTION USING MESSAGE = 'the ledger is append-only', ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER ledger_rows_no_update BEFORE UPDATE ON ledger_rows FOR EACH ROW EXECUTE FUNCTION keep_ledger_row();
--> statement-breakpoint
CREATE TRIGGER ledger_rows_chained BEFORE INSERT ON ledger_rows FOR EACH ROW
WHEN (NEW.hash IS NULL OR NEW.prev_hash IS NULL) EXECUTE FUNCTION refuse_change('a row of the ledger needs its hash');
--> statement-breakpoint
CREATE FUNCTION keep_audit_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Rows leave from the oldest end only, once an anchor stands for them and they are older than what it lets go.
  IF OLD.seq > coalesce((SELECT max(seq) FROM audit_anchors), 0)
    OR OLD.at_ms >= coalesce((SELECT before_ms FROM audit_anchors ORDER BY seq DESC LIMIT 1), 0) THEN
    RAISE EXCEPTION USING MESSAGE = 'the audit log is append-only', ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN OLD;
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_rows_no_delete BEFORE DELETE ON audit_rows FOR EACH ROW EXECUTE FUNCTION keep_audit_row();
--> statement-breakpoint
CREATE FUNCTION check_audit_anchor() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM audit_rows WHERE seq = NEW.seq AND hash = NEW.hash) THEN
    RAISE EXCEPTION USING MESSAGE = 'no row of the audit log is this anchor', ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.before_ms > NEW.at_ms - 31536000000 THEN
    RAISE EXCEPTION USING MESSAGE = 'a row of the audit log stays for a year', ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_anchors_of_rows BEFORE INSERT ON audit_anchors FOR EACH ROW EXECUTE FUNCTION check_audit_anchor();
--> statement-breakpoint
CREATE TRIGGER ledger_rows_no_delete BEFORE DELETE ON ledger_rows FOR EACH ROW EXECUTE FUNCTION refuse_change('the ledger is append-only');
--> statement-breakpoint
CREATE TRIGGER attribution_decisions_no_update BEFORE UPDATE ON attribution_decisions FOR EACH ROW EXECUTE FUNCTION refuse_change('decisions are append-only');
--> statement-breakpoint
CREATE TRIGGER attribution_decisions_no_delete BEFORE DELETE ON attribution_decisions FOR EACH ROW EXECUTE FUNCTION refuse_change('decisions are append-only');
--> statement-breakpoint
CREATE TRIGGER ledger_heads_no_update BEFORE UPDATE ON ledger_heads FOR EACH ROW EXECUTE FUNCTION refuse_change('the heads of the ledger are append-only');
--> statement-breakpoint
CREATE TRIGGER ledger_heads_no_delete BEFORE DELETE ON ledger_heads FOR EACH ROW EXECUTE FUNCTION refuse_change('the heads of the ledger are append-only');
--> statement-breakpoint
CREATE TRIGGER factor_versions_no_update BEFORE UPDATE ON factor_versions FOR EACH ROW EXECUTE FUNCTION refuse_change('versions of factors are append-only');
--> statement-breakpoint
CREATE TRIGGER factor_versions_no_delete BEFORE DELETE ON factor_versions FOR EACH ROW EXECUTE FUNCTION refuse_change('versions of factors are append-only');
--> statement-breakpoint
CREATE TRIGGER handover_papers_no_update BEFORE UPDATE ON handover_papers FOR EACH ROW EXECUTE FUNCTION refuse_change('the documents of a handover do not change');
--> statement-breakpoint
CREATE TRIGGER handover_papers_no_delete BEFORE DELETE ON handover_papers FOR EACH ROW EXECUTE FUNCTION refuse_change('the documents of a handover do not change');
--> statement-breakpoint
CREATE TRIGGER handover_paper_files_no_update BEFORE UPDATE ON handover_paper_files FOR EACH ROW EXECUTE FUNCTION refuse_change('the documents of a handover do not change');
--> statement-breakpoint
CREATE TRIGGER handover_paper_files_no_delete BEFORE DELETE ON handover_paper_files FOR EACH ROW EXECUTE FUNCTION refuse_change('the documents of a handover do not change');
--> statement-breakpoint
CREATE TRIGGER audit_anchors_no_update BEFORE UPDATE ON audit_anchors FOR EACH ROW EXECUTE FUNCTION refuse_change('anchors of the audit log are append-only');
--> statement-breakpoint
CREATE TRIGGER audit_anchors_no_delete BEFORE DELETE ON audit_anchors FOR EACH ROW EXECUTE FUNCTION refuse_change('anchors of the audit log are append-only');
--> statement-breakpoint
CREATE TRIGGER audit_rows_no_update BEFORE UPDATE ON audit_rows FOR EACH ROW EXECUTE FUNCTION refuse_change('the audit log is append-only');
--> statement-breakpoint
CREATE TRIGGER ledger_rows_no_truncate BEFORE TRUNCATE ON ledger_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('the ledger is append-only');
--> statement-breakpoint
CREATE TRIGGER ledger_heads_no_truncate BEFORE TRUNCATE ON ledger_heads FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('the heads of the ledger are append-only');
--> statement-breakpoint
CREATE TRIGGER audit_rows_no_truncate BEFORE TRUNCATE ON audit_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('the audit log is append-only');
--> statement-breakpoint
CREATE TRIGGER audit_anchors_no_truncate BEFORE TRUNCATE ON audit_anchors FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('anchors of the audit log are append-only');
--> statement-breakpoint
CREATE TRIGGER attribution_decisions_no_truncate BEFORE TRUNCATE ON attribution_decisions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('decisions are append-only');
--> statement-breakpoint
CREATE TRIGGER factor_versions_no_truncate BEFORE TRUNCATE ON factor_versions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('versions of factors are append-only');
--> statement-breakpoint
CREATE TRIGGER handover_papers_no_truncate BEFORE TRUNCATE ON handover_papers FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('the documents of a handover do not change');
--> statement-breakpoint
CREATE TRIGGER handover_paper_files_no_truncate BEFORE TRUNCATE ON handover_paper_files FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('the documents of a handover do not change');
--> statement-breakpoint
-- A search is told of every change of what it reads, in the transaction of the change.
CREATE FUNCTION note_search_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  kind text := TG_ARGV[0];
  field text := TG_ARGV[1];
  ids text[] := '{}';
  one text;
BEGIN
  IF TG_OP <> 'DELETE' THEN ids := ids || (to_jsonb(NEW) ->> field); END IF;
  IF TG_OP <> 'INSERT' THEN ids := ids || (to_jsonb(OLD) ->> field); END IF;
  FOR one IN SELECT DISTINCT id FROM unnest(ids) AS id WHERE id IS NOT NULL LOOP
    DELETE FROM search_changes WHERE entity = kind AND entity_id = one;
    INSERT INTO search_changes (entity, entity_id) VALUES (kind, one);
  END LOOP;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER search_lots AFTER INSERT OR UPDATE OR DELETE ON lots FOR EACH ROW EXECUTE FUNCTION note_search_change('lot', 'id');
--> statement-breakpoint
CREATE TRIGGER search_needs AFTER INSERT OR UPDATE OR DELETE ON needs FOR EACH ROW EXECUTE FUNCTION note_search_change('need', 'id');
--> statement-breakpoint
CREATE TRIGGER search_photos AFTER INSERT OR UPDATE OF lot_id OR DELETE ON photos FOR EACH ROW EXECUTE FUNCTION note_search_change('lot', 'lot_id');
--> statement-breakpoint
CREATE FUNCTION count_table_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE table_versions SET version = version + 1 WHERE name = TG_TABLE_NAME;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER ledger_rows_version AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON ledger_rows FOR EACH STATEMENT EXECUTE FUNCTION count_table_version();
--> statement-breakpoint
CREATE TRIGGER communes_version AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON communes FOR EACH STATEMENT EXECUTE FUNCTION count_table_version();
--> statement-breakpoint
CREATE TRIGGER sites_version AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON sites FOR EACH STATEMENT EXECUTE FUNCTION count_table_version();
--> statement-breakpoint
CREATE TRIGGER inventories_version AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON inventories FOR EACH STATEMENT EXECUTE FUNCTION count_table_version();
--> statement-breakpoint
CREATE TRIGGER inventory_lines_version AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON inventory_lines FOR EACH STATEMENT EXECUTE FUNCTION count_table_version();
--> statement-breakpoint
INSERT INTO table_versions (name, version) VALUES ('ledger_rows', 0), ('communes', 0), ('sites', 0), ('inventories', 0), ('inventory_lines', 0);
