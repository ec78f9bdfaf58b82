// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Trailer } from '@fairway/git-host';
import { oneLine, showInvisible } from './text';

/** Names of trailers that say who did what, and those of ours. */
const RESERVED = /^(?:[A-Za-z][A-Za-z-]*-by|Change-Id|Fairway(?:-[\w-]*)?)$/i;
const TRAILER = /^\s*([A-Za-z][A-Za-z0-9-]*)\s*:/;
const SAYS_NOTHING = /^[\p{Pd}\s]*$|^---|^diff -|^Index: /u;
/** Where tools that read mails and patches stop taking lines for the message. */
const ENDS_A_MESSAGE = /^\s*(?:---|diff -|Index: )/;

/**
 * Subject and body of the commit. What a person wrote stays readable, but no line of it can pass for a trailer or for
 * the beginning of a patch: such lines are quoted.
 */
export function commitMessage(options: {
  title: string;
  description: string;
  request?: Record<string, string>;
}): string {
  const keys = new Set(
    Object.keys(options.request ?? {}).map(name =>
      trailerKey(name).toLocaleLowerCase('en-US'),
    ),
  );
  const lines = options.description
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/)
    .map(line =>
      showInvisible(line.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ').trimEnd()),
    )
    .join('\n')
    .trim()
    .split('\n');
  // Git takes the last paragraph for trailers.
  const lastParagraph = lines.lastIndexOf('') + 1;
  const body = lines
    .map((line, index) => {
      const key = TRAILER.exec(line)?.[1];
      const quoted =
        ENDS_A_MESSAGE.test(line) ||
        (key !== undefined &&
          (index >= lastParagraph ||
            RESERVED.test(key) ||
            keys.has(key.toLocaleLowerCase('en-US'))));
      return quoted ? `> ${line}` : line;
    })
    .join('\n');
  const title = oneLine(options.title);
  // One that says nothing, or begins like a patch, would end the message for some tools.
  const subject = SAYS_NOTHING.test(title) ? `Change: ${title}` : title;
  return body ? `${subject}\n\n${body}` : subject;
}

/** `changeTicket` is `Change-Ticket`; a name that is not free for attributes, or is none, is `Request-…-Attribute`. */
function trailerKey(attribute: string): string {
  const key = attribute
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
    .map(
      word =>
        word[0].toLocaleUpperCase('en-US') +
        word.slice(1).toLocaleLowerCase('en-US'),
    )
    .join('-');
  if (/^[A-Z]/.test(key) && !RESERVED.test(key)) return key;
  // Reserved names end in "-by", too: the suffix keeps them apart.
  return ['Request', key, 'Attribute'].filter(Boolean).join('-');
}

/** The trailers of a change; values are on one line each, so none can add another. */
export function changeTrailers(change: {
  id: string;
  requesterRef: string;
  templateRef?: string;
  taskId?: string;
  request?: Record<string, string>;
}): Trailer[] {
  const trailers = [
    { key: 'Requested-by', value: change.requesterRef },
    { key: 'Fairway-Change-Id', value: change.id },
    { key: 'Fairway-Template', value: change.templateRef },
    { key: 'Fairway-Task', value: change.taskId },
    ...Object.entries(change.request ?? {})
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, value]) => ({ key: trailerKey(name), value })),
  ];
  return trailers.flatMap(({ key, value }) =>
    value ? [{ key, value: oneLine(value) }] : [],
  );
}
