output "namespace" {
  description = "Namespace that its services run in."
  value       = terraform_data.namespace.output.name
}

output "addresses" {
  description = "Address of each service."
  value       = { for name, service in terraform_data.service : name => "https://${service.output.hostname}" }
}
