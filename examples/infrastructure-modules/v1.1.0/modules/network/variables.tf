variable "name" {
  description = "Name of the network, unique within account and region."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,38}[a-z0-9]$", var.name))
    error_message = "The name has 3 to 40 characters: lower-case letters, digits and hyphens; it starts with a letter and does not end with a hyphen."
  }
}

variable "cidr_block" {
  description = "Address range of the network in CIDR notation, from /16 to /22, for example 10.20.0.0/16. Ranges of peered networks must not overlap."
  type        = string

  validation {
    condition     = can(regex("/(1[6-9]|2[0-2])$", var.cidr_block)) && can(cidrhost(var.cidr_block, 0))
    error_message = "The address range is in CIDR notation and from /16 to /22, for example 10.20.0.0/16."
  }
}

variable "availability_zones" {
  description = "Zones to have subnets in, two or three."
  type        = list(string)
  default     = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]

  validation {
    condition     = length(var.availability_zones) >= 2 && length(var.availability_zones) <= 3
    error_message = "A network has subnets in two or three availability zones."
  }
}

variable "nat_gateways" {
  description = "How private subnets reach the internet: none, single (cheap) or per-zone (survives the loss of a zone)."
  type        = string
  default     = "single"

  validation {
    condition     = contains(["none", "single", "per-zone"], var.nat_gateways)
    error_message = "The NAT gateways are one of none, single, per-zone."
  }
}

variable "peerings" {
  description = "Networks to peer with, by name."
  type = map(object({
    network_id = string
    cidr_block = string
    dns        = optional(bool, true)
  }))
  default = {}
}

variable "flow_logs" {
  description = "What is logged of the traffic, and for how many days it is kept."
  type = object({
    traffic        = optional(string, "rejected")
    retention_days = optional(number, 14)
  })
  default = {}

  validation {
    condition     = contains(["all", "accepted", "rejected"], var.flow_logs.traffic)
    error_message = "The logged traffic is one of all, accepted, rejected."
  }
}

variable "tags" {
  description = "Tags on everything that this module makes."
  type        = map(string)
  default     = {}
}
