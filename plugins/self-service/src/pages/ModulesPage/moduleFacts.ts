// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject, JsonValue } from '@backstage/types';
import type {
  ModuleInspection,
  VettedModule,
} from '@fairway/backstage-plugin-self-service-common';

/** The newest version that may be used. */
export function latestApproved({
  versions,
}: Pick<VettedModule, 'versions'>): string | undefined {
  return versions.find(({ status }) => status === 'approved')?.version;
}

/** Whether all words of a search are in what the list says of a module. */
export function matches(module: VettedModule, text: string): boolean {
  const { name, title, service, description, ownerRef = '' } = module;
  const said = [name, title, service, description, ownerRef]
    .join(' ')
    .toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every(word => said.includes(word));
}

/** An input as a table shows it. */
export interface InputRow {
  name: string;
  type: string;
  isRequired: boolean;
  isSensitive: boolean;
  /** As JSON; undefined where there is none. */
  default?: string;
  description?: string;
  /** What it has to be, in the module's words. */
  help?: string;
}

/** The inputs of a version, required ones first. */
export function inputRows(inspection: ModuleInspection): InputRow[] {
  const { schema, uiSchema, requiredInputs, sensitiveInputs } = inspection;
  const properties = asObject(schema.properties);
  return Object.entries(properties)
    .map(([name, value]) => {
      const of = asObject(value);
      const help = asObject(uiSchema[name])['ui:help'];
      return {
        name,
        type: typeWords(of),
        isRequired: requiredInputs.includes(name),
        isSensitive: sensitiveInputs.includes(name),
        ...(of.default !== undefined && {
          default: JSON.stringify(of.default),
        }),
        ...(typeof of.description === 'string' && {
          description: of.description,
        }),
        ...(typeof help === 'string' && { help }),
      };
    })
    .sort((one, other) => Number(other.isRequired) - Number(one.isRequired));
}

/** A schema as Terraform writes its type: `list(string)`, `object({ day, hours })`. */
export function typeWords(schema: JsonObject): string {
  const { type, items, properties, additionalProperties } = schema;
  switch (type) {
    case 'array': {
      const of = Array.isArray(items)
        ? `[${items.map(each => typeWords(asObject(each))).join(', ')}]`
        : typeWords(asObject(items));
      if (Array.isArray(items)) return `tuple(${of})`;
      return schema.uniqueItems === true ? `set(${of})` : `list(${of})`;
    }
    case 'object':
      return properties === undefined
        ? `map(${typeWords(asObject(additionalProperties))})`
        : `object({ ${Object.keys(asObject(properties)).join(', ')} })`;
    case 'boolean':
      return 'bool';
    case 'integer':
      return 'number, whole';
    case undefined:
      return 'any';
    default:
      return String(type);
  }
}

function asObject(value: JsonValue | undefined): JsonObject {
  return typeof value === 'object' && value && !Array.isArray(value)
    ? value
    : {};
}
