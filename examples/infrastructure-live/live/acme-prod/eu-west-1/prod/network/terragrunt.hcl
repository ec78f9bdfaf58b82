include "root" {
  path = find_in_parent_folders("root.hcl")
}

include "envcommon" {
  path   = "${dirname(find_in_parent_folders("root.hcl"))}/_envcommon/network.hcl"
  expose = true
}

# v1.1.0 adds flow logs; it comes here once dev and staging have run with it for a while.
terraform {
  source = "${include.envcommon.locals.base_source_url}?ref=v1.0.0"
}

inputs = {
  name = "prod"

  # 10.16.0.0/12 is cut by environment: 20 dev, 21 staging, 22 prod. Network operations keep the list.
  cidr_block = "10.22.0.0/16"

  # One a zone: payments must go on when a zone is lost.
  nat_gateways = "per-zone"
}
