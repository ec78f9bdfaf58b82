// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Trailer } from '@fairway/git-host';

/** A line that Git or a reader could take for a trailer of ours, and the divider that ends a message for some tools. */
const LOOKS_LIKE_TRAILER =
  /^\s*(?:[A-Za-z][A-Za-z-]*-by|Change-Id|Fairway-[\w-]*)\s*:|^---(?:\s|$)/i;
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}]/gu;

/** Text on one line: control characters and line breaks become spaces. */
export function oneLine(text: string): string {
  return text.replace(CONTROL, ' ').replace(/ {2,}/g, ' ').trim();
}

/**
 * Subject and body of the commit. What a person wrote stays readable, but no line of it can pass for a trailer: such
 * lines are quoted.
 */
export function commitMessage(options: {
  title: string;
  description: string;
}): string {
  const body = options.description
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/)
    .map(line => line.replace(CONTROL, ' ').trimEnd())
    .map(line => (LOOKS_LIKE_TRAILER.test(line) ? `> ${line}` : line))
    .join('\n')
    .trim();
  const subject = oneLine(options.title);
  return body ? `${subject}\n\n${body}` : subject;
}

/** The trailers of a change; values are on one line each, so none can add another. */
export function changeTrailers(change: {
  id: string;
  requesterRef: string;
  templateRef?: string;
  taskId?: string;
}): Trailer[] {
  const trailers = [
    { key: 'Requested-by', value: change.requesterRef },
    { key: 'Fairway-Change-Id', value: change.id },
    { key: 'Fairway-Template', value: change.templateRef },
    { key: 'Fairway-Task', value: change.taskId },
  ];
  return trailers.flatMap(({ key, value }) =>
    value ? [{ key, value: oneLine(value) }] : [],
  );
}
