// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export * from './CopyableCode';
export * from './DecisionLegs';
export * from './DiffView';
export * from './EmptyState';
export * from './EntityLink';
export * from './ErrorPanel';
export * from './LinkedText';
export * from './LoadError';
export * from './NotAllowed';
export * from './RelativeTime';
export * from './ScrollTable';
export * from './Section';
export * from './StateBadge';
export * from './WindowTitle';
export { fairwayComponentsTranslationRef } from './translation';
