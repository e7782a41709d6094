CREATE INDEX "allocation_parts_order" ON "allocation_parts" USING btree ("plan_id","critical_on");
