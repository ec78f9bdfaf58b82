output "namespace" {
  description = "Name of the namespace."
  value       = terraform_data.namespace.output.name
}

output "namespace_id" {
  description = "Id of the namespace."
  value       = terraform_data.namespace.id
}
