# The database of orders-api in dev. Ask in the orders channel before a change at the weekend.

include "root" {
  path = find_in_parent_folders("root.hcl")
}

terraform {
  source = "git::https://github.com/acme/infrastructure-modules.git//modules/postgres-database?ref=v1.0.0"
}

dependency "network" {
  config_path = "../network"

  # Lets a plan run before the network is there.
  mock_outputs = {
    database_subnet_ids = ["subnet-mock-a", "subnet-mock-b"]
  }
  mock_outputs_allowed_terraform_commands = ["init", "validate", "plan"]
}

inputs = {
  name          = "orders-db"
  instance_size = "small"
  storage_gb    = 50 # was 20 until the load test in spring

  subnet_ids = dependency.network.outputs.database_subnet_ids

  # Dev is thrown away and made anew now and then.
  deletion_protection = false

  parameters = {
    max_connections            = "200"
    log_min_duration_statement = "500" # milliseconds
  }

  maintenance_window = {
    day        = "tuesday" # not on Mondays, the import of the weekend's orders runs then
    start_hour = 4
  }
}
