// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject, JsonValue } from '@backstage/types';

/** What every editor of a value takes. */
export interface EditorProps {
  /** Name that people read. */
  label: string;
  /** Words under it. */
  description?: string;
  schema: JsonObject;
  /** Undefined where nothing is given. */
  value: JsonValue | undefined;
  onChange: (value: JsonValue | undefined) => void;
  isRequired?: boolean;
  isDisabled?: boolean;
  /** What is wrong with it; the editor says it where it is. */
  problem?: string;
  /** Id of what else describes it. */
  describedBy?: string;
}

export const asObject = (value: unknown): JsonObject =>
  typeof value === 'object' && value && !Array.isArray(value)
    ? (value as JsonObject)
    : {};
