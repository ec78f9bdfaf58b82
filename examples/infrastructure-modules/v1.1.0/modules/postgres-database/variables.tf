variable "name" {
  description = "Name of the instance, unique within the account."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,38}[a-z0-9]$", var.name))
    error_message = "The name has 3 to 40 characters: lower-case letters, digits and hyphens; it starts with a letter and does not end with a hyphen."
  }
}

variable "data_classification" {
  description = "How sensitive the data is. Confidential and restricted data are kept for at least 7 days of backups."
  type        = string

  validation {
    condition     = contains(["public", "internal", "confidential", "restricted"], var.data_classification)
    error_message = "The data classification is one of public, internal, confidential, restricted."
  }
}

variable "instance_size" {
  description = "Size of the instance: small (2 vCPU, 4 GB), medium (4 vCPU, 16 GB) or large (8 vCPU, 64 GB)."
  type        = string
  default     = "small"

  validation {
    condition     = contains(["small", "medium", "large"], var.instance_size)
    error_message = "The instance size is one of small, medium, large."
  }
}

variable "storage_gb" {
  description = "Storage in GB. It can grow later and never shrink."
  type        = number
  default     = 20

  validation {
    condition     = var.storage_gb >= 20 && var.storage_gb <= 2000 && floor(var.storage_gb) == var.storage_gb
    error_message = "The storage is a whole number of GB from 20 to 2000."
  }
}

variable "engine_version" {
  description = "Major version of PostgreSQL."
  type        = string
  default     = "17"

  validation {
    condition     = contains(["15", "16", "17"], var.engine_version)
    error_message = "The engine version is one of 15, 16, 17."
  }
}

variable "backup_retention_days" {
  description = "For how many days backups are kept."
  type        = number
  default     = 7

  validation {
    condition     = var.backup_retention_days >= 1 && var.backup_retention_days <= 35
    error_message = "Backups are kept from 1 to 35 days."
  }
}

variable "multi_az" {
  description = "Whether a standby runs in a second availability zone."
  type        = bool
  default     = false
}

variable "deletion_protection" {
  description = "Whether the instance refuses to be deleted."
  type        = bool
  default     = true
}

variable "subnet_ids" {
  description = "Subnets to run in. Empty: the database subnets of the environment's network."
  type        = list(string)
  default     = []
}

variable "allowed_cidr_blocks" {
  description = "Address ranges that may connect, beside the environment's own."
  type        = set(string)
  default     = []

  validation {
    condition     = alltrue([for block in var.allowed_cidr_blocks : can(cidrhost(block, 0))])
    error_message = "Every allowed range is in CIDR notation, for example 10.20.0.0/16."
  }

  validation {
    condition     = !contains(var.allowed_cidr_blocks, "0.0.0.0/0")
    error_message = "A database is never open to 0.0.0.0/0."
  }
}

variable "maintenance_window" {
  description = "When maintenance may happen, in UTC."
  type = object({
    day        = string
    start_hour = optional(number, 3)
    hours      = optional(number, 1)
  })
  default = {
    day = "sunday"
  }

  validation {
    condition     = contains(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"], var.maintenance_window.day)
    error_message = "The day of the maintenance window is a weekday in lower case, for example sunday."
  }

  validation {
    condition     = var.maintenance_window.start_hour >= 0 && var.maintenance_window.start_hour <= 23
    error_message = "The maintenance window starts at an hour from 0 to 23."
  }
}

variable "parameters" {
  description = "PostgreSQL settings that differ from the defaults, for example { max_connections = \"200\" }."
  type        = map(string)
  default     = {}
}

variable "admin_password" {
  description = "Password of the administrator. Leave it out and one is made and kept in the secret store."
  type        = string
  default     = null
  sensitive   = true
}

variable "tags" {
  description = "Tags on everything that this module makes."
  type        = map(string)
  default     = {}
}
