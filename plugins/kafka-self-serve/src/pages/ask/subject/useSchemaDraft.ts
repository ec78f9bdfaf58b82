// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';
import {
  checkSubject,
  type Compatibility,
  type KafkaEnvironmentView,
  type NamingStrategy,
  type SchemaFormat,
  type SubjectDetail,
  type SubjectRegisterPayload,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { useState } from 'react';
import { useAsk } from '../form';
import { diffOf } from './diffOf';
import { prettySchema } from './prettySchema';

/** A new version of a subject as it is filled in; it begins with the latest. What was typed belongs to one subject. */
export function useSchemaDraft(options: {
  environment: KafkaEnvironmentView;
  instance: string | undefined;
  name: string;
  strategy: NamingStrategy;
  /** The subject as the registry has it; left out: this is its first version. */
  found?: SubjectDetail;
}) {
  const { environment, instance, name, strategy, found } = options;
  const [typed, setTyped] = useState<{
    name: string;
    text?: string;
    format?: SchemaFormat;
  }>();
  const [compatibility, setCompatibility] = useState<
    Compatibility | 'unchanged'
  >('unchanged');
  const mine = typed?.name === name ? typed : { name };
  const latest = found?.latest;
  const format = mine.format ?? latest?.format ?? 'AVRO';
  const before = latest ? prettySchema(latest.schema, latest.format) : '';
  const text = mine.text ?? before;
  const payload: SubjectRegisterPayload = {
    operation: 'register',
    environment: environment.name,
    instance: instance ?? '',
    name,
    strategy,
    format,
    schema: text,
    ...(latest?.references.length && { references: latest.references }),
    ...(compatibility !== 'unchanged' && { compatibility }),
  };
  // Whose it is the server knows; the instance's patterns need not be read for it.
  const problems = checkSubject({ payload, environment }).filter(
    ({ code }) => code !== 'instance-not-found',
  );
  return {
    name,
    found,
    format,
    text,
    compatibility,
    setFormat: (next: SchemaFormat) => setTyped({ ...mine, format: next }),
    setText: (next: string) => setTyped({ ...mine, text: next }),
    setCompatibility,
    ask: useAsk({
      kind: 'kafka.subject',
      payload: payload as unknown as JsonObject,
      problems,
    }),
    diff: latest && diffOf({ name, before, after: text }),
  };
}

export type SchemaDraft = ReturnType<typeof useSchemaDraft>;
