# terraform_data stands in for the cluster's objects: plan and apply are real and need no provider.
resource "terraform_data" "namespace" {
  input = {
    name    = var.name
    cluster = var.cluster
    labels = merge(var.labels, {
      "pod-security.kubernetes.io/enforce" = var.pod_security_level
    })
    tags = var.tags
  }

  triggers_replace = [var.cluster, var.name]
}

resource "terraform_data" "quota" {
  input = merge(var.quota, {
    namespace = terraform_data.namespace.output.name
  })
}

resource "terraform_data" "role_binding" {
  input = {
    namespace = terraform_data.namespace.output.name
    role      = "edit"
    group     = var.owner_group
  }
}

resource "terraform_data" "network_policy" {
  input = {
    namespace    = terraform_data.namespace.output.name
    default      = "deny"
    ingress_from = sort(tolist(var.allowed_namespaces))
  }
}
