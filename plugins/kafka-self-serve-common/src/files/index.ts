// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export { planFromFiles, validateFile } from './planFromFiles';
export {
  type DesiredFile,
  desiredFileSchema,
  type ObservedFile,
  observedFileSchema,
} from './schemas';
