// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** Days to seconds of an ISO 8601 duration; months and years have no fixed length. */
const DURATION =
  /^P(?:(\d{1,6})W|(?:(\d{1,6})D)?(?:T(?=\d)(?:(\d{1,6})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?)$/;

/**
 * Milliseconds of an ISO 8601 duration of weeks, days, hours, minutes and
 * seconds; undefined when it is none.
 *
 * @public
 */
export function durationToMilliseconds(text: string): number | undefined {
  const match = DURATION.exec(text);
  if (!match || match.slice(1).every(part => part === undefined)) {
    return undefined;
  }
  const [weeks, days, hours, minutes, seconds] = match
    .slice(1)
    .map(part => Number(part ?? 0));
  return (
    ((((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000
  );
}
