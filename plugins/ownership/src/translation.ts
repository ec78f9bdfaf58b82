// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The words of this plugin; those of the shared pieces are in `fairwayComponentsTranslationRef` of `@fairway/requests-react`. @public */
export const ownershipTranslationRef = createTranslationRef({
  id: 'plugin.ownership',
  messages: {
    cancel: 'Cancel',
    askFor: 'Whom to ask:',
    answer: {
      allow: 'Allowed',
      needs: 'With {{attributes}}',
      deny: 'Not allowed',
    },
    rules: {
      by: 'by',
      line: 'line {{line}}',
      fileLine: '{{file}}, line {{line}}',
      for: 'for {{selectors}}',
      when: 'if {{condition}}',
    },
    policy: {
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
    },
    problems: {
      error: 'Error',
      warning: 'Warning',
      goTo: 'Go to line {{line}}',
    },
    form: {
      noNames:
        'The names of the policy could not be loaded ({{cause}}). Type them.',
      action: 'Action',
      environment: 'Environment',
      service: 'Service',
      account: 'Account',
      network: 'Network',
      cluster: 'Cluster',
      more: 'Account, network and cluster',
      stores: {
        label: 'Data stores',
        text: 'Separated by commas.',
      },
      user: {
        label: 'Person',
        text: 'For example user:default/pia. Left empty: you.',
      },
      at: {
        label: 'Moment',
        text: 'For example 2026-12-24T10:00:00Z. Left empty: now.',
        invalid: 'Write date, time and zone, for example 2026-12-24T10:00:00Z.',
      },
      attributes: {
        title: 'Attributes of the request',
        text: 'What a request may bring along, as the policy declares it: a changeTicket, for example.',
        name: 'Name {{number}}',
        value: 'Value {{number}}',
        add: 'Add an attribute',
        remove: 'Remove attribute {{number}}',
      },
    },
    matrix: {
      title: 'Who may do what where',
      intro:
        'What the ownership policy answers each team. Choose an answer to see the rule behind it.',
      label: '{{action}} by environment',
      loading: 'Loading the matrix',
      error: 'The matrix could not be loaded',
      notAllowed: 'you may not see the matrix',
      empty: {
        title: 'Nothing to show',
        text: 'The policy has nothing that this action and these filters are about. Choose another action, or leave a filter out.',
      },
      on: 'What',
      team: 'Team',
      nobody: 'Nobody',
      nothing: 'Nothing',
      absent: 'Not there',
      cell: '{{team}}: {{answer}}, {{on}} in {{environment}}',
      nobodyCell: 'Nobody: {{on}} in {{environment}}',
      partial: '{{shown}} of {{total}} rows are shown. Narrow the filters, or',
      more: 'Show more',
      filter: {
        label: 'Filters of the matrix',
        all: 'All',
        environment: 'Environment',
        service: 'Service',
        team: 'Team',
      },
      view: {
        label: 'Rows',
        services: 'By service',
        teams: 'By team',
      },
      dialog: {
        title: '{{team}}: {{action}} {{on}} in {{environment}}',
        nobody: '{{action}} {{on}} in {{environment}}',
        loading: 'Asking for the rules',
        error: 'The rules could not be loaded',
        explain: 'Explain it for me',
        whoCan: 'Who can',
      },
    },
    whoCan: {
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
    },
    explain: {
      title: 'Why, or why not',
      intro:
        'The decision for one person: the rule and its line, what was nearly enough, whom to ask, and who would have to approve.',
      submit: 'Explain',
      loading: 'Asking for the decision',
      error: 'The decision could not be explained',
      notAllowed: 'you may not ask this for somebody else',
      empty: {
        title: 'Nothing asked yet',
        text: 'Say what is done, and where. Left as it is, the question is about you, now.',
      },
      decision: 'Decision',
      for: 'For',
      at: 'decided for',
      revision: 'policy revision',
      legs: 'Rules that decided',
      nearMiss: { title: 'What was nearly enough' },
      askFor: 'Whom to ask',
      approvals: {
        title: 'Who would have to approve',
        auto: 'Nobody: the policy lets it through by itself.',
        none: 'Nobody could: no entry of the policy says who approves this.',
        stage_one: '{{count}} person of',
        stage_other: '{{count}} people of',
        entry: '(entry {{entry}}, line {{line}})',
      },
    },
    simulate: {
      title: 'Try out a draft of the policy',
      intro:
        'Judges a draft, runs the test cases against it and says who would gain and who would lose. Nothing is stored or put into force.',
      submit: 'Simulate',
      loading: 'Judging the draft',
      error: 'The draft could not be judged',
      notAllowed: 'you may not try out drafts',
      policy: {
        label: 'Draft of the policy',
        text: 'The whole file, YAML or JSON, at most 1 MB.',
        missing: 'Paste a policy first.',
      },
      cases: {
        label: 'Test cases',
        text: 'Left empty: the cases of the policy in force, if there are any.',
      },
      empty: {
        title: 'No draft judged yet',
        text: 'Paste the policy file with your change and simulate it before you commit it.',
      },
      accepted: {
        title: 'The draft would be accepted',
        text: 'It has no errors, and no case failed.',
      },
      refused: {
        title: 'Error: the draft would be refused',
        text: 'The policy in force would stay. The errors or failed cases are below.',
      },
      problems: {
        title: 'Problems',
        none: 'No errors and no warnings.',
      },
      tests: {
        title: 'Test cases',
        sum: '{{passed}} passed, {{failed}} failed',
        none: 'No cases ran: the draft has errors, or there are no cases.',
        case: '{{number}}. {{title}}',
        passed: 'Passed',
        failed: 'Failed',
        columns: {
          case: 'Case',
          outcome: 'Outcome',
          expected: 'Expected',
          actual: 'Answered',
        },
      },
      changes: {
        title: 'Who gains and who loses',
        table: 'Answers that change',
        unknown: 'Known once the draft has no errors.',
        none: {
          title: 'Nobody gains, nobody loses',
          text: 'The draft answers every question as the policy in force does.',
        },
        gains: 'Gains',
        loses: 'Loses',
        changes: 'Needs something else',
        team: 'team {{teams}}',
        what: '{{action}} {{on}} in {{environment}}',
        approvals: 'Approvals that change',
        other: 'Also different',
        rule: 'Rule {{id}} ({{change}}, line {{line}})',
        section: 'Section {{section}}',
        added: 'added',
        removed: 'removed',
        changed: 'changed',
        columns: {
          change: 'Change',
          who: 'Who',
          what: 'What',
          before: 'Before',
          after: 'After',
        },
      },
    },
    breakGlass: {
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
        title: 'Approve breaking the glass?',
        text: 'will pass the ownership policy for {{scope}}, for {{minutes}} minutes from now. Your approval is recorded.',
        error: 'The grant could not be approved',
        notAllowed: 'you may not approve this grant',
      },
      close: {
        verb: 'Close',
        label: 'Close {{ticket}}',
        title: 'Close this grant?',
        text: 'will not pass the ownership policy for {{scope}} any more. A closed grant cannot be opened again.',
        error: 'The grant could not be closed',
        notAllowed: 'you may not close this grant',
      },
    },
  },
});
