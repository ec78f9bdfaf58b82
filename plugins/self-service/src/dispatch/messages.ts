// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** The words about what is done elsewhere. */
export const dispatchMessages = {
  told: 'Who is told',
  receiver: 'Receiver',
  to: 'Where',
  how: 'How',
  transports: {
    'github-workflow': 'GitHub workflow',
    webhook: 'Call of an internal API',
    'kafka-topic': 'Message on a topic',
  },
  service: 'Service and environment',
  resource: 'What it is about',
  operations: {
    create: 'Made',
    update: 'Changed',
    delete: 'Removed',
  },
  lifetime: 'Lifetime',
  came: 'What came of it',
  nothing: 'Nothing yet.',
  run: 'Run of the workflow',
  runLink: 'Open the run',
  results: 'Results',
  name: 'Name',
  value: 'Value',
  made: 'What it made',
  goAhead: 'Have it done as it stands',
  notDone: 'It could not be asked for',
};
