// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** Words of who can do something. */
export const whoCanMessages = {
  title: 'Who can do it',
  intro:
    'Every team, group and person that the policy lets do something, with the rules and what they ask for.',
  submit: 'Who can?',
  loading: 'Asking who can',
  error: 'It could not be found out who can',
  notAllowed: 'you may not ask who can',
  empty: {
    title: 'Nothing asked yet',
    text: 'Choose an action and where it is done, then ask.',
  },
  answer: 'Who can',
  table: 'People who may',
  and: ' who are also in ',
  columns: {
    who: 'Who',
    answer: 'Answer',
    rules: 'Rules',
    except: 'Except',
  },
  except: 'People who are refused in particular',
  everyoneElse: 'Everybody else',
  nobody: {
    title: 'Nobody can',
    text: 'No rule of the policy allows it to anybody. What anybody is answered, and whom to ask, is below.',
  },
} as const;
