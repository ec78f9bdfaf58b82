// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** Words of grants that pass the policy. */
export const breakGlassMessages = {
  title: 'Break-glass',
  intro:
    'For emergencies: lets one person pass the ownership policy for a short time, once a second person has approved. It ends by itself.',
  meLoading: 'Asking whether you may open a grant',
  meError: 'It could not be found out whether you may open a grant',
  loading: 'Loading the grants',
  error: 'The grants could not be loaded',
  notAllowed: 'you may not see grants',
  empty: {
    title: 'No grants',
    text: 'Nobody is passing the policy, and nobody has asked to. Grants show here with their reason, approvals and end.',
    own: 'You have none. Those of others are seen by the people who may approve them.',
  },
  warning: {
    title: 'Danger: this switches the guard rails off',
    text_one:
      'Once {{count}} other person has approved, you pass refusals and restrictions for at most {{max}} minutes. Every use is recorded as critical, with your name, the ticket and the reason.',
    text_other:
      'Once {{count}} other people have approved, you pass refusals and restrictions for at most {{max}} minutes. Every use is recorded as critical, with your name, the ticket and the reason.',
  },
  form: {
    title: 'Ask for a grant',
    reason: {
      label: 'Reason',
      text: 'In words that are still understood in a year.',
      missing: 'Say why.',
    },
    ticket: {
      label: 'Ticket',
      missing: 'Name the ticket, for example INC-1234.',
    },
    minutes: {
      label: 'Minutes, at most {{max}}',
      invalid: 'Choose between 1 and {{max}} minutes.',
    },
    environment: 'Left empty: every environment.',
    service: 'Left empty: every service.',
    submit: 'Ask to break the glass',
    done: 'Asked for. It counts as soon as it is approved.',
    error: 'The grant could not be asked for',
    notAllowed: 'you may not open a grant',
    notAllowedText:
      'Only members of the teams that the policy names under "breakGlass:" may. Ask the owners of the environment instead.',
  },
  list: { title: 'Grants' },
  columns: {
    state: 'State',
    who: 'Who',
    scope: 'For',
    reason: 'Ticket and reason',
    approvals: 'Approvals',
    actions: 'Actions',
  },
  state: {
    waiting: 'Waiting for approval',
    active: 'Open',
    closed: 'Closed',
    expired: 'Expired',
  },
  end: {
    waiting: 'Lapses',
    active: 'Ends',
    closed: 'Closed',
    expired: 'Ended',
    by: 'by',
  },
  scope: {
    both: '{{service}} in {{environment}}',
    environment: 'every service in {{environment}}',
    service: '{{service}} in every environment',
    everything: 'every service in every environment',
  },
  approved: '{{given}} of {{needed}}',
  because: '{{ticket}}: {{reason}}',
  approve: {
    verb: 'Approve',
    label: 'Approve {{ticket}}',
    confirm: 'Approve the grant',
    title: 'Approve breaking the glass?',
    text: 'will pass the ownership policy for {{scope}}, for {{minutes}} minutes from now. Your approval is recorded.',
    error: 'The grant could not be approved',
    notAllowed: 'you may not approve this grant',
  },
  close: {
    verb: 'Close',
    label: 'Close {{ticket}}',
    confirm: 'Close the grant',
    title: 'Close this grant?',
    text: 'will not pass the ownership policy for {{scope}} any more. A closed grant cannot be opened again.',
    error: 'The grant could not be closed',
    notAllowed: 'you may not close this grant',
  },
} as const;
