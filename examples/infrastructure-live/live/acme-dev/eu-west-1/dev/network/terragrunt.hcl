include "root" {
  path = find_in_parent_folders("root.hcl")
}

include "envcommon" {
  path   = "${dirname(find_in_parent_folders("root.hcl"))}/_envcommon/network.hcl"
  expose = true
}

terraform {
  source = "${include.envcommon.locals.base_source_url}?ref=v1.1.0"
}

inputs = {
  name = "dev"

  # 10.16.0.0/12 is cut by environment: 20 dev, 21 staging, 22 prod. Network operations keep the list.
  cidr_block = "10.20.0.0/16"

  nat_gateways = "single"
}
