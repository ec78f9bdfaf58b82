variable "name" {
  description = "Name of the namespace, unique within the cluster."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", var.name))
    error_message = "The name has 1 to 63 characters: lower-case letters, digits and hyphens; it starts and ends with a letter or a digit."
  }

  validation {
    condition     = !startswith(var.name, "kube-") && var.name != "default"
    error_message = "The namespaces default and kube-* are the cluster's own."
  }
}

variable "cluster" {
  description = "Name of the cluster, for example eks-dev."
  type        = string
}

variable "owner_group" {
  description = "Group that gets the role edit in the namespace, as the identity provider names it."
  type        = string
}

variable "quota" {
  description = "What all pods together may ask for."
  type = object({
    cpu       = optional(number, 4)
    memory_gb = optional(number, 8)
    pods      = optional(number, 50)
  })
  default = {}

  validation {
    condition     = var.quota.cpu > 0 && var.quota.memory_gb > 0 && var.quota.pods > 0
    error_message = "Every quota is greater than zero."
  }
}

variable "allowed_namespaces" {
  description = "Namespaces whose pods may connect to pods in this one."
  type        = set(string)
  default     = []
}

variable "labels" {
  description = "Labels on the namespace."
  type        = map(string)
  default     = {}
}

variable "tags" {
  description = "Tags on everything that this module makes."
  type        = map(string)
  default     = {}
}
