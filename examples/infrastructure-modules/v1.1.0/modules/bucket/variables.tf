variable "name" {
  description = "Name of the bucket, unique within the company."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$", var.name))
    error_message = "The name has 3 to 63 characters: lower-case letters, digits and hyphens; it starts and ends with a letter or a digit."
  }
}

variable "versioning" {
  description = "Whether older versions of an object are kept."
  type        = bool
  default     = true
}

variable "block_public_access" {
  description = "Whether nobody outside the account can be let in."
  type        = bool
  default     = true
}

variable "encryption_key_id" {
  description = "Key to encrypt with. Leave it out for the account's own key."
  type        = string
  default     = null
}

variable "lifecycle_rules" {
  description = "What becomes of objects with age, by name of the rule. Days are counted from an object's creation."
  type = map(object({
    prefix          = optional(string, "")
    expire_days     = optional(number)
    transition_days = optional(number)
    storage_class   = optional(string, "infrequent-access")
  }))
  default = {}

  validation {
    condition     = alltrue([for rule in var.lifecycle_rules : rule.expire_days != null || rule.transition_days != null])
    error_message = "Every lifecycle rule has expire_days, transition_days or both."
  }

  validation {
    condition     = alltrue([for rule in var.lifecycle_rules : contains(["infrequent-access", "archive"], rule.storage_class)])
    error_message = "The storage class of a lifecycle rule is one of infrequent-access, archive."
  }
}

variable "force_destroy" {
  description = "Whether the bucket may be removed while there are objects in it."
  type        = bool
  default     = false
}

variable "tags" {
  description = "Tags on everything that this module makes."
  type        = map(string)
  default     = {}
}
