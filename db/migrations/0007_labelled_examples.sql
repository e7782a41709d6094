CREATE TABLE `labelled_examples` (
	`photo_id` text PRIMARY KEY NOT NULL,
	`material` text,
	`label` text,
	`origin` text NOT NULL,
	`state` text NOT NULL,
	`decided_by` text,
	`model_version` text,
	`said_material` text,
	`source` text,
	`licence` text,
	`kept_since_ms` integer NOT NULL,
	`decided_at_ms` integer NOT NULL,
	FOREIGN KEY (`photo_id`) REFERENCES `photos`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`decided_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "labelled_examples_accepted" CHECK("labelled_examples"."state" <> 'accepted' or "labelled_examples"."label" is not null),
	CONSTRAINT "labelled_examples_folder" CHECK(("labelled_examples"."source" is null) = ("labelled_examples"."licence" is null))
);
--> statement-breakpoint
CREATE INDEX `labelled_examples_state` ON `labelled_examples` (`state`,`label`);--> statement-breakpoint
CREATE INDEX `labelled_examples_kept` ON `labelled_examples` (`kept_since_ms`);--> statement-breakpoint
ALTER TABLE `organisations` ADD `shares_photos_since_ms` integer;