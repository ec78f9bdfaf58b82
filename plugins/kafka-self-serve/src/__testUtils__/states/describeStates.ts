// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/* eslint-disable jest/no-export, jest/no-conditional-expect, jest/expect-expect -- a suite to be called with a table: what has to hold depends on its row */

import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { failure } from '../FakeKafka';
import { openStates } from './openStates';
import { isWithout, type PageStates, type Reads } from './types';
import { CAUSE, MOST_DRAWN } from './worst';

const DOWN = {
  status: 503,
  name: 'ServiceUnavailableError',
  code: 'kafka-unreachable',
  message: 'The brokers of dev are away.',
};
const REFUSED = {
  status: 403,
  name: 'NotAllowedError',
  code: 'kafka-not-allowed',
  message: 'Only its owners see it.',
  details: { by: 'kafka.owners', askFor: ['group:default/platform'] },
};

// Nothing covers it; to look through all of a page for that takes long.
const user = userEvent.setup({ pointerEventsCheck: 0 });

/** Nowhere to go to, nothing written yet: that needs no cause. */
const PLAIN = ['Previous page', 'Next page', 'Add the comment'];

// By attributes and text: the tree of roles is slow to make for a whole page.
const linksOf = (words: string) =>
  [...document.querySelectorAll('a')]
    .filter(link => link.textContent === words)
    .map(link => link.getAttribute('href'));
const buttonOf = (words: string) =>
  [...document.querySelectorAll('button')].find(
    button => button.textContent === words,
  );
const causeOf = (button: Element) =>
  [button, button.closest('[role="group"]')]
    .flatMap(each => each?.getAttribute('aria-describedby')?.split(' ') ?? [])
    .map(id => document.getElementById(id)?.textContent ?? '')
    .join(' ')
    .trim();

function expectCauses() {
  for (const button of document.querySelectorAll('button:disabled')) {
    const words = button.textContent ?? '';
    if (PLAIN.includes(words)) continue;
    expect(`${words}: ${causeOf(button)}`).toMatch(/: ./);
  }
}

async function expectLoading({ loading, isUsable }: Reads) {
  if (loading === 'busy') {
    await waitFor(() =>
      expect(document.querySelector('[aria-busy="true"]')).not.toBeNull(),
    );
  } else {
    const [words] = await screen.findAllByText(loading);
    expect(words.closest('[role="status"]')).not.toBeNull();
  }
  if (isUsable) return;
  expect(document.querySelector('[class*="Skeleton"]')).not.toBeNull();
}

async function expectFilled({ filled }: PageStates) {
  for (const text of filled.texts) await screen.findAllByText(text);
  for (const [words, href] of Object.entries(filled.links)) {
    await waitFor(() =>
      expect([words, linksOf(words)]).toEqual([
        words,
        expect.arrayContaining([href]),
      ]),
    );
  }
  expectCauses();
}

function describeReads(row: PageStates, reads: Reads) {
  it('loads, says why it failed and what to do, and shows what there is once it is tried again', async () => {
    let answer = () => {};
    const underWay = new Promise<void>(resolve => {
      answer = resolve;
    });
    const backend = await openStates(row, {
      answers: {
        ...row.answers,
        [reads.call]: () => underWay.then(() => failure(DOWN)),
      },
    });
    await expectLoading(reads);
    answer();
    const [title] = await screen.findAllByText(`Error: ${reads.error}`);
    expect(title.closest('[role="alert"]')).not.toBeNull();
    expect(screen.getAllByText(DOWN.message)).not.toEqual([]);
    expect(screen.getAllByText(DOWN.code)).not.toEqual([]);
    expect(screen.getAllByText(/^Try again in a minute/)).not.toEqual([]);
    backend.on(reads.call, row.answers[reads.call]);
    await user.click(screen.getAllByText('Try again')[0]);
    await expectFilled(row);
    expect(screen.queryByText(`Error: ${reads.error}`)).toBeNull();
  });

  it('says by which rule it is not allowed, and whom to ask', async () => {
    await openStates(row, {
      answers: { ...row.answers, [reads.call]: () => failure(REFUSED) },
    });
    await screen.findAllByText(`Not allowed: ${reads.notAllowed}`);
    expect(screen.getAllByText(REFUSED.message)).not.toEqual([]);
    expect(screen.getAllByText('kafka.owners')).not.toEqual([]);
    expect(linksOf('platform')).toContain('/catalog/default/group/platform');
  });
}

/** Tests of every state of each page, as the table has them. */
export function describeStates(rows: readonly PageStates[]) {
  describe.each(
    rows.map(
      row => [[row.page, row.part].filter(Boolean).join(' '), row] as const,
    ),
  )('%s', (_, row) => {
    const { reads, administrators, empty, worst } = row;
    if (isWithout(reads)) {
      it('shows what there is', async () => {
        await openStates(row, { answers: row.answers });
        await expectFilled(row);
      });
    } else {
      describeReads(row, reads);
    }

    if (administrators) {
      it('tells others that it is for administrators, and what to do instead', async () => {
        const backend = await openStates(row, {
          answers: row.answers,
          isAdministrator: false,
        });
        await screen.findByText(`Not allowed: ${administrators.title}`);
        expect(screen.getByText(administrators.whom)).toBeInTheDocument();
        expect(
          screen.getByText('kafkaSelfServe.administrators'),
        ).toBeInTheDocument();
        const calls = backend.calls.map(({ call }) => call);
        if (!isWithout(reads)) expect(calls).not.toContain(reads.call);
      });
    }

    if (!isWithout(empty)) {
      it('says what it is where there is nothing yet, and what to do', async () => {
        await openStates(row, {
          answers: { ...row.answers, ...empty.answers },
        });
        await screen.findAllByText(empty.title);
        expect(screen.getAllByText(empty.next)).not.toEqual([]);
      });
    }

    if (!isWithout(worst)) {
      it('says why something is not allowed, and draws nothing without an end', async () => {
        await openStates(row, {
          answers: { ...row.answers, ...worst.answers },
        });
        if (worst.says) {
          await screen.findAllByText(worst.says);
          expect(screen.getAllByText(CAUSE)).not.toEqual([]);
        }
        if (worst.shows) await screen.findAllByText(worst.shows);
        for (const words of worst.buttons ?? []) {
          await waitFor(() => {
            const button = buttonOf(words);
            expect(button).toBeDisabled();
            expect(causeOf(button!)).toContain(CAUSE);
          });
        }
        expectCauses();
        expect(document.querySelectorAll('tr, li, p').length).toBeLessThan(
          MOST_DRAWN,
        );
      });
    }
  });
}
