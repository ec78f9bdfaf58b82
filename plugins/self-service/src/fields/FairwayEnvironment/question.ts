// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { OwnershipApi } from '../../api';
import type { FairwayEnvironmentOptions } from './schema';

/** What the field asks the ownership backend. */
export type TargetsQuestion = Omit<
  Parameters<OwnershipApi['myTargets']>[0],
  'signal'
>;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && !!value;

function valueAt(formData: unknown, field: string): string {
  const value = field
    .split('.')
    .reduce<unknown>(
      (current, key) => (isRecord(current) ? current[key] : undefined),
      formData,
    );
  return ['string', 'number', 'boolean'].includes(typeof value)
    ? String(value).trim()
    : '';
}

/** Builds the question from the field's options and what the form holds; empty fields are left out. */
export function targetsQuestion(
  options: FairwayEnvironmentOptions,
  formData: unknown,
): TargetsQuestion {
  const { action = 'service.deploy', service, requestFields = {} } = options;
  const request: Record<string, string> = {};
  for (const [attribute, field] of Object.entries(requestFields)) {
    const value = valueAt(formData, field);
    if (value) request[attribute] = value;
  }
  return { action, service, request };
}

/** "changeTicket" and "change_ticket" as "change ticket". */
export function inWords(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_.-]+/g, ' ')
    .toLowerCase();
}

/** Title of a field of the form, else its name in words. */
export function fieldTitle(rootSchema: unknown, field: string): string {
  let schema: unknown = rootSchema;
  for (const key of field.split('.')) {
    const properties = isRecord(schema) ? schema.properties : undefined;
    schema = isRecord(properties) ? properties[key] : undefined;
  }
  if (isRecord(schema) && typeof schema.title === 'string') return schema.title;
  const words = inWords(field);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
