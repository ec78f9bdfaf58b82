locals {
  # Four bits give 16 equal ranges; each tier takes one for each zone.
  tiers = { public = 0, private = 4, database = 8 }

  subnets = merge([
    for tier, offset in local.tiers : {
      for index, zone in var.availability_zones : "${tier}-${zone}" => {
        tier       = tier
        zone       = zone
        cidr_block = cidrsubnet(var.cidr_block, 4, offset + index)
      }
    }
  ]...)

  nat_zones = {
    none     = []
    single   = slice(var.availability_zones, 0, 1)
    per-zone = var.availability_zones
  }[var.nat_gateways]
}

# terraform_data stands in for the cloud's network: plan and apply are real and need no provider.
resource "terraform_data" "network" {
  input = {
    name       = var.name
    cidr_block = var.cidr_block
    tags       = var.tags
  }

  # An address range cannot be changed in place.
  triggers_replace = [var.name, var.cidr_block]
}

resource "terraform_data" "subnet" {
  for_each = local.subnets

  input = merge(each.value, {
    network_id = terraform_data.network.id
  })
}

resource "terraform_data" "nat_gateway" {
  for_each = toset(local.nat_zones)

  input = {
    subnet_id = terraform_data.subnet["public-${each.value}"].id
  }
}

resource "terraform_data" "peering" {
  for_each = var.peerings

  input = merge(each.value, {
    from = terraform_data.network.id
  })
}
