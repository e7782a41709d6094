CREATE TABLE `pickup_offers` (
	`reservation_id` text NOT NULL,
	`on_day` text NOT NULL,
	`part` text NOT NULL,
	`offered_by_user_id` text NOT NULL,
	`offered_at_ms` integer NOT NULL,
	PRIMARY KEY(`reservation_id`, `on_day`, `part`),
	FOREIGN KEY (`reservation_id`) REFERENCES `reservations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`offered_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `reservation_disputes` (
	`id` text PRIMARY KEY NOT NULL,
	`reservation_id` text NOT NULL,
	`opened_by` text NOT NULL,
	`opened_by_user_id` text NOT NULL,
	`cause` text NOT NULL,
	`text` text NOT NULL,
	`opened_at_ms` integer NOT NULL,
	`proposed_outcome` text,
	`proposed_by` text,
	`proposed_note` text DEFAULT '' NOT NULL,
	`outcome` text,
	`settled_by` text,
	`settled_note` text DEFAULT '' NOT NULL,
	`settled_at_ms` integer,
	FOREIGN KEY (`reservation_id`) REFERENCES `reservations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`opened_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reservation_disputes_open` ON `reservation_disputes` (`reservation_id`) WHERE "reservation_disputes"."settled_at_ms" is null;--> statement-breakpoint
CREATE INDEX `reservation_disputes_reservation` ON `reservation_disputes` (`reservation_id`,`opened_at_ms`);--> statement-breakpoint
CREATE TABLE `reservation_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`reservation_id` text NOT NULL,
	`side` text NOT NULL,
	`user_id` text NOT NULL,
	`text` text NOT NULL,
	`sent_at_ms` integer NOT NULL,
	FOREIGN KEY (`reservation_id`) REFERENCES `reservations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reservation_messages_reservation` ON `reservation_messages` (`reservation_id`,`sent_at_ms`);--> statement-breakpoint
CREATE TABLE `reservation_reads` (
	`reservation_id` text NOT NULL,
	`user_id` text NOT NULL,
	`read_at_ms` integer NOT NULL,
	PRIMARY KEY(`reservation_id`, `user_id`),
	FOREIGN KEY (`reservation_id`) REFERENCES `reservations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `used_act_links` (
	`link_hash` text PRIMARY KEY NOT NULL,
	`reservation_id` text NOT NULL,
	`user_id` text NOT NULL,
	`act` text NOT NULL,
	`used_at_ms` integer NOT NULL,
	FOREIGN KEY (`reservation_id`) REFERENCES `reservations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `lot_waiters` (
	`id` text PRIMARY KEY NOT NULL,
	`lot_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`user_id` text NOT NULL,
	`quantity_milli` integer NOT NULL,
	`status` text NOT NULL,
	`joined_at_ms` integer NOT NULL,
	`priority_until_ms` integer,
	`ended_at_ms` integer,
	FOREIGN KEY (`lot_id`) REFERENCES `lots`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "lot_waiters_quantity" CHECK("lot_waiters"."quantity_milli" > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `lot_waiters_live` ON `lot_waiters` (`lot_id`,`organisation_id`) WHERE "lot_waiters"."status" in ('waiting', 'offered');--> statement-breakpoint
CREATE INDEX `lot_waiters_line` ON `lot_waiters` (`lot_id`,`status`,`joined_at_ms`);--> statement-breakpoint
CREATE INDEX `lot_waiters_organisation` ON `lot_waiters` (`organisation_id`,`status`);--> statement-breakpoint
CREATE INDEX `lot_waiters_priority` ON `lot_waiters` (`status`,`priority_until_ms`);--> statement-breakpoint
ALTER TABLE `photos` ADD `message_id` text REFERENCES reservation_messages(id);--> statement-breakpoint
CREATE INDEX `photos_message` ON `photos` (`message_id`,`position`);--> statement-breakpoint
-- A slot that both sides agreed on before there was a status for it.
UPDATE `reservations` SET `status` = 'scheduled' WHERE `status` = 'accepted' AND `pickup_agreed_at_ms` IS NOT NULL;
