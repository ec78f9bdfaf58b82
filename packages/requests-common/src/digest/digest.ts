// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import canonicalize from 'canonicalize';
import { requestsCommonError } from '../errors';
import type { PlanView } from '../types';
import { jsonProblem } from './jsonProblem';

/**
 * A value as canonical JSON (RFC 8785): equal values are written alike, whatever the order of their properties. A property
 * that is `undefined` is left out.
 *
 * @throws InputError `value-not-json` with the path of what JSON cannot hold: NaN, dates, maps, functions, lone surrogates,
 * more than 100 levels
 * @public
 */
export function canonicalJson(value: unknown): string {
  const problem = jsonProblem(value);
  if (problem) throw requestsCommonError('value-not-json', { ...problem });
  // Undefined only for what was refused above.
  return canonicalize(value) as string;
}

/** SHA-256 of a text in UTF-8, 64 hexadecimal digits. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/**
 * SHA-256 of the canonical JSON of a value, 64 hexadecimal digits.
 *
 * @throws InputError `value-not-json`
 * @public
 */
export function digestOf(value: unknown): string {
  return sha256Hex(canonicalJson(value));
}

/**
 * What an approval names: the kind, its plan, and what people saw of it.
 *
 * @throws InputError `value-not-json`
 * @public
 */
export function planDigestOf(planned: {
  kind: string;
  plan: unknown;
  view: PlanView;
}): string {
  const { kind, plan, view } = planned;
  return digestOf({ kind, plan, view });
}
