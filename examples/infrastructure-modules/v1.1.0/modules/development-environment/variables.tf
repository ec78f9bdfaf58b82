variable "name" {
  description = "Name of the environment, unique within the account."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,38}[a-z0-9]$", var.name))
    error_message = "The name has 3 to 40 characters: lower-case letters, digits and hyphens; it starts with a letter and does not end with a hyphen."
  }
}

variable "owner" {
  description = "Who it is for, as the catalog names them: user:default/pia."
  type        = string
}

variable "services" {
  description = "Services that run in it, by name, with the image tag of each."
  type        = map(string)

  validation {
    condition     = length(var.services) >= 1 && length(var.services) <= 10
    error_message = "An environment has 1 to 10 services."
  }
}

variable "lifetime" {
  description = "For how long it is wanted, in hours or days as ISO 8601 writes them: PT8H, P3D. Two weeks at most."
  type        = string
  default     = "P3D"

  validation {
    condition     = can(regex("^P([1-9]|1[0-4])D$|^PT([4-9]|1[0-9]|2[0-4])H$", var.lifetime))
    error_message = "The lifetime is 4 to 24 hours or 1 to 14 days, for example PT8H or P3D."
  }
}

variable "sample_data" {
  description = "Whether it begins with made-up data; real data never come here."
  type        = bool
  default     = true
}

variable "tags" {
  description = "Tags on everything that this module makes."
  type        = map(string)
  default     = {}
}
