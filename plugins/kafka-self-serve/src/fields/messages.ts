// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export const fieldMessages = {
  application: {
    label: 'Application',
    choose: 'Choose an application',
    option: '{{application}} in {{environment}}',
    loading: 'Your applications are loading',
    error: 'Your applications could not be loaded',
    notAllowed: 'You may not see applications',
    none: 'None of your applications is in a Kafka environment',
    noneText: 'Ask for one under Kafka, Applications.',
    unknown: '{{instance}} is none of your applications.',
    unchecked: 'Whether {{instance}} is yours could not be asked: {{cause}}',
  },
  topic: {
    label: 'Topic',
    loading: 'The topics are loading',
    none: 'There is no topic in {{environment}} yet. Ask for the first one under Kafka, Topics.',
    error: 'The topics could not be searched',
    notAllowed: 'You may not search topics',
    first: 'Choose the application first: its environment has the topics.',
    unknown: 'There is no topic {{name}} in {{environment}} that you may see.',
    unchecked:
      'Whether there is a topic {{name}} could not be asked: {{cause}}',
  },
} as const;
