// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { setTimeout as pause } from 'node:timers/promises';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 30_000;
/** Answers that another attempt would not change. */
const FINAL = status => status >= 400 && status < 500 && status !== 429;

/**
 * Tells the portal about one request until it answers: `accepted`, or `over` where it wants to hear no more of it;
 * `stopped` with the signal.
 */
export function callback({ url, token, signal, say }) {
  return async body => {
    for (let wait = FIRST_PAUSE_MS; !signal.aborted; wait *= 2) {
      const problem = await attempt({ url, token, body, signal });
      if (problem === undefined) return 'accepted';
      if (problem.isFinal) {
        say(`The portal refuses a report: ${problem.words}`);
        return 'over';
      }
      say(`The portal does not take a report yet: ${problem.words}`);
      await pause(Math.min(wait, LONGEST_PAUSE_MS), undefined, {
        signal,
      }).catch(() => {});
    }
    return 'stopped';
  };
}

async function attempt({ url, token, body, signal }) {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(30_000)]),
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    });
    const words = await answer.text();
    return answer.ok
      ? undefined
      : { isFinal: FINAL(answer.status), words: `${answer.status} ${words}` };
  } catch (error) {
    return { isFinal: false, words: error.cause?.message ?? error.message };
  }
}
