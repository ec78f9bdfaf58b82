variable "name" {
  description = "Name of the account, unique within the company, without the company's prefix."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,38}[a-z0-9]$", var.name))
    error_message = "The name has 3 to 40 characters: lower-case letters, digits and hyphens; it starts with a letter and does not end with a hyphen."
  }
}

variable "purpose" {
  description = "What the account is for: sandbox, to try things out and throw them away, or workload, to run a product."
  type        = string

  validation {
    condition     = contains(["sandbox", "workload"], var.purpose)
    error_message = "The purpose is one of sandbox, workload."
  }
}

variable "owner_group" {
  description = "Group that administers the account, as the identity provider names it."
  type        = string
}

variable "monthly_budget" {
  description = "Budget of a month in EUR. At 80 % and at 100 % of it the owners are told."
  type        = number

  validation {
    condition     = var.monthly_budget >= 50 && var.monthly_budget <= 50000
    error_message = "The budget is from 50 to 50000 EUR a month."
  }
}

variable "close_after_days" {
  description = "After how many days a sandbox is emptied and closed. Left out for workloads, which stay."
  type        = number
  default     = null

  validation {
    condition     = var.close_after_days == null ? true : var.close_after_days >= 7 && var.close_after_days <= 90
    error_message = "A sandbox is closed after 7 to 90 days."
  }
}

variable "data_classification" {
  description = "How sensitive the most sensitive data in a workload's account will be. Left out for sandboxes, which hold none."
  type        = string
  default     = null

  validation {
    condition     = var.data_classification == null ? true : contains(["public", "internal", "confidential", "restricted"], var.data_classification)
    error_message = "The data classification is one of public, internal, confidential, restricted."
  }
}

variable "tags" {
  description = "Tags on everything that this module makes."
  type        = map(string)
  default     = {}
}
