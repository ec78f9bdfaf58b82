// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject, JsonValue } from '@backstage/types';
import type { ModuleInspection } from '@fairway/backstage-plugin-self-service-common';
import { propertiesOf } from './settings';

/** What is different for a unit that goes from one version of a module to another. */
export interface VersionDifferences {
  addedRequired: string[];
  addedOptional: string[];
  removed: string[];
  defaults: { name: string; before?: JsonValue; after?: JsonValue }[];
  /** Inputs of another type or with other rules. */
  changed: string[];
}

/** Keywords that are words for people, or compared on their own. */
const WORDS = ['title', 'description', 'default'];

export function versionDifferences(
  before: ModuleInspection,
  after: ModuleInspection,
): VersionDifferences {
  const [old, next] = [propertiesOf(before), propertiesOf(after)];
  const added = Object.keys(next).filter(name => !Object.hasOwn(old, name));
  const both = Object.keys(next).filter(name => Object.hasOwn(old, name));
  const isRequired = (of: ModuleInspection, name: string) =>
    of.requiredInputs.includes(name);
  return {
    addedRequired: [
      ...added.filter(name => isRequired(after, name)),
      ...both.filter(
        name => isRequired(after, name) && !isRequired(before, name),
      ),
    ],
    addedOptional: added.filter(name => !isRequired(after, name)),
    removed: Object.keys(old).filter(name => !Object.hasOwn(next, name)),
    defaults: both
      .filter(
        name =>
          JSON.stringify(old[name].default) !==
          JSON.stringify(next[name].default),
      )
      .map(name => ({
        name,
        before: old[name].default,
        after: next[name].default,
      })),
    changed: both.filter(name => rules(old[name]) !== rules(next[name])),
  };
}

/** The order of keys means nothing. */
function rules(schema: JsonObject): string {
  const sorted = (value: unknown): unknown =>
    typeof value === 'object' && value && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([one], [other]) => (one < other ? -1 : 1))
            .map(([key, item]) => [key, sorted(item)]),
        )
      : value;
  return JSON.stringify(
    sorted(
      Object.fromEntries(
        Object.entries(schema).filter(([key]) => !WORDS.includes(key)),
      ),
    ),
  );
}
