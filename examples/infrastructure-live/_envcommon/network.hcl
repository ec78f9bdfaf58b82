# What the main networks of all environments have in common. The version stays with each unit, so that a new one can go
# through dev and staging before prod.

locals {
  base_source_url = "git::https://github.com/acme/infrastructure-modules.git//modules/network"
}

inputs = {
  availability_zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]
}
