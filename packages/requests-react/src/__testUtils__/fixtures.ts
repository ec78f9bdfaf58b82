// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** What git prints for a new unit. */
export const NEW_UNIT_DIFF = `diff --git a/live/dev/eu-central-1/dev/pg-orders/terragrunt.hcl b/live/dev/eu-central-1/dev/pg-orders/terragrunt.hcl
new file mode 100644
index 0000000..1f2e3d4
--- /dev/null
+++ b/live/dev/eu-central-1/dev/pg-orders/terragrunt.hcl
@@ -0,0 +1,12 @@
+include "root" {
+  path = find_in_parent_folders("root.hcl")
+}
+
+terraform {
+  source = "git::https://example.com/acme/infrastructure-modules.git//modules/postgres-database?ref=v1.1.0"
+}
+
+inputs = {
+  name       = "pg-orders"
+  storage_gb = 20
+}
`;
