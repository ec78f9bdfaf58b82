output "bucket_id" {
  description = "Id of the bucket."
  value       = terraform_data.bucket.id
}

output "bucket_name" {
  description = "Name of the bucket."
  value       = terraform_data.bucket.output.name
}

output "url" {
  description = "Address of the bucket for clients."
  value       = "s3://${terraform_data.bucket.output.name}"
}
