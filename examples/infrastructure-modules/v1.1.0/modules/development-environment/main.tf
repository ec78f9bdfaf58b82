# terraform_data stands in for the cluster's parts: plan and apply are real and need no provider.
resource "terraform_data" "namespace" {
  input = {
    name        = "try-${var.name}"
    owner       = var.owner
    lifetime    = var.lifetime
    sample_data = var.sample_data
    tags        = var.tags
  }

  # A new name is a new environment.
  triggers_replace = [var.name]
}

resource "terraform_data" "service" {
  for_each = var.services

  input = {
    namespace = terraform_data.namespace.output.name
    name      = each.key
    tag       = each.value
    hostname  = "${each.key}.${var.name}.try.acme.internal"
  }
}
