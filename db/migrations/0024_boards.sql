CREATE TABLE `commune_mails` (
	`user_id` text NOT NULL,
	`commune_code` text NOT NULL,
	`since_ms` integer NOT NULL,
	PRIMARY KEY(`user_id`, `commune_code`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`commune_code`) REFERENCES `communes`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `commune_purchases` (
	`id` text PRIMARY KEY NOT NULL,
	`commune_code` text NOT NULL,
	`year` integer NOT NULL,
	`label` text NOT NULL,
	`amount_cents` integer NOT NULL,
	`reused_bp` integer NOT NULL,
	`recycled_bp` integer NOT NULL,
	`created_by_user_id` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	FOREIGN KEY (`commune_code`) REFERENCES `communes`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by_user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "commune_purchases_amount" CHECK("commune_purchases"."amount_cents" >= 0),
	CONSTRAINT "commune_purchases_shares" CHECK("commune_purchases"."reused_bp" >= 0 and "commune_purchases"."recycled_bp" >= 0 and "commune_purchases"."reused_bp" + "commune_purchases"."recycled_bp" <= 10000)
);
--> statement-breakpoint
CREATE INDEX `commune_purchases_year` ON `commune_purchases` (`commune_code`,`year`);--> statement-breakpoint
DROP INDEX `ledger_from_site`;--> statement-breakpoint
CREATE INDEX `ledger_sums` ON `ledger_rows` (`handed_over_on`,`material`,`to_commune_code`,`mass_g`,`straight_m`,`net_avoided_g_co2e`,`net_low_g_co2e`,`net_high_g_co2e`,`kind`);--> statement-breakpoint
CREATE INDEX `ledger_flows` ON `ledger_rows` (`from_commune_code`,`to_commune_code`,`handed_over_on`,`mass_g`,`kind`);--> statement-breakpoint
CREATE INDEX `ledger_from_site` ON `ledger_rows` (`from_site_id`,`handed_over_on`,`mass_g`,`kind`);