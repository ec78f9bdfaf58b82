// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { requestsCommonError } from '../errors';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

// No years and months, whose length depends on where one starts, no fractions and no signs.
const DURATION =
  /^P(?=.)(?:(?<weeks>\d+)W|(?:(?<days>\d+)D)?(?:T(?=.)(?:(?<hours>\d+)H)?(?:(?<minutes>\d+)M)?(?:(?<seconds>\d+)S)?)?)$/;

/** Deadlines of a hundred years are typing errors, and a sum beyond the end of time is no date. */
const LONGEST_DAYS = 36_500;

/**
 * Milliseconds of an ISO 8601 duration of weeks, or of days, hours, minutes and seconds, each a whole number: `P2W`,
 * `P1DT12H`. A day has 24 hours.
 *
 * @throws InputError `duration-invalid`, also for nothing and for more than 36,500 days
 * @public
 */
export function parseDuration(duration: string): number {
  const groups = DURATION.exec(duration)?.groups;
  if (!groups) {
    throw requestsCommonError('duration-invalid', {
      duration,
      reason: 'it has to be weeks, or days, hours, minutes and seconds',
    });
  }
  const { weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0 } = groups;
  const milliseconds =
    Number(weeks) * 7 * DAY +
    Number(days) * DAY +
    Number(hours) * HOUR +
    Number(minutes) * MINUTE +
    Number(seconds) * SECOND;
  if (milliseconds === 0 || milliseconds > LONGEST_DAYS * DAY) {
    throw requestsCommonError('duration-invalid', {
      duration,
      reason: `it has to be longer than nothing and at most ${LONGEST_DAYS} days`,
    });
  }
  return milliseconds;
}
