// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export const topicAskMessages = {
  notAllowed: 'This cannot be asked for now',
  back: 'Back to {{name}}',
  access: {
    title: 'Get access to {{name}}',
    text: 'The owner of the topic decides.',
    section: 'Who gets which access',
    scope: 'To what',
    scopes: {
      LITERAL: 'This topic, {{name}}',
      PREFIXED: 'All topics whose names begin alike',
    },
    prefix: 'Beginning of the names',
    prefixText:
      'Topics that come later are among them. The owner has to own all of it.',
    groupPrefix: 'All groups whose names begin with it',
    transactionalId: 'Transactional id',
    transactionalIdText:
      'For producers with transactions; one that the application owns. Left empty: without.',
    transactionalPrefix: 'All transactional ids that begin with it',
  },
  config: {
    title: 'Change configs of {{name}}',
    text: 'Its own configs are listed; whatever is not follows the broker.',
    section: 'Configs',
    dropped: 'Follows the broker again: {{names}}',
  },
  partitions: {
    title: 'Add partitions to {{name}}',
    text_one: 'It has {{count}} partition now. There can never be fewer again.',
    text_other:
      'It has {{count}} partitions now. There can never be fewer again.',
    section: 'Partitions',
    label: 'Partitions in all',
    now: 'More than {{number}}.',
    keyed: 'Its records have keys',
    warning:
      'Records of one key go to another partition from then on: their order is kept only within the old and within the new ones, and compaction does not see both.',
  },
  schema: {
    title: 'Register a schema for {{name}}',
    text: 'The registry is asked whether it is compatible when the plan is made, and again when it is registered.',
    section: 'Schema',
  },
  promote: {
    title: 'Promote {{name}}',
    text: 'The same topic with the same name, from {{from}} to {{to}}.',
    diff: 'What would be different in {{to}}',
    loading: 'The environments are being compared',
    error: 'The environments could not be compared',
    notAllowed: 'You may not compare these environments',
    there: 'It is in {{to}} already: it would be changed.',
    isNew: 'It is not in {{to}} yet: it would be made.',
    same: 'Nothing: it is the same there.',
    overrides: 'What is to be different in {{to}}',
  },
  protection: {
    title: 'Deletion protection of {{name}}',
    end: 'It is protected from deletion. The request ends that; nothing is deleted by it.',
    begin:
      'The request protects it from deletion: nobody can ask to delete it until that is ended.',
  },
  claim: {
    title: 'Claim {{name}}',
    text: 'Nobody owns it. Whoever claims it is responsible for it, may change it, and decides who has access.',
    section: 'New owner',
    label: 'Application',
  },
  delete: {
    title: 'Delete {{name}}',
    text: 'Access ends first, the records go after the days of grace; until then it can be cancelled.',
    section: 'Confirm',
    type: 'To confirm, type the name of the topic:',
    typed: 'Name of the topic',
    grace: 'Days of grace',
    graceText: 'At least {{number}}, at most 30.',
    impact: 'Who would notice',
    nobody: 'Nobody reads it, and nobody but its owner has access.',
    group_one: '{{name}} reads it: {{count}} member, {{lag}} behind',
    group_other: '{{name}} reads it: {{count}} members, {{lag}} behind',
    lag_one: '{{count}} record',
    lag_other: '{{count}} records',
    lagUnknown: 'nobody knows how far',
    CONSUME: '{{name}} may read it',
    PRODUCE: '{{name}} may write it',
    subject: '{{name}} describes its records',
    more: 'and {{number}} more',
  },
} as const;
