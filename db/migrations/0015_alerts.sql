CREATE TABLE `alert_hits` (
	`search_id` text NOT NULL,
	`item_id` text NOT NULL,
	`pace` text,
	`found_at_ms` integer NOT NULL,
	`settled_at_ms` integer,
	`mail_id` text,
	PRIMARY KEY(`search_id`, `item_id`),
	FOREIGN KEY (`search_id`) REFERENCES `saved_searches`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mail_id`) REFERENCES `alert_mails`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `alert_hits_found` ON `alert_hits` (`search_id`,`found_at_ms`);--> statement-breakpoint
CREATE INDEX `alert_hits_waiting` ON `alert_hits` (`settled_at_ms`,`search_id`);--> statement-breakpoint
CREATE INDEX `alert_hits_mail` ON `alert_hits` (`mail_id`);--> statement-breakpoint
CREATE TABLE `alert_mails` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text,
	`subscriber_id` text,
	`pace` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`subscriber_id`) REFERENCES `alert_subscribers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `alert_mails_user` ON `alert_mails` (`user_id`,`created_at_ms`);--> statement-breakpoint
CREATE INDEX `alert_mails_subscriber` ON `alert_mails` (`subscriber_id`,`created_at_ms`);--> statement-breakpoint
CREATE TABLE `alert_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`address_key` text NOT NULL,
	`sender_key` text NOT NULL,
	`at_ms` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `alert_requests_address` ON `alert_requests` (`address_key`,`at_ms`);--> statement-breakpoint
CREATE INDEX `alert_requests_sender` ON `alert_requests` (`sender_key`,`at_ms`);--> statement-breakpoint
CREATE TABLE `alert_subscribers` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`locale` text NOT NULL,
	`created_at_ms` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `alert_subscribers_email_unique` ON `alert_subscribers` (`email`);--> statement-breakpoint
CREATE TABLE `calendar_links` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_links_person` ON `calendar_links` (`user_id`,`organisation_id`);--> statement-breakpoint
CREATE TABLE `saved_searches` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text,
	`organisation_id` text,
	`subscriber_id` text,
	`subject` text NOT NULL,
	`query` text NOT NULL,
	`name` text NOT NULL,
	`pace` text NOT NULL,
	`paused_at_ms` integer,
	`confirmed_at_ms` integer,
	`seen_at_ms` integer NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`subscriber_id`) REFERENCES `alert_subscribers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `saved_searches_user` ON `saved_searches` (`user_id`,`created_at_ms`);--> statement-breakpoint
CREATE UNIQUE INDEX `saved_searches_of_address` ON `saved_searches` (`subscriber_id`,`subject`,`query`);--> statement-breakpoint
CREATE INDEX `saved_searches_subject` ON `saved_searches` (`subject`,`confirmed_at_ms`);