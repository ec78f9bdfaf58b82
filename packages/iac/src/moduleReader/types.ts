// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { JsonObject, JsonValue } from '@backstage/types';

/** One file of a module, its path from the module's folder. @public */
export interface ModuleFile {
  path: string;
  content: string;
}

/** A Terraform type constraint. @public */
export type TypeConstraint =
  | { kind: 'string' | 'number' | 'bool' | 'any' }
  | { kind: 'list' | 'set' | 'map'; of: TypeConstraint }
  | { kind: 'tuple'; items: TypeConstraint[] }
  | { kind: 'object'; attributes: TypeAttribute[] };

/** One attribute of an `object({ … })`. @public */
export interface TypeAttribute {
  name: string;
  type: TypeConstraint;
  isOptional: boolean;
  /** What `optional(type, default)` gives; undefined without one, and Terraform takes null then. */
  default?: JsonValue;
}

/** What a `validation` plainly says of a part of a value, in the keywords of JSON Schema. @public */
export interface ValidationRule {
  /** Names of attributes; `[]` stands for every item of a list or set and every value of a map. Empty for the whole. */
  path: string[];
  keywords: JsonObject;
}

/** A `validation` block. @public */
export interface ModuleValidation {
  /** As it is written. */
  condition: string;
  /** `error_message`, where it is plain text. */
  message?: string;
  rules: ValidationRule[];
  /** True when the rules say all of the condition. */
  isComplete: boolean;
}

/** An input of a module. @public */
export interface ModuleVariable {
  name: string;
  type: TypeConstraint;
  /** As it is written, white space made one; `any` where there is none. */
  typeText: string;
  /** True without a default. */
  isRequired: boolean;
  /** Of the variable's type. Undefined when there is none, and when it is not plainly a value (there is a warning then). */
  default?: JsonValue;
  description?: string;
  isSensitive: boolean;
  isEphemeral: boolean;
  /** Terraform's `nullable`, true unless it says otherwise. */
  isNullable: boolean;
  validations: ModuleValidation[];
  path: string;
  line: number;
}

/** @public */
export interface ModuleOutput {
  name: string;
  description?: string;
  isSensitive: boolean;
  path: string;
  line: number;
}

/** Something that was read as well as it could be. Line from 1. @public */
export interface ModuleWarning {
  message: string;
  path: string;
  line: number;
}

/** What a module takes and gives, and a form for it. @public */
export interface ModuleFacts {
  /** In the order of the files' names, and of each file. */
  variables: ModuleVariable[];
  outputs: ModuleOutput[];
  readme?: string;
  /** JSON Schema (draft 7) of the inputs as an object. Sensitive inputs are `writeOnly` and have no default. */
  schema: JsonObject;
  /**
   * For react-jsonschema-form: `ui:order` has required inputs first, `ui:options.collapsed` names the optional ones; an
   * input has `ui:help` for what its schema cannot say, and `ui:options` with `sensitive` or `json` (any type).
   */
  uiSchema: JsonObject;
  requiredInputs: string[];
  sensitiveInputs: string[];
  warnings: ModuleWarning[];
}
