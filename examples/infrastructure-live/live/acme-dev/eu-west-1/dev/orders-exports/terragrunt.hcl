include "root" {
  path = find_in_parent_folders("root.hcl")
}

terraform {
  source = "git::https://github.com/acme/infrastructure-modules.git//modules/bucket?ref=v1.1.0"
}

inputs = {
  name = "acme-dev-orders-exports"

  # Exports can be made again at any time.
  versioning    = false
  force_destroy = true

  lifecycle_rules = {
    daily = {
      prefix      = "daily/"
      expire_days = 30
    }
  }
}
