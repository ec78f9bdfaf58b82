// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';

/** The address of a template's form with what it starts with. */
export function formLink(form: string, formData: JsonObject): string {
  return `${form}?formData=${encodeURIComponent(JSON.stringify(formData))}`;
}
