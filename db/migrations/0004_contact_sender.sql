ALTER TABLE `contact_messages` ADD `sender_key` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `contact_messages_sender` ON `contact_messages` (`sender_key`,`created_at_ms`);