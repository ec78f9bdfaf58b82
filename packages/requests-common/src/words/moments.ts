// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

const format = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'UTC',
});

/** For people whose time zone is not known: `7 December 2026 at 10:00 UTC`. @public */
export function wordsOfMoment(moment: Date): string {
  return `${format.format(moment)} UTC`;
}
