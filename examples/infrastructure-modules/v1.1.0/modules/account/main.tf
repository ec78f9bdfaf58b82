# terraform_data stands in for the cloud's account: plan and apply are real and need no provider.
resource "terraform_data" "account" {
  input = {
    name                = "acme-${var.name}"
    email               = "cloud+${var.name}@acme.example"
    purpose             = var.purpose
    close_after_days    = var.close_after_days
    data_classification = var.data_classification
    tags                = var.tags
  }

  # A new name is a new account.
  triggers_replace = [var.name]

  lifecycle {
    precondition {
      condition     = var.purpose == "sandbox" ? var.close_after_days != null : var.close_after_days == null
      error_message = "A sandbox has close_after_days, a workload has none."
    }

    precondition {
      condition     = var.purpose == "workload" ? var.data_classification != null : var.data_classification == null
      error_message = "A workload has a data_classification, a sandbox holds no data and has none."
    }
  }
}

resource "terraform_data" "administrators" {
  input = {
    account = terraform_data.account.output.name
    role    = "administrator"
    group   = var.owner_group
  }
}

resource "terraform_data" "budget" {
  input = {
    account  = terraform_data.account.output.name
    amount   = var.monthly_budget
    currency = "EUR"
    warn_at  = [80, 100]
  }
}
