locals {
  domains = {
    internal = "acme.internal"
    public   = "acme.example"
  }

  hostname = var.exposure == "cluster" ? "${var.name}.${var.namespace}.svc" : coalesce(var.hostname, "${var.name}.${local.domains[var.exposure]}")
}

# terraform_data stands in for the cloud's parts: plan and apply are real and need no provider.
resource "terraform_data" "role" {
  input = {
    name            = "${var.namespace}-${var.name}"
    service_account = "${var.namespace}/${var.name}"
    permissions     = var.permissions
    tags            = var.tags
  }
}

resource "terraform_data" "log_group" {
  input = {
    name           = "/services/${var.namespace}/${var.name}"
    retention_days = var.log_retention_days
  }
}

resource "terraform_data" "route" {
  input = {
    hostname     = local.hostname
    exposure     = var.exposure
    port         = var.port
    health_check = var.health_check
  }
}

resource "terraform_data" "autoscaler" {
  count = var.autoscaling == null ? 0 : 1

  input = merge(var.autoscaling, {
    target = "${var.namespace}/${var.name}"
  })
}
