output "instance_id" {
  description = "Id of the instance."
  value       = terraform_data.instance.id
}

output "endpoint" {
  description = "Host and port to connect to."
  value       = "${terraform_data.instance.output.name}.db.acme.internal:5432"
}

output "secret_path" {
  description = "Where the administrator's credentials lie in the secret store."
  value       = terraform_data.credentials.output.secret_path
}

output "data_classification" {
  description = "How sensitive the data is."
  value       = var.data_classification
}
