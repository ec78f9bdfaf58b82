// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { JsonObject, JsonValue } from '@backstage/types';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { iacError } from '../errors';
import { isObject } from '../moduleReader/convert';
import { Provenance } from './types';

const text = z.string().min(1);

const schema = z.object({
  apiVersion: z.literal('fairway.dev/v1'),
  kind: z.literal('Provenance'),
  template: z.object({ ref: text, version: text.optional() }).optional(),
  module: z
    .object({ source: text, version: text, commit: text.optional() })
    .optional(),
  owner: text.optional(),
  environment: text.optional(),
  requester: text.optional(),
  changeId: text.optional(),
  // As it is: a record would lose a key such as __proto__.
  parameters: z
    .custom<JsonObject>(value => isObject(value as JsonValue), 'expected a map')
    .default({}),
  files: z.record(z.string(), z.string().regex(/^sha256:[0-9a-f]{64}$/)),
});

/**
 * Reads `.fairway.yaml`. Keys that are not known, of a later version, are left out.
 *
 * @throws provenance-invalid, with line and column where the text does not parse
 * @public
 */
export function parseProvenance(content: string): Provenance {
  const lines = new LineCounter();
  const document = parseDocument(content, { lineCounter: lines });
  const [error] = document.errors;
  if (error) {
    const { line, col } = lines.linePos(error.pos[0]);
    const [problem] = error.message.split('\n');
    throw iacError('provenance-invalid', { problem }, { line, column: col });
  }
  // It has no aliases when we wrote it.
  const parsed = schema.safeParse(
    toData(() => document.toJS({ maxAliasCount: 0 })),
  );
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    const problem = `${path.join('.') || 'the file'}: ${message}`;
    throw iacError('provenance-invalid', { problem });
  }
  const { apiVersion, kind, ...provenance } = parsed.data;
  return provenance;
}

function toData(read: () => JsonValue): JsonValue {
  try {
    return read();
  } catch {
    throw iacError('provenance-invalid', { problem: 'it has an alias (*)' });
  }
}
