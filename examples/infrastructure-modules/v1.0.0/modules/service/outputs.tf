output "role_name" {
  description = "Name of the role that the service runs with."
  value       = terraform_data.role.output.name
}

output "log_group" {
  description = "Name of the log group."
  value       = terraform_data.log_group.output.name
}

output "address" {
  description = "Host and port to reach the service at."
  value       = var.exposure == "cluster" ? "${local.hostname}:${var.port}" : "${local.hostname}:443"
}
