CREATE TABLE `programme_budget_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`dossier_id` text NOT NULL,
	`label` text NOT NULL,
	`planned_cents` integer NOT NULL,
	`committed_cents` integer NOT NULL,
	`spent_cents` integer NOT NULL,
	`created_at_ms` integer NOT NULL,
	FOREIGN KEY (`dossier_id`) REFERENCES `programme_dossiers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `programme_budget_dossier` ON `programme_budget_lines` (`dossier_id`,`created_at_ms`);--> statement-breakpoint
CREATE TABLE `programme_criteria` (
	`version` integer PRIMARY KEY NOT NULL,
	`criteria` text NOT NULL,
	`reason` text NOT NULL,
	`published_by_user_id` text NOT NULL,
	`published_at_ms` integer NOT NULL,
	FOREIGN KEY (`published_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `programme_dossiers` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`commune_code` text NOT NULL,
	`state` text NOT NULL,
	`aim` text DEFAULT '' NOT NULL,
	`sites` text DEFAULT '' NOT NULL,
	`referent` text DEFAULT '' NOT NULL,
	`referent_email` text DEFAULT '' NOT NULL,
	`elected` text DEFAULT '' NOT NULL,
	`start_month` text,
	`months` integer,
	`asked_cents` integer,
	`target_mass_g` integer,
	`target_rate_percent` integer,
	`target_surveys` integer,
	`other_target` text DEFAULT '' NOT NULL,
	`criteria_version` integer,
	`submitted_at_ms` integer,
	`decision_reason` text DEFAULT '' NOT NULL,
	`decided_at_ms` integer,
	`decided_by_user_id` text,
	`granted_cents` integer,
	`started_on` text,
	`ends_on` text,
	`scaling` text DEFAULT '' NOT NULL,
	`created_by_user_id` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`commune_code`) REFERENCES `communes`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "programme_dossiers_months" CHECK("programme_dossiers"."months" is null or "programme_dossiers"."months" between 1 and 12)
);
--> statement-breakpoint
CREATE INDEX `programme_dossiers_organisation` ON `programme_dossiers` (`organisation_id`,`created_at_ms`);--> statement-breakpoint
CREATE INDEX `programme_dossiers_state` ON `programme_dossiers` (`state`);--> statement-breakpoint
CREATE UNIQUE INDEX `programme_dossiers_live` ON `programme_dossiers` (`commune_code`) WHERE "programme_dossiers"."state" not in ('withdrawn', 'declined');--> statement-breakpoint
CREATE TABLE `programme_fiches` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`materials` text NOT NULL,
	`topics` text NOT NULL,
	`state` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`created_by_user_id` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `programme_fiches_state` ON `programme_fiches` (`state`,`updated_at_ms`);--> statement-breakpoint
CREATE TABLE `programme_fund` (
	`id` text PRIMARY KEY NOT NULL,
	`amount_cents` integer NOT NULL,
	`granted_cents` integer NOT NULL,
	`set_by_user_id` text NOT NULL,
	`updated_at_ms` integer NOT NULL,
	FOREIGN KEY (`set_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "programme_fund_kept" CHECK("programme_fund"."granted_cents" between 0 and "programme_fund"."amount_cents")
);
--> statement-breakpoint
CREATE TABLE `programme_materials` (
	`id` text PRIMARY KEY NOT NULL,
	`workshop_id` text NOT NULL,
	`title` text NOT NULL,
	`url` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	FOREIGN KEY (`workshop_id`) REFERENCES `programme_workshops`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `programme_materials_workshop` ON `programme_materials` (`workshop_id`,`created_at_ms`);--> statement-breakpoint
CREATE TABLE `programme_milestones` (
	`id` text PRIMARY KEY NOT NULL,
	`dossier_id` text NOT NULL,
	`label` text NOT NULL,
	`due_on` text NOT NULL,
	`done_on` text,
	`created_at_ms` integer NOT NULL,
	FOREIGN KEY (`dossier_id`) REFERENCES `programme_dossiers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `programme_milestones_dossier` ON `programme_milestones` (`dossier_id`,`due_on`);--> statement-breakpoint
CREATE TABLE `programme_posts` (
	`id` text PRIMARY KEY NOT NULL,
	`parent_id` text,
	`organisation_id` text NOT NULL,
	`user_id` text NOT NULL,
	`text` text NOT NULL,
	`hidden_at_ms` integer,
	`hidden_reason` text DEFAULT '' NOT NULL,
	`created_at_ms` integer NOT NULL,
	FOREIGN KEY (`parent_id`) REFERENCES `programme_posts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `programme_posts_thread` ON `programme_posts` (`parent_id`,`created_at_ms`);--> statement-breakpoint
CREATE TABLE `programme_reports` (
	`dossier_id` text PRIMARY KEY NOT NULL,
	`results` text NOT NULL,
	`lessons` text NOT NULL,
	`difficulties` text NOT NULL,
	`sequel` text NOT NULL,
	`figures` text,
	`submitted_at_ms` integer,
	`updated_at_ms` integer NOT NULL,
	FOREIGN KEY (`dossier_id`) REFERENCES `programme_dossiers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `programme_reviewers` (
	`user_id` text PRIMARY KEY NOT NULL,
	`added_by_user_id` text NOT NULL,
	`added_at_ms` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `programme_reviews` (
	`dossier_id` text NOT NULL,
	`user_id` text NOT NULL,
	`criteria_version` integer NOT NULL,
	`scores` text NOT NULL,
	`comment` text DEFAULT '' NOT NULL,
	`updated_at_ms` integer NOT NULL,
	PRIMARY KEY(`dossier_id`, `user_id`, `criteria_version`),
	FOREIGN KEY (`dossier_id`) REFERENCES `programme_dossiers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `programme_seats` (
	`id` text PRIMARY KEY NOT NULL,
	`workshop_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`commune_code` text NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`role` text NOT NULL,
	`attended` integer,
	`created_by_user_id` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	FOREIGN KEY (`workshop_id`) REFERENCES `programme_workshops`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`commune_code`) REFERENCES `communes`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `programme_seats_person` ON `programme_seats` (`workshop_id`,`email`);--> statement-breakpoint
CREATE INDEX `programme_seats_commune` ON `programme_seats` (`commune_code`);--> statement-breakpoint
CREATE TABLE `programme_workshops` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`audience` text NOT NULL,
	`on_day` text NOT NULL,
	`from_hour` text NOT NULL,
	`until_hour` text NOT NULL,
	`place` text NOT NULL,
	`programme` text NOT NULL,
	`places` integer NOT NULL,
	`taken` integer DEFAULT 0 NOT NULL,
	`cancelled_at_ms` integer,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	CONSTRAINT "programme_workshops_seats" CHECK("programme_workshops"."taken" between 0 and "programme_workshops"."places")
);
--> statement-breakpoint
CREATE INDEX `programme_workshops_day` ON `programme_workshops` (`on_day`);