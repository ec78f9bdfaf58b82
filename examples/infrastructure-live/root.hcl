# Every unit includes this file. It says where state lies and what all units get.

locals {
  account_vars = read_terragrunt_config(find_in_parent_folders("account.hcl"))
  region_vars  = read_terragrunt_config(find_in_parent_folders("region.hcl"))
  env_vars     = read_terragrunt_config(find_in_parent_folders("env.hcl"))

  account_name = local.account_vars.locals.account_name
  account_id   = local.account_vars.locals.account_id
  region       = local.region_vars.locals.region
  environment  = local.env_vars.locals.environment
}

# State is kept in files below .state, one for each unit. A unit's folder is its key: renaming the folder makes a new
# unit. For a team, swap this for a shared backend with locking (s3, gcs, azurerm); nothing else has to change.
remote_state {
  backend = "local"

  generate = {
    path      = "backend.tf"
    if_exists = "overwrite_terragrunt"
  }

  config = {
    path = "${get_parent_terragrunt_dir()}/.state/${path_relative_to_include()}/terraform.tfstate"
  }
}

# A unit's own inputs win over these.
inputs = {
  tags = {
    account     = local.account_name
    region      = local.region
    environment = local.environment
    managed_by  = "infrastructure-live"
  }
}
