// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export { wordsOfBytes } from './bytes';
export { wordsOfCount } from './counts';
export { wordsOfMilliseconds } from './durations';
export { wordsOfMoment } from './moments';
