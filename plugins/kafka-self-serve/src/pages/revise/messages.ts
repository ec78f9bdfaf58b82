// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export const reviseMessages = {
  name: 'Edit a request',
  title: 'Edit request {{number}}: {{title}}',
  text: 'The edited request is planned and checked anew; approvals that were given no longer count.',
  section: 'What is asked for',
  json: 'Add or leave something out',
  jsonLabel: 'What is asked for, as JSON',
  noJson: 'This is no JSON object. The last one that was is kept.',
  decider: {
    title: 'Somebody else has to approve what you edit',
    text: 'You are an author of the request from then on, and nobody approves what they wrote.',
  },
  loading: 'The request is loading',
  error: 'The request could not be loaded',
  notAllowed: 'You cannot edit this request',
} as const;
