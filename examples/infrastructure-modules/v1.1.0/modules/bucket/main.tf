# terraform_data stands in for the cloud's bucket: plan and apply are real and need no provider.
resource "terraform_data" "bucket" {
  input = {
    name                = var.name
    versioning          = var.versioning
    block_public_access = var.block_public_access
    encryption_key_id   = coalesce(var.encryption_key_id, "account-default")
    force_destroy       = var.force_destroy
    tags                = var.tags
  }

  # A new name is a new bucket.
  triggers_replace = [var.name]
}

resource "terraform_data" "lifecycle_rule" {
  for_each = var.lifecycle_rules

  input = merge(each.value, {
    bucket = terraform_data.bucket.output.name
    name   = each.key
  })
}
