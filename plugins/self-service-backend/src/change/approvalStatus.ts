// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** Name of the status that keeps the host from merging before somebody else has said yes here. */
export const APPROVAL_STATUS = 'Fairway approval';
