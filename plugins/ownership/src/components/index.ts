// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export * from './AnswerBadge';
export * from './AnswerInWords';
export * from './ConfirmDialog';
export * from './DangerButton';
export * from './NameField';
export * from './OwnershipPage';
export * from './ProblemList';
export * from './TargetForm';
