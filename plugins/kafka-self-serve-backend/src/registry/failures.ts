// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonValue } from '@backstage/types';
import {
  kafkaError,
  type KafkaSelfServeError,
  type KafkaSelfServeErrorCode,
} from '../errors';

/** Error codes of Confluent's API; their first three digits are the HTTP status. */
export const REGISTRY_CODES = {
  SUBJECT_NOT_FOUND: 40401,
  VERSION_NOT_FOUND: 40402,
  SCHEMA_NOT_FOUND: 40403,
  LEVEL_NOT_FOUND: 40408,
  MODE_NOT_FOUND: 40409,
} as const;

const MEANINGS: Record<number, KafkaSelfServeErrorCode> = {
  [REGISTRY_CODES.SUBJECT_NOT_FOUND]: 'registry-subject-not-found',
  [REGISTRY_CODES.VERSION_NOT_FOUND]: 'registry-version-not-found',
  [REGISTRY_CODES.SCHEMA_NOT_FOUND]: 'registry-schema-not-found',
  40404: 'registry-subject-not-found', // deleted softly
  40405: 'registry-not-soft-deleted', // the subject
  40406: 'registry-version-not-found', // deleted softly
  40407: 'registry-not-soft-deleted', // the version
  42201: 'registry-schema-invalid',
  42202: 'registry-version-not-found', // no number of a version
  42205: 'registry-read-only',
  42206: 'registry-schema-referenced',
};

const BY_STATUS: Record<number, KafkaSelfServeErrorCode> = {
  401: 'registry-authentication-failed',
  403: 'registry-not-authorized',
  404: 'registry-unsupported',
  405: 'registry-unsupported',
  409: 'registry-schema-incompatible',
  501: 'registry-unsupported',
};

interface RegistryAnswer {
  cluster: string;
  status: number;
  /** Its body, if that is JSON. */
  answer: JsonValue | undefined;
  request: string;
  subject: string;
}

/** What a registry refused, in words of the catalogue; `details.registryCode` has its own code. */
export function registryError(options: RegistryAnswer): KafkaSelfServeError {
  const { cluster, status, answer, request, subject } = options;
  const body =
    answer && typeof answer === 'object' && !Array.isArray(answer)
      ? answer
      : {};
  const code = Number(body.error_code ?? status);
  const reason = String(body.message ?? `it answered with ${status}`);
  const values = {
    cluster,
    request,
    subject,
    reason: reason.replace(/\.$/, ''),
  };
  // Each message takes what it needs.
  return kafkaError(meaningOf(code, options), values as never, {
    details: { registryCode: code },
  });
}

function meaningOf(
  code: number,
  { status, request }: RegistryAnswer,
): KafkaSelfServeErrorCode {
  // Apicurio says only that there is a conflict.
  if (status === 409 && request.startsWith('DELETE'))
    return 'registry-not-soft-deleted';
  const known = MEANINGS[code] ?? BY_STATUS[status];
  if (known) return known;
  return status >= 500 || status < 400 ? 'registry-failed' : 'registry-refused';
}

/** The registry's own code of an error; undefined for one of the network. */
export function registryCodeOf(error: unknown): number | undefined {
  const { details } = error as { details?: { registryCode?: number } };
  return details?.registryCode;
}
