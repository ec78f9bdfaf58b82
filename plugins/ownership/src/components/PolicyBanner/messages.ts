// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** Words of whether the policy is up to date. */
export const policyMessages = {
  outdated: {
    title: 'Warning: the last edit of the ownership policy was refused',
    text: 'The last good revision decides until the file is corrected; it is read again every 30 seconds.',
    since: 'That revision came into force',
  },
  missing: {
    title: 'Error: there is no valid ownership policy',
    text: 'Everything that the policy manages is refused until the file is corrected; it is read again every 30 seconds.',
  },
  unknown: {
    title:
      'Warning: it is not known whether the ownership policy is up to date',
    text: 'The portal could not be asked ({{cause}}).',
    retry: 'Ask again',
  },
} as const;
