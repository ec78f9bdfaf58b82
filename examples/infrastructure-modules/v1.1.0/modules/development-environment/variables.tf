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

variable "expires_after_hours" {
  description = "After how many hours it stops and its data are thrown away."
  type        = number
  default     = 72

  validation {
    condition     = var.expires_after_hours >= 4 && var.expires_after_hours <= 336
    error_message = "An environment is there for 4 to 336 hours, which is two weeks."
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
