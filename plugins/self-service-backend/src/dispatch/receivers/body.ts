// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { JsonObject } from '@backstage/types';

/** What a receiver is sent where its configuration says nothing else. */
export const STANDARD_BODY: JsonObject = {
  request: '{{ request }}',
  target: '{{ target }}',
  operation: '{{ operation }}',
  resource: '{{ resource }}',
  entity: '{{ entity }}',
  lifetime: '{{ lifetime }}',
  values: '{{ values }}',
  report: '{{ report }}',
};
