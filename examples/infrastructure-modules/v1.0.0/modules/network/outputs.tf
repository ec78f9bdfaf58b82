output "network_id" {
  description = "Id of the network."
  value       = terraform_data.network.id
}

output "cidr_block" {
  description = "Address range of the network."
  value       = terraform_data.network.output.cidr_block
}

output "public_subnet_ids" {
  description = "Ids of the subnets with a way in from the internet, in the order of the zones."
  value       = [for zone in var.availability_zones : terraform_data.subnet["public-${zone}"].id]
}

output "private_subnet_ids" {
  description = "Ids of the subnets for workloads, in the order of the zones."
  value       = [for zone in var.availability_zones : terraform_data.subnet["private-${zone}"].id]
}

output "database_subnet_ids" {
  description = "Ids of the subnets for databases, in the order of the zones."
  value       = [for zone in var.availability_zones : terraform_data.subnet["database-${zone}"].id]
}
