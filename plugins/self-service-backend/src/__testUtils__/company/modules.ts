// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { MODULES_SOURCE } from './places';

/** The modules of the company, and what may be used of them. */
export const CATALOG = `
apiVersion: fairway.dev/v1
kind: ModuleCatalog
modules:
  postgres-database:
    title: PostgreSQL database
    description: A database.
    path: modules/postgres-database
    service: postgres-database
    versions: { v1.1.0: approved, v1.10.0: approved, v1.0.0: { status: blocked, reason: It loses backups } }
    lifetime: { maximum: P30D }
  network:
    title: Network
    description: A network.
    path: modules/network
    service: networking
    versions: { v1.1.0: approved }
  bucket:
    title: Bucket
    description: A bucket.
    path: modules/bucket
    service: postgres-database
    versions: { v1.1.0: approved }
    inputs: { forced: { block_public_access: true }, hidden: [kms_key] }
  postgres-unit:
    title: PostgreSQL in a stack
    description: The template of a stack's unit.
    path: units/postgres
    service: postgres-database
    versions: { v1.1.0: approved, v1.0.0: { status: blocked, reason: It has no tags } }
  mislabelled-unit:
    title: A template of another service's module
    description: The catalog says one service, and its module is of another.
    path: units/mislabelled
    service: postgres-database
    versions: { v1.1.0: approved }
`;

/** What the modules take. */
const VARIABLES = `variable "name" {
  type    = string
  default = ""
}

variable "vpc" {
  default = null
}
`;

const BUCKET_VARIABLES = `variable "name" {
  type = string

  validation {
    condition     = can(regex("^[a-z-]+$", var.name))
    error_message = "Lower-case letters."
  }
}

variable "storage_class" {
  type    = string
  default = "standard"

  validation {
    condition     = contains(["standard", "archive"], var.storage_class)
    error_message = "One of the classes."
  }
}

variable "days" {
  type    = number
  default = 30

  validation {
    condition     = var.days >= 7 && var.days <= 90
    error_message = "A week to three months."
  }
}

variable "block_public_access" {
  type    = bool
  default = false
}

variable "kms_key" {
  default = null
}

variable "access_token" {
  type      = string
  default   = null
  sensitive = true
}
`;

const template = (module: string) => `terraform {
  source = "${MODULES_SOURCE}//modules/${module}?ref=\${values.version}"
}

inputs = {
  name = values.name
}
`;

const FREE = ['a', 'b', 'c']
  .map(name => `variable "${name}" {\n  default = null\n}\n\n`)
  .join('');

export const MODULE_FILES: Record<string, string> = {
  'modules/postgres-database/variables.tf': VARIABLES + FREE,
  'modules/network/variables.tf': VARIABLES,
  'modules/bucket/variables.tf': BUCKET_VARIABLES,
  // Templates of stacks: the version of the module is the stack's to say.
  'units/postgres/terragrunt.hcl': template('postgres-database'),
  'units/mislabelled/terragrunt.hcl': template('network'),
};
