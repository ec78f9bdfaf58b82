// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { OwnershipApi } from '../../api';
import { asTitle } from '../../words';
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
  const {
    action = 'service.deploy',
    serviceField,
    requestFields = {},
  } = options;
  const chosen = serviceField && valueAt(formData, serviceField);
  const service = options.service ?? (chosen || undefined);
  const request: Record<string, string> = {};
  for (const [attribute, field] of Object.entries(requestFields)) {
    const value = valueAt(formData, field);
    if (value) request[attribute] = value;
  }
  return { action, service, request };
}

/** Title of a field of the form, else its name in words. */
export function fieldTitle(rootSchema: unknown, field: string): string {
  let schema: unknown = rootSchema;
  for (const key of field.split('.')) {
    const properties = isRecord(schema) ? schema.properties : undefined;
    schema = isRecord(properties) ? properties[key] : undefined;
  }
  if (isRecord(schema) && typeof schema.title === 'string') return schema.title;
  return asTitle(field);
}

/** The message without its last sentence "Ask group:default/platform.", where that names nobody but `askFor`. */
export function withoutAsk(message: string, askFor: string[]): string {
  const [, reason, asked] = /^(.*)\sAsk (\S.*)\.$/s.exec(message) ?? [];
  const isSaid = asked?.split(/, | or /).every(ref => askFor.includes(ref));
  return isSaid ? reason : message;
}
