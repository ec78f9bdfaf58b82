// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { StoredDrift } from '../domain/ports';

/** A difference as a scan finds it. */
export type Difference = Omit<StoredDrift, 'since' | 'ignored'>;
