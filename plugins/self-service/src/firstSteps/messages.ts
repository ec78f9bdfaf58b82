// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** Words of the first steps. */
export const firstStepsMessages = {
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
} as const;
