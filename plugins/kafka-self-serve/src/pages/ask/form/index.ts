// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export { AskForm } from './AskForm';
export { AskPage } from './AskPage';
export { type ReadAsked, useAskedAbout } from './useAskedAbout';
export { useField } from './context';
export {
  AskChoice,
  AskLines,
  AskRadio,
  AskText,
  type Choice,
  numberOf,
  Problems,
} from './fields';
export { RequestForm } from './RequestForm';
export { type Ask, type Asking, useAsk } from './useAsk';
