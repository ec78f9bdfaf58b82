// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { InputError, NotAllowedError } from '@backstage/errors';
import type { ErrorCatalogue } from '@fairway/errors';

/** Where the files of a change are, and what is around them. */
export const PATH_ERRORS = {
  'protected-path': {
    type: NotAllowedError,
    message:
      'The path "{path}" is protected by "{glob}" and cannot be changed through the portal. Ask the owners of the repository "{repoUrl}".',
  },
  'folder-not-allowed': {
    type: NotAllowedError,
    message:
      'The folder "{segment}" in the path "{path}" is refused: {problem}. Use another folder.',
  },
  'base-shadowed': {
    type: NotAllowedError,
    message:
      'In the repository "{file}" is a folder, and Terragrunt takes it for the file that "{path}" needs. Ask the owners of the repository to remove it.',
  },
  'path-without-target': {
    type: NotAllowedError,
    message:
      'The path "{path}" in "{repo}" belongs to no target of the ownership policy ({problem}), so nobody may change it here. Use a path that the policy\'s layout names, or ask the platform team to add it.',
  },
  'unit-file-not-allowed': {
    type: NotAllowedError,
    message:
      'The file "{path}" is not allowed in a unit: Terragrunt would run or read it. A unit holds "terragrunt.hcl" and may hold "README.md" and ".fairway.yaml", directly in its folder "{folder}". Remove the file.',
  },
  'unit-path-taken': {
    type: NotAllowedError,
    message:
      'The unit at "{folder}" that "{file}" makes is refused: "{other}" makes one at that path, and a path is the key of one state. Give it another name, or remove the other in a change of its own first.',
  },
  'provenance-refused': {
    type: NotAllowedError,
    message:
      'The file "{path}", which says where the unit comes from, is refused: {problem}. Let an action of the portal write it.',
  },
  'unit-incomplete': {
    type: InputError,
    message:
      'The unit "{folder}" has no "terragrunt.hcl" in this change, so the service that it belongs to is not known. Add "{folder}/terragrunt.hcl".',
  },
  'deployment-file-not-allowed': {
    type: NotAllowedError,
    message:
      'The file "{path}" is not allowed among a service\'s deployment files: only "{folder}/values.yaml" is, and YAML that selfService.repositories[].yaml names. Remove the file, or ask whoever runs the portal to name it.',
  },
  'deployment-values-invalid': {
    type: InputError,
    message:
      'The file "{path}" is not plain YAML at line {line}, column {column}: {problem}. Correct it.',
  },
  'account-unknown': {
    type: NotAllowedError,
    message:
      'The account "{account}" of the path "{path}" is not known: {problem}. Use a folder whose account.hcl names its account id.',
  },
  'environment-file': {
    type: NotAllowedError,
    message:
      'The path "{path}" names the environment "{environment}", but "{file}" in the repository says "{actual}". Use the folder of the environment that you mean, or ask the owners of the repository to correct the file.',
  },
  'environment-file-unreadable': {
    type: NotAllowedError,
    message:
      'The file "{file}", which says the environment of "{path}", cannot be read: {problem}. Ask the owners of the repository to correct it.',
  },
  'environment-not-set-up': {
    type: NotAllowedError,
    message:
      'The environment "{environment}" is not set up at "{path}": there is no {file} in a folder above it. Use a folder that the environment has already, or ask the owners of the repository to set it up.',
  },
  'terraform-file-not-allowed': {
    type: NotAllowedError,
    message:
      'The file "{path}" is not allowed with plain Terraform in "{folder}": only .tf files that call modules are, none of them an override, and "README.md" beside them. Remove the file.',
  },
} as const satisfies ErrorCatalogue;
