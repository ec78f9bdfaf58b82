variable "name" {
  description = "Name of the service, as the catalog has it."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,38}[a-z0-9]$", var.name))
    error_message = "The name has 3 to 40 characters: lower-case letters, digits and hyphens; it starts with a letter and does not end with a hyphen."
  }
}

variable "namespace" {
  description = "Kubernetes namespace that the service runs in."
  type        = string
}

variable "port" {
  description = "Port that the service listens on."
  type        = number
  default     = 8080

  validation {
    condition     = var.port >= 1024 && var.port <= 65535
    error_message = "The port is from 1024 to 65535."
  }
}

variable "exposure" {
  description = "Who reaches the service: cluster, internal (the company's networks) or public."
  type        = string
  default     = "cluster"

  validation {
    condition     = contains(["cluster", "internal", "public"], var.exposure)
    error_message = "The exposure is one of cluster, internal, public."
  }
}

variable "hostname" {
  description = "Host name for internal and public services. Leave it out for <name>.acme.internal or <name>.acme.example."
  type        = string
  default     = null
}

variable "health_check" {
  description = "How it is seen that the service is well."
  type = object({
    path             = optional(string, "/healthz")
    interval_seconds = optional(number, 10)
  })
  default = {}
}

variable "permissions" {
  description = "What the service's own role may do, by name of the statement."
  type = map(object({
    actions   = list(string)
    resources = list(string)
  }))
  default = {}

  validation {
    condition     = alltrue([for statement in var.permissions : !contains(statement.actions, "*") && !contains(statement.resources, "*")])
    error_message = "A statement names its actions and resources; \"*\" alone is refused."
  }
}

variable "log_retention_days" {
  description = "For how many days logs are kept."
  type        = number
  default     = 30

  validation {
    condition     = contains([7, 14, 30, 90, 365], var.log_retention_days)
    error_message = "Logs are kept for 7, 14, 30, 90 or 365 days."
  }
}

variable "tags" {
  description = "Tags on everything that this module makes."
  type        = map(string)
  default     = {}
}
