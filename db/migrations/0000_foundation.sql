CREATE TABLE `ledger_entries` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`handover_id` text NOT NULL,
	`from_site_id` text NOT NULL,
	`from_commune_code` text NOT NULL,
	`to_commune_code` text,
	`material` text NOT NULL,
	`mass_g` integer NOT NULL,
	`straight_m` integer,
	`net_avoided_g_co2e` integer,
	`factor_version` text,
	`handed_over_on` text NOT NULL,
	`recorded_at_ms` integer NOT NULL,
	FOREIGN KEY (`handover_id`) REFERENCES `handovers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from_site_id`) REFERENCES `sites`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from_commune_code`) REFERENCES `communes`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_commune_code`) REFERENCES `communes`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ledger_mass" CHECK("ledger_entries"."mass_g" > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_entries_handover_id_unique` ON `ledger_entries` (`handover_id`);--> statement-breakpoint
CREATE INDEX `ledger_from_site` ON `ledger_entries` (`from_site_id`);--> statement-breakpoint
CREATE INDEX `ledger_from_commune` ON `ledger_entries` (`from_commune_code`,`handed_over_on`);--> statement-breakpoint
CREATE INDEX `ledger_to_commune` ON `ledger_entries` (`to_commune_code`,`handed_over_on`);--> statement-breakpoint
CREATE TABLE `classifications` (
	`photo_id` text PRIMARY KEY NOT NULL,
	`model_version` text NOT NULL,
	`verdict` text NOT NULL,
	`candidates` text NOT NULL,
	`inference_ms` integer NOT NULL,
	`classified_at_ms` integer NOT NULL,
	FOREIGN KEY (`photo_id`) REFERENCES `photos`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `communes` (
	`code` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`departement` text NOT NULL,
	`ept_code` text,
	`ept_name` text,
	`population` integer NOT NULL,
	`lat` real NOT NULL,
	`lon` real NOT NULL,
	`tile_column` integer NOT NULL,
	`tile_row` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `communes_name` ON `communes` (`name`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id_hash` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	`last_seen_at_ms` integer NOT NULL,
	`expires_at_ms` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE INDEX `sessions_expiry` ON `sessions` (`expires_at_ms`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text,
	`locale` text DEFAULT 'fr' NOT NULL,
	`created_at_ms` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email_unique` ON `users` (`email`);--> statement-breakpoint
CREATE TABLE `lots` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`organisation_id` text NOT NULL,
	`site_id` text NOT NULL,
	`commune_code` text NOT NULL,
	`material` text NOT NULL,
	`title` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`search_text` text NOT NULL,
	`unit` text NOT NULL,
	`quantity_milli` integer NOT NULL,
	`available_milli` integer NOT NULL,
	`mass_g` integer,
	`mass_estimated` integer DEFAULT false NOT NULL,
	`condition` integer NOT NULL,
	`available_from` text NOT NULL,
	`available_until` text NOT NULL,
	`unit_price_cents` integer DEFAULT 0 NOT NULL,
	`status` text NOT NULL,
	`material_source` text NOT NULL,
	`published_at_ms` integer NOT NULL,
	`created_at_ms` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`site_id`) REFERENCES `sites`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`commune_code`) REFERENCES `communes`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "lots_stock" CHECK("lots"."quantity_milli" > 0 and "lots"."available_milli" >= 0 and "lots"."available_milli" <= "lots"."quantity_milli"),
	CONSTRAINT "lots_condition" CHECK("lots"."condition" between 1 and 5)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `lots_reference_unique` ON `lots` (`reference`);--> statement-breakpoint
CREATE INDEX `lots_open` ON `lots` (`status`,`material`,`available_until`);--> statement-breakpoint
CREATE INDEX `lots_published` ON `lots` (`status`,`published_at_ms`);--> statement-breakpoint
CREATE INDEX `lots_organisation` ON `lots` (`organisation_id`,`created_at_ms`);--> statement-breakpoint
CREATE INDEX `lots_site` ON `lots` (`site_id`);--> statement-breakpoint
CREATE INDEX `lots_commune` ON `lots` (`commune_code`,`status`);--> statement-breakpoint
CREATE TABLE `needs` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`site_id` text,
	`commune_code` text NOT NULL,
	`material` text NOT NULL,
	`title` text NOT NULL,
	`unit` text NOT NULL,
	`quantity_milli` integer NOT NULL,
	`open_milli` integer NOT NULL,
	`needed_from` text NOT NULL,
	`needed_until` text NOT NULL,
	`radius_km` integer NOT NULL,
	`min_condition` integer NOT NULL,
	`budget_unit_cents` integer,
	`status` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`site_id`) REFERENCES `sites`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`commune_code`) REFERENCES `communes`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "needs_quantity" CHECK("needs"."quantity_milli" > 0 and "needs"."open_milli" >= 0 and "needs"."open_milli" <= "needs"."quantity_milli"),
	CONSTRAINT "needs_condition" CHECK("needs"."min_condition" between 1 and 5),
	CONSTRAINT "needs_radius" CHECK("needs"."radius_km" between 1 and 100)
);
--> statement-breakpoint
CREATE INDEX `needs_open` ON `needs` (`status`,`material`,`needed_until`);--> statement-breakpoint
CREATE INDEX `needs_organisation` ON `needs` (`organisation_id`,`created_at_ms`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`user_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`user_id`, `organisation_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `memberships_organisation` ON `memberships` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`siret` text,
	`kind` text NOT NULL,
	`is_giver` integer DEFAULT false NOT NULL,
	`is_taker` integer DEFAULT false NOT NULL,
	`commune_code` text,
	`created_at_ms` integer NOT NULL,
	FOREIGN KEY (`commune_code`) REFERENCES `communes`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `photos` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`lot_id` text,
	`position` integer DEFAULT 0 NOT NULL,
	`sha256` text NOT NULL,
	`storage_key` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`is_synthetic` integer DEFAULT false NOT NULL,
	`created_at_ms` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lot_id`) REFERENCES `lots`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `photos_lot` ON `photos` (`lot_id`,`position`);--> statement-breakpoint
CREATE INDEX `photos_organisation` ON `photos` (`organisation_id`,`created_at_ms`);--> statement-breakpoint
CREATE TABLE `changes` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`entity` text NOT NULL,
	`entity_id` text NOT NULL,
	`at_ms` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`entity` text NOT NULL,
	`entity_id` text NOT NULL,
	`kind` text NOT NULL,
	`actor_user_id` text,
	`detail` text NOT NULL,
	`at_ms` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `events_entity` ON `events` (`entity`,`entity_id`,`at_ms`);--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`payload` text NOT NULL,
	`dedupe_key` text NOT NULL,
	`status` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`run_at_ms` integer NOT NULL,
	`lease_owner` text,
	`lease_until_ms` integer,
	`last_error` text,
	`created_at_ms` integer NOT NULL,
	`done_at_ms` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_dedupe` ON `jobs` (`kind`,`dedupe_key`);--> statement-breakpoint
CREATE INDEX `jobs_ready` ON `jobs` (`status`,`run_at_ms`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`topic` text NOT NULL,
	`payload` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	`dispatched_at_ms` integer
);
--> statement-breakpoint
CREATE INDEX `outbox_waiting` ON `outbox` (`dispatched_at_ms`,`created_at_ms`);--> statement-breakpoint
CREATE TABLE `handover_confirmations` (
	`reservation_id` text NOT NULL,
	`side` text NOT NULL,
	`mass_g` integer NOT NULL,
	`signed_name` text NOT NULL,
	`user_id` text NOT NULL,
	`at_ms` integer NOT NULL,
	PRIMARY KEY(`reservation_id`, `side`),
	FOREIGN KEY (`reservation_id`) REFERENCES `reservations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "handover_confirmations_mass" CHECK("handover_confirmations"."mass_g" > 0)
);
--> statement-breakpoint
CREATE TABLE `handovers` (
	`id` text PRIMARY KEY NOT NULL,
	`reservation_id` text NOT NULL,
	`handed_over_on` text NOT NULL,
	`mass_g` integer NOT NULL,
	`quantity_milli` integer NOT NULL,
	`legal_status` text NOT NULL,
	`sorting_operator` text NOT NULL,
	`completed_at_ms` integer NOT NULL,
	FOREIGN KEY (`reservation_id`) REFERENCES `reservations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "handovers_mass" CHECK("handovers"."mass_g" > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `handovers_reservation_id_unique` ON `handovers` (`reservation_id`);--> statement-breakpoint
CREATE TABLE `reservations` (
	`id` text PRIMARY KEY NOT NULL,
	`lot_id` text NOT NULL,
	`need_id` text,
	`giver_organisation_id` text NOT NULL,
	`taker_organisation_id` text NOT NULL,
	`taker_commune_code` text,
	`taker_site_id` text,
	`quantity_milli` integer NOT NULL,
	`status` text NOT NULL,
	`message` text DEFAULT '' NOT NULL,
	`decision_reason` text,
	`requested_by_user_id` text NOT NULL,
	`match_score` integer,
	`created_at_ms` integer NOT NULL,
	`decided_at_ms` integer,
	`expires_at_ms` integer,
	FOREIGN KEY (`lot_id`) REFERENCES `lots`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`need_id`) REFERENCES `needs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`giver_organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`taker_organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`taker_commune_code`) REFERENCES `communes`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`taker_site_id`) REFERENCES `sites`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`requested_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reservations_quantity" CHECK("reservations"."quantity_milli" > 0)
);
--> statement-breakpoint
CREATE INDEX `reservations_lot` ON `reservations` (`lot_id`,`status`);--> statement-breakpoint
CREATE INDEX `reservations_giver` ON `reservations` (`giver_organisation_id`,`created_at_ms`);--> statement-breakpoint
CREATE INDEX `reservations_taker` ON `reservations` (`taker_organisation_id`,`created_at_ms`);--> statement-breakpoint
CREATE INDEX `reservations_expiry` ON `reservations` (`status`,`expires_at_ms`);--> statement-breakpoint
CREATE TABLE `inventories` (
	`id` text PRIMARY KEY NOT NULL,
	`site_id` text NOT NULL,
	`kind` text NOT NULL,
	`surveyed_on` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	FOREIGN KEY (`site_id`) REFERENCES `sites`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `inventories_site_id_unique` ON `inventories` (`site_id`);--> statement-breakpoint
CREATE TABLE `inventory_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`inventory_id` text NOT NULL,
	`material` text NOT NULL,
	`product` text NOT NULL,
	`quantity_milli` integer NOT NULL,
	`unit` text NOT NULL,
	`mass_g` integer NOT NULL,
	`reusable_mass_g` integer NOT NULL,
	FOREIGN KEY (`inventory_id`) REFERENCES `inventories`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "inventory_lines_masses" CHECK("inventory_lines"."mass_g" >= 0 and "inventory_lines"."reusable_mass_g" >= 0 and "inventory_lines"."reusable_mass_g" <= "inventory_lines"."mass_g")
);
--> statement-breakpoint
CREATE INDEX `inventory_lines_inventory` ON `inventory_lines` (`inventory_id`);--> statement-breakpoint
CREATE TABLE `sites` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`commune_code` text NOT NULL,
	`address` text NOT NULL,
	`lat` real,
	`lon` real,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`commune_code`) REFERENCES `communes`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sites_organisation` ON `sites` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `sites_commune_end` ON `sites` (`commune_code`,`ends_on`);