CREATE TABLE `search_changes` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`entity` text NOT NULL,
	`entity_id` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_changes_entity` ON `search_changes` (`entity`,`entity_id`);--> statement-breakpoint
CREATE TABLE `vocabulary_versions` (
	`version` text PRIMARY KEY NOT NULL,
	`entries` text NOT NULL,
	`act` text NOT NULL,
	`subject` text DEFAULT '' NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`set_by_user_id` text NOT NULL,
	`set_at_ms` integer NOT NULL
);
--> statement-breakpoint
CREATE TRIGGER search_lots_insert AFTER INSERT ON lots
BEGIN
  DELETE FROM search_changes WHERE entity = 'lot' AND entity_id = NEW.id;
  INSERT INTO search_changes (entity, entity_id) VALUES ('lot', NEW.id);
END;
--> statement-breakpoint
CREATE TRIGGER search_lots_update AFTER UPDATE ON lots
BEGIN
  DELETE FROM search_changes WHERE entity = 'lot' AND entity_id = NEW.id;
  INSERT INTO search_changes (entity, entity_id) VALUES ('lot', NEW.id);
END;
--> statement-breakpoint
CREATE TRIGGER search_lots_delete AFTER DELETE ON lots
BEGIN
  DELETE FROM search_changes WHERE entity = 'lot' AND entity_id = OLD.id;
  INSERT INTO search_changes (entity, entity_id) VALUES ('lot', OLD.id);
END;
--> statement-breakpoint
CREATE TRIGGER search_needs_insert AFTER INSERT ON needs
BEGIN
  DELETE FROM search_changes WHERE entity = 'need' AND entity_id = NEW.id;
  INSERT INTO search_changes (entity, entity_id) VALUES ('need', NEW.id);
END;
--> statement-breakpoint
CREATE TRIGGER search_needs_update AFTER UPDATE ON needs
BEGIN
  DELETE FROM search_changes WHERE entity = 'need' AND entity_id = NEW.id;
  INSERT INTO search_changes (entity, entity_id) VALUES ('need', NEW.id);
END;
--> statement-breakpoint
CREATE TRIGGER search_needs_delete AFTER DELETE ON needs
BEGIN
  DELETE FROM search_changes WHERE entity = 'need' AND entity_id = OLD.id;
  INSERT INTO search_changes (entity, entity_id) VALUES ('need', OLD.id);
END;
--> statement-breakpoint
CREATE TRIGGER search_photos_insert AFTER INSERT ON photos WHEN NEW.lot_id IS NOT NULL
BEGIN
  DELETE FROM search_changes WHERE entity = 'lot' AND entity_id = NEW.lot_id;
  INSERT INTO search_changes (entity, entity_id) VALUES ('lot', NEW.lot_id);
END;
--> statement-breakpoint
CREATE TRIGGER search_photos_update AFTER UPDATE OF lot_id ON photos WHEN NEW.lot_id IS NOT NULL
BEGIN
  DELETE FROM search_changes WHERE entity = 'lot' AND entity_id = NEW.lot_id;
  INSERT INTO search_changes (entity, entity_id) VALUES ('lot', NEW.lot_id);
END;
--> statement-breakpoint
CREATE TRIGGER search_photos_leave AFTER UPDATE OF lot_id ON photos WHEN OLD.lot_id IS NOT NULL AND OLD.lot_id IS NOT NEW.lot_id
BEGIN
  DELETE FROM search_changes WHERE entity = 'lot' AND entity_id = OLD.lot_id;
  INSERT INTO search_changes (entity, entity_id) VALUES ('lot', OLD.lot_id);
END;
--> statement-breakpoint
CREATE TRIGGER search_photos_delete AFTER DELETE ON photos WHEN OLD.lot_id IS NOT NULL
BEGIN
  DELETE FROM search_changes WHERE entity = 'lot' AND entity_id = OLD.lot_id;
  INSERT INTO search_changes (entity, entity_id) VALUES ('lot', OLD.lot_id);
END;
