# The ledger's database. Payments and data platform own the data in it; a change needs a change ticket.

include "root" {
  path = find_in_parent_folders("root.hcl")
}

terraform {
  source = "git::https://github.com/acme/infrastructure-modules.git//modules/postgres-database?ref=v1.1.0"
}

dependency "network" {
  config_path = "../network"

  mock_outputs = {
    database_subnet_ids = ["subnet-mock-a", "subnet-mock-b"]
  }
  mock_outputs_allowed_terraform_commands = ["init", "validate", "plan"]
}

inputs = {
  name                = "pg-payments"
  data_classification = "restricted"
  instance_size       = "large"
  storage_gb          = 500
  multi_az            = true

  # Not 17 yet: the ledger's extension is not built for it.
  engine_version = "16"

  # The auditors ask for five weeks.
  backup_retention_days = 35

  subnet_ids = dependency.network.outputs.database_subnet_ids
}
