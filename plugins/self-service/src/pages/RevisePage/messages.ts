// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** Words of the page of a revision. */
export const reviseMessages = {
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
} as const;
