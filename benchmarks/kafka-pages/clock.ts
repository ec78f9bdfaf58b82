// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What runs in the page: from the press of a button or key to the frame in which the expected rows are painted.
import type { Page } from '@playwright/test';

/** A list that is to be there. */
export interface Rows {
  names: string[];
  /** What the line below the list says. */
  found: string;
}

interface Clock {
  /** Milliseconds to the rows from the last press before them. */
  arm(rows: Rows): void;
  done?: Promise<{ ms: number; rows: number }>;
  /** Length of each long task since it was last asked for. */
  takeLongTasks(): number[];
}

declare global {
  interface Window {
    fairwayClock: Clock;
  }
}

/** Self-contained: the browser gets its text. */
export function installClock(): void {
  let pressedAt = 0;
  const press = (event: Event) => {
    pressedAt = event.timeStamp;
  };
  // A press begins where a person's finger is down, and React Aria acts when it is up.
  window.addEventListener('pointerup', press, true);
  window.addEventListener('keydown', press, true);

  let tasks: number[] = [];
  const observer = new PerformanceObserver(list => {
    for (const { duration } of list.getEntries()) tasks.push(duration);
  });
  observer.observe({ type: 'longtask' });

  const shown = () =>
    [...document.querySelectorAll('table tbody tr th')].map(
      cell => cell.querySelector('a')?.textContent,
    );
  const isThere = ({ names, found }: Rows) => {
    const now = shown();
    return (
      now.length === names.length &&
      now.every((name, index) => name === names[index]) &&
      [...document.querySelectorAll('nav [role="status"]')].some(
        ({ textContent }) => textContent === found,
      )
    );
  };

  window.fairwayClock = {
    arm(rows) {
      if (isThere(rows)) throw new Error('These rows are there already');
      this.done = new Promise(resolve => {
        const changes = new MutationObserver(() => {
          if (!isThere(rows)) return;
          changes.disconnect();
          // After the frame that paints them.
          requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.onmessage = () =>
              resolve({
                ms: performance.now() - pressedAt,
                rows: document.querySelectorAll('table tbody tr').length,
              });
            channel.port2.postMessage('painted');
          });
        });
        changes.observe(document.body, {
          subtree: true,
          childList: true,
          characterData: true,
        });
      });
    },
    takeLongTasks() {
      for (const { duration } of observer.takeRecords()) tasks.push(duration);
      const taken = tasks;
      tasks = [];
      return taken;
    },
  };
}

const WITHIN_MS = 20_000;

/** Does it, and answers how long the rows took, and how many are in the page. */
export async function clocked(
  page: Page,
  what: string,
  rows: Rows,
  act: () => Promise<void>,
): Promise<{ ms: number; rows: number }> {
  await page.evaluate(expected => window.fairwayClock.arm(expected), rows);
  await act();
  const result = await page.evaluate(
    withinMs =>
      Promise.race([
        window.fairwayClock.done,
        new Promise<undefined>(resolve => setTimeout(resolve, withinMs)),
      ]),
    WITHIN_MS,
  );
  if (!result) {
    const there = await page
      .locator('table tbody tr th a, nav [role="status"]')
      .allTextContents();
    throw new Error(
      `${what}: ${rows.found} were expected, ${rows.names.join(
        ', ',
      )}; there are: ${there.join(', ')}`,
    );
  }
  return result;
}
