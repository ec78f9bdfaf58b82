// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** The words of the forms about a subject. */
export const subjectAskMessages = {
  register: { title: 'Register a version of {{name}}' },
  compatibility: {
    title: 'Compatibility of {{name}}',
    text: 'What the registry holds every new version to. Versions that are registered already stay.',
    own: 'It is {{level}} now.',
    registry: "It has no level of its own: the registry's {{level}} holds.",
    label: 'New versions have to be',
    levels: {
      BACKWARD: 'BACKWARD: who has the new one reads what the last one wrote',
      BACKWARD_TRANSITIVE:
        'BACKWARD_TRANSITIVE: who has the new one reads what every one wrote',
      FORWARD: 'FORWARD: who has the last one reads what the new one wrote',
      FORWARD_TRANSITIVE:
        'FORWARD_TRANSITIVE: who has any one reads what the new one wrote',
      FULL: 'FULL: both, with the last one',
      FULL_TRANSITIVE: 'FULL_TRANSITIVE: both, with every one',
      NONE: 'NONE: anything is taken',
    },
  },
} as const;
