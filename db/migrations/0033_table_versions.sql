CREATE TABLE `table_versions` (
	`name` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `organisations_closed` ON `organisations` (`suspended_at_ms`) WHERE suspended_at_ms is not null;--> statement-breakpoint
INSERT INTO table_versions (name, version) VALUES ('ledger_rows', 0), ('communes', 0), ('sites', 0), ('inventories', 0), ('inventory_lines', 0);--> statement-breakpoint
CREATE TRIGGER ledger_rows_version_insert AFTER INSERT ON ledger_rows
BEGIN
  UPDATE table_versions SET version = version + 1 WHERE name = 'ledger_rows';
END;--> statement-breakpoint
CREATE TRIGGER ledger_rows_version_update AFTER UPDATE ON ledger_rows
BEGIN
  UPDATE table_versions SET version = version + 1 WHERE name = 'ledger_rows';
END;--> statement-breakpoint
CREATE TRIGGER ledger_rows_version_delete AFTER DELETE ON ledger_rows
BEGIN
  UPDATE table_versions SET version = version + 1 WHERE name = 'ledger_rows';
END;--> statement-breakpoint
CREATE TRIGGER communes_version_insert AFTER INSERT ON communes
BEGIN
  UPDATE table_versions SET version = version + 1 WHERE name = 'communes';
END;--> statement-breakpoint
CREATE TRIGGER communes_version_update AFTER UPDATE ON communes
BEGIN
  UPDATE table_versions SET version = version + 1 WHERE name = 'communes';
END;--> statement-breakpoint
CREATE TRIGGER communes_version_delete AFTER DELETE ON communes
BEGIN
  UPDATE table_versions SET version = version + 1 WHERE name = 'communes';
END;--> statement-breakpoint
CREATE TRIGGER sites_version_insert AFTER INSERT ON sites
BEGIN
  UPDATE table_versions SET version = version + 1 WHERE name = 'sites';
END;--> statement-breakpoint
CREATE TRIGGER sites_version_update AFTER UPDATE ON sites
BEGIN
  UPDATE table_versions SET version = version + 1 WHERE name = 'sites';
END;--> statement-breakpoint
CREATE TRIGGER sites_version_delete AFTER DELETE ON sites
BEGIN
  UPDATE table_versions SET version = version + 1 WHERE name = 'sites';
END;--> statement-breakpoint
CREATE TRIGGER inventories_version_insert AFTER INSERT ON inventories
BEGIN
  UPDATE table_versions SET version = version + 1 WHERE name = 'inventories';
END;--> statement-breakpoint
CREATE TRIGGER inventories_version_update AFTER UPDATE ON inventories
BEGIN
  UPDATE table_versions SET version = version + 1 WHERE name = 'inventories';
END;--> statement-breakpoint
CREATE TRIGGER inventories_version_delete AFTER DELETE ON inventories
BEGIN
  UPDATE table_versions SET version = version + 1 WHERE name = 'inventories';
END;--> statement-breakpoint
CREATE TRIGGER inventory_lines_version_insert AFTER INSERT ON inventory_lines
BEGIN
  UPDATE table_versions SET version = version + 1 WHERE name = 'inventory_lines';
END;--> statement-breakpoint
CREATE TRIGGER inventory_lines_version_update AFTER UPDATE ON inventory_lines
BEGIN
  UPDATE table_versions SET version = version + 1 WHERE name = 'inventory_lines';
END;--> statement-breakpoint
CREATE TRIGGER inventory_lines_version_delete AFTER DELETE ON inventory_lines
BEGIN
  UPDATE table_versions SET version = version + 1 WHERE name = 'inventory_lines';
END;
