output "account_id" {
  description = "Id of the account."
  value       = terraform_data.account.id
}

output "account_name" {
  description = "Name of the account."
  value       = terraform_data.account.output.name
}
