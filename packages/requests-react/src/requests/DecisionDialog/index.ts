// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export { ConfirmDialog } from './ConfirmDialog';
export { DecisionDialog } from './DecisionDialog';
export type { DecisionDialogProps } from './DecisionDialog';
export type { DecisionVerdict } from './useDecision';
