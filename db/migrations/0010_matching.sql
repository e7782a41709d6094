CREATE TABLE `basket_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`basket_id` text NOT NULL,
	`position` integer NOT NULL,
	`label` text NOT NULL,
	`material` text,
	`unit` text NOT NULL,
	`quantity_milli` integer NOT NULL,
	`new_unit_price_cents` integer,
	FOREIGN KEY (`basket_id`) REFERENCES `baskets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `basket_lines_basket` ON `basket_lines` (`basket_id`,`position`);--> statement-breakpoint
CREATE TABLE `baskets` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`author_user_id` text NOT NULL,
	`title` text NOT NULL,
	`commune_code` text NOT NULL,
	`needed_from` text NOT NULL,
	`needed_until` text NOT NULL,
	`radius_km` integer NOT NULL,
	`min_condition` integer NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`commune_code`) REFERENCES `communes`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `baskets_organisation` ON `baskets` (`organisation_id`,`created_at_ms`);--> statement-breakpoint
CREATE TABLE `allocation_parts` (
	`plan_id` text NOT NULL,
	`lot_id` text NOT NULL,
	`need_id` text NOT NULL,
	`quantity_milli` integer NOT NULL,
	`net_g` integer,
	`mass_g` integer,
	`score_centi` integer NOT NULL,
	`critical_on` text NOT NULL,
	PRIMARY KEY(`plan_id`, `lot_id`, `need_id`),
	FOREIGN KEY (`plan_id`) REFERENCES `allocation_plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lot_id`) REFERENCES `lots`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`need_id`) REFERENCES `needs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `allocation_parts_lot` ON `allocation_parts` (`lot_id`);--> statement-breakpoint
CREATE INDEX `allocation_parts_need` ON `allocation_parts` (`need_id`);--> statement-breakpoint
CREATE TABLE `allocation_plans` (
	`id` text PRIMARY KEY NOT NULL,
	`computed_at_ms` integer NOT NULL,
	`day` text NOT NULL,
	`change_seq` integer NOT NULL,
	`formula_version` text NOT NULL,
	`weights_version` text NOT NULL,
	`factor_version` text NOT NULL,
	`summary` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `allocation_plans_time` ON `allocation_plans` (`computed_at_ms`);--> statement-breakpoint
CREATE TABLE `match_computations` (
	`id` text PRIMARY KEY NOT NULL,
	`pair_id` text NOT NULL,
	`lot_side` text NOT NULL,
	`need_side` text NOT NULL,
	`formula_version` text NOT NULL,
	`weights_version` text NOT NULL,
	`factor_version` text NOT NULL,
	`score_centi` integer NOT NULL,
	`parts_centi` text NOT NULL,
	`computed_at_ms` integer NOT NULL,
	FOREIGN KEY (`pair_id`) REFERENCES `match_pairs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `match_computations_pair` ON `match_computations` (`pair_id`,`computed_at_ms`);--> statement-breakpoint
CREATE TABLE `match_pairs` (
	`id` text PRIMARY KEY NOT NULL,
	`lot_id` text NOT NULL,
	`need_id` text NOT NULL,
	`giver_organisation_id` text NOT NULL,
	`taker_organisation_id` text NOT NULL,
	`origin` text NOT NULL,
	`score_centi` integer NOT NULL,
	`is_stale` integer DEFAULT false NOT NULL,
	`proposed_at_ms` integer NOT NULL,
	`contacted_at_ms` integer,
	`contacted_by_organisation_id` text,
	`dismissed_at_ms` integer,
	`dismissed_by_organisation_id` text,
	`dismissed_reason` text,
	`dismissed_note` text DEFAULT '' NOT NULL,
	`updated_at_ms` integer NOT NULL,
	FOREIGN KEY (`lot_id`) REFERENCES `lots`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`need_id`) REFERENCES `needs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`giver_organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`taker_organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "match_pairs_score" CHECK("match_pairs"."score_centi" between 0 and 10000)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `match_pairs_lot_need` ON `match_pairs` (`lot_id`,`need_id`);--> statement-breakpoint
CREATE INDEX `match_pairs_need` ON `match_pairs` (`need_id`);--> statement-breakpoint
CREATE INDEX `match_pairs_giver` ON `match_pairs` (`giver_organisation_id`,`updated_at_ms`);--> statement-breakpoint
CREATE INDEX `match_pairs_taker` ON `match_pairs` (`taker_organisation_id`,`updated_at_ms`);--> statement-breakpoint
CREATE TABLE `match_weights` (
	`version` text PRIMARY KEY NOT NULL,
	`weights` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`set_by_user_id` text NOT NULL,
	`set_at_ms` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `lots` ADD `is_whole` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `lots` ADD `min_take_milli` integer;