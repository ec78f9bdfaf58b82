// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { LIVE } from './company';

let keys = 0;

/** Body of a preview. */
export const previewOf = (
  files: Record<string, string>,
  more: object = {},
) => ({
  kind: 'change',
  payload: {
    repoUrl: LIVE,
    files: Object.entries(files).map(([path, content]) => ({ path, content })),
    ...more,
  },
});

/** Body of a request, each with a key of its own; submitted at once. */
export const changeOf = (files: Record<string, string>, more: object = {}) => ({
  ...previewOf(files, more),
  title: 'For a test',
  submit: 'now',
  idempotencyKey: `key-${(keys += 1)}`,
});
