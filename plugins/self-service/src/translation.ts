// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The words of this plugin; those of the shared pieces are in `fairwayComponentsTranslationRef` of `@fairway/requests-react`. @public */
export const selfServiceTranslationRef = createTranslationRef({
  id: 'plugin.self-service',
  messages: {
    source: { title: 'Infrastructure', change: 'Change' },
    order: 'Order something',
    start: {
      title: 'Infrastructure on request, with guardrails',
      text: 'Order what you need with a form. You see the exact change before anybody else does, those who are responsible approve exactly that, and you can follow it until it is there.',
    },
    firstSteps: {
      title: 'Your first steps',
      text: 'Follow one order from the form to the catalog. The steps tick themselves by what really happened.',
      progress: '{{done}} of {{all}} steps done',
      allDone:
        'All steps are done: you have seen a change from the order to the catalog.',
      loading: 'The first steps are loading',
      error: 'The first steps could not be loaded',
      notAllowed: 'you may not see requests',
      hide: 'Hide the first steps',
      show: 'Show the first steps',
      startOver: 'Start over',
      whoApproves: 'Who can approve it:',
      byRule: 'Nobody has to: it was approved by the rule {{rules}}.',
      over: 'Request #{{number}} ended without being carried out. Order again to go on.',
      outOfSight:
        'You may not see the request that was ordered in this browser. Take the part of somebody who may approve it.',
      order: {
        title: 'Order something',
        what: 'Choose a template, a database for example, and fill in its form. It becomes a draft; nothing is made yet.',
        link: 'Open the templates',
      },
      diff: {
        title: 'Read the diff',
        what: 'The page of your request shows the exact files that change. Submit it when it is what you want.',
        link: 'Open the request',
      },
      persona: {
        title: 'Take the part of an approver',
        what: 'Nobody approves their own request. In the demo, choose another persona at the bottom of the menu; elsewhere, send them the link to the request.',
        link: 'The request to approve',
      },
      approve: {
        title: 'Approve it',
        what: 'Read the same diff and approve. The approval is bound to exactly that plan.',
        link: 'Decide about it',
      },
      apply: {
        title: 'Watch it being applied',
        what: 'The change is merged, and the pipeline applies it. The log and each step show on the page of the request.',
        link: 'Follow it',
      },
      catalog: {
        title: 'Find it in the catalog',
        what: 'What was made shows up there within a minute or two, with its owner and the request that it came from.',
        link: 'Open the catalog',
      },
    },
    requests: {
      name: '#{{number}} {{title}}',
      tabs: {
        label: 'Lists of requests',
        mine: 'My requests',
        toDecide: 'To decide',
        toDecideWithCount: 'To decide ({{number}})',
        all: 'All requests',
      },
      mine: {
        title: 'My requests',
        empty: {
          title: 'No requests yet',
          text: 'Whatever you order, a database for example, becomes a request: you see its diff, who has to approve, and how far it is. Order something, and it shows up here.',
        },
      },
      toDecide: {
        title: 'Waiting for your decision',
        empty: {
          title: 'Nothing to decide',
          text: 'Requests that you may approve or reject show up here, as long as they wait for it. Your own never do.',
        },
      },
      all: {
        title: 'All requests',
        empty: {
          title: 'No requests yet',
          text: 'Nobody has ordered anything. Every request of everybody shows up here.',
        },
      },
    },
    revise: {
      name: 'Revise',
      title: 'Revise #{{number}} {{title}}',
      text: 'Edit the files of this request. What you send takes the place of what is there: it becomes a new revision of the same request and pull request, approvals that were given no longer count, and whoever writes a revision cannot approve it.',
      draftText:
        'Edit the files of this draft. What you save takes the place of what is there; nobody is asked before you submit it.',
      pushed:
        'People pushed commits onto the branch, which are not in the text below. A revision takes them back; add what you want to keep.',
      overtaken: {
        title: 'The request has another content by now',
        text: 'Somebody revised it while you wrote. Your text is kept; if you send it, it takes the place of theirs.',
        theirs: 'What the request changes now',
        take: 'Throw my text away and begin with theirs',
      },
      files: 'Files',
      noFiles:
        'A change needs at least one file. Put one back, or cancel the request.',
      file: {
        leaveOut: 'Take it out of the change',
        leaveOutOf: 'Take it out of the change: {{path}}',
        putBack: 'Put it back',
        putBackOf: 'Put it back: {{path}}',
        leftOut: 'Taken out: the change leaves this file as it is in Git.',
        deletes: 'The change deletes this file.',
      },
      words: 'Words for those who decide',
      description: 'Description, for the pull request',
      actions: 'What you can do with this text',
      showDiff: 'Show the diff',
      send: 'Revise',
      saveDraft: 'Save the draft',
      back: 'Back to the request',
      failed: 'The request could not be revised',
      kept: 'Nothing was sent, and your text is kept.',
      moved:
        'Nothing was sent, and your text is kept. “Try again” loads the request as it is now; then look at the diff and revise.',
      notAllowed: 'you cannot revise this request',
      notAllowedAnyMore: 'Your text is kept as long as this page is open.',
      notReadable: 'you may not see this request',
      otherKind:
        'A request of the kind “{{kind}}” has no text to edit. Cancel it and ask anew.',
      error: 'The request could not be loaded',
      loading: 'The request is loading',
      preview: {
        title: 'What it would change',
        none: '“Show the diff” asks the portal what your text would change, by the same rules as a revision. Nothing is sent to anybody.',
        pending: 'The portal is looking at your text.',
        outdated: 'You changed the text since. Show the diff again.',
        error: 'Your text cannot be taken like this',
        notAllowed: 'your text is refused',
        busy: 'Another open request is about the same',
        other: 'Request #{{number}}',
      },
      answers: {
        title: 'Other answers in the form',
        text: 'The form that this came from can be opened with the answers that were given. It makes a new request and leaves this one as it is: one thing has one open request, so cancel this one before you submit the new one.',
        link: 'Change the answers in the form',
      },
      leave: {
        title: 'Leave without revising?',
        text: 'What you typed is not sent yet. It is lost when you leave this page.',
        action: 'Throw it away',
        stay: 'Stay here',
      },
    },
    administration: {
      asking: 'Asking whether you administer requests',
      error: 'Whether you administer requests could not be asked',
      notAllowed: 'this is for those who administer requests',
      whom: 'The configuration of the portal names the people and groups who see the requests of everybody. Ask the people who run the portal; your own requests and those that you decide about are in the other lists.',
    },
    audit: {
      title: 'Audit',
      chain: {
        title: 'Are the histories intact?',
        intact:
          'Yes: {{events}} events of {{requests}} requests were verified, each sealed by the hash of the one before.',
        verifying: 'Every event is being verified.',
        verify: 'Verify again',
        error: 'The histories could not be verified',
        brokenTitle: 'Warning: a history was changed after it was written',
        first: 'The first event that does not fit is',
        event: 'event {{sequence}} of request #{{number}}',
        remedy:
          'Keep a copy of the database as it is, compare with the heads of the chains in the log of the auditor, and do not trust this history from there on.',
      },
      period: {
        label: 'Made between',
        from: 'Made from',
        to: 'Made until',
        clear: 'Any time',
      },
      export: {
        ndjson: 'Export as NDJSON',
        csv: 'Export as CSV',
        cancel: 'Cancel the export',
        running: 'The export is running.',
        done: 'Exported, {{size}} kB.',
        error: 'The export did not work; nothing was saved',
        notAllowed: 'you may not export requests',
      },
      requests: {
        title: 'Requests and their events',
        label: 'Requests, each with its events',
        error: 'The requests could not be loaded',
        empty: {
          title: 'No request matches',
          text: 'There is no request that fits all filters. Choose fewer, or another time.',
        },
        previous: 'Newer requests',
        next: 'Older requests',
      },
      events: {
        made: 'Made',
        page: 'Open the request',
        label: 'Events of request #{{number}}',
        details: 'What was recorded, and its hash',
        loading: 'The events are loading',
        error: 'The events could not be loaded',
        notAllowed: 'you may not see these events',
      },
    },
    change: {
      none: 'None',
      notYet: 'Not yet',
      repository: 'Repository',
      owner: 'Will be owned by',
      template: 'Template',
      task: 'Task',
      taskLink: 'Log of the task',
      git: 'Where it is in Git',
      base: 'Based on',
      branch: 'Branch',
      commit: 'Commit',
      merge: 'Merged as',
      pullRequest: 'Pull request',
      copy: {
        branch: 'the branch name',
        commit: 'the commit id',
        merge: 'the id of the merge commit',
        command: 'the command',
      },
      targets: {
        title: 'What it touches',
        label: 'Targets of the change',
        none: 'It touches nothing that the ownership policy knows.',
        target: 'Service',
        environment: 'Environment',
        module: 'Module and version',
        account: 'Account',
        action: 'What happens',
        deploy: 'Deployed',
        destroy: 'Destroyed',
        path: 'Folder',
      },
      files: {
        title: 'Files',
        label: 'Files of the change',
        none: 'It changes no files.',
        path: 'File',
        action: 'What happens',
        created: 'Created',
        updated: 'Changed',
        deleted: 'Deleted',
        unchanged: 'Left as it is',
      },
      inspect: {
        title: 'See it in Git yourself',
        text: "Paste this into a terminal on the portal's machine. It prints the last commit of the branch.",
      },
      applying: {
        title: 'How this change is applied',
        how: 'The portal merges the pull request once it is approved. What is merged is applied by the pipeline of the repository; the portal holds no key to the infrastructure and only reads how that ends.',
        open: 'Not merged yet, so nothing of it is applied.',
        merged: 'Merged. The portal waits for what the pipeline says.',
        unknown:
          'Merged. No pipeline is connected to this repository, so the portal cannot know whether it is applied.',
        applied: 'Merged and applied.',
        notApplied: 'Merged, but not applied.',
        failed: 'Merged, and the pipeline failed to apply it.',
      },
    },
    environment: {
      label: 'Environment',
      loading: 'Asking which environments you may use',
      checking: 'Checking again with what you filled in',
      error: 'The environments could not be loaded',
      empty: {
        title: 'No environments',
        text: 'The ownership policy names no environment. Ask the people who run the portal to add one.',
      },
      none: {
        title: 'there is no environment where you may do this',
        text: 'The reasons are below, environment by environment.',
      },
      tier: 'Tier {{tier}}',
      refused: 'Not allowed',
      allowedBy: 'Allowed by rule {{rule}}',
      refusedBy: 'Rule {{rule}}',
      askFor: 'Ask',
      askForElse: 'Otherwise ask',
      needs: 'Needs {{attribute}}',
      needsField: 'Needs {{attribute}}: fill in {{field}}',
      unknown:
        'The environment "{{environment}}" is not in the ownership policy. Choose one of the list.',
      unchecked:
        'It could not be checked whether you may use "{{environment}}" ({{cause}}). Try again.',
    },
  },
});
