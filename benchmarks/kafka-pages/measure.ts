// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What a person does with the list of topics, turn by turn. The rows of each step are known before it is taken.
import type { Page } from '@playwright/test';
import { nameOf } from '../kafka/topics';
import { clocked, type Rows } from './clock';
import { OWNED_EVERY } from './portal';

const PAGE = 20;
/** Turns that only warm up: code is compiled and connections are opened. */
const WARM_UP = 2;
/** As a quick typist does. */
const BETWEEN_KEYS_MS = 80;

export interface Measured {
  /** Milliseconds from the press to the rows, by step. */
  steps: Map<string, number[]>;
  /** Length of the longest task while ten characters were typed, for each time. */
  longestTasks: number[];
  mostRows: number;
}

export async function measurePages(options: {
  page: Page;
  topics: number;
  turns: number;
}): Promise<Measured> {
  const { page, topics, turns } = options;
  const steps = new Map<string, number[]>();
  const longestTasks: number[] = [];
  let mostRows = 0;
  let isWarm = false;

  const step = async (what: string, rows: Rows, act: () => Promise<void>) => {
    const took = await clocked(page, what, rows, act);
    mostRows = Math.max(mostRows, took.rows);
    if (isWarm) steps.set(what, [...(steps.get(what) ?? []), took.ms]);
  };
  const press = (role: 'tab' | 'button', name: string) => () =>
    page.getByRole(role, { name, exact: true }).click();
  const choose = async (label: RegExp, option: string) => {
    const list = page.getByRole('option', { name: option, exact: true });
    await page.getByRole('button', { name: label }).click();
    await list.waitFor();
    return () => list.click();
  };
  const search = page.getByRole('searchbox', { name: 'Search topics' });

  const all = Array.from({ length: topics }, (_, index) => nameOf(index));
  const owned = all.filter((_, index) => index % OWNED_EVERY === 0);
  // Ten characters that ten of the names have.
  const text = nameOf(topics - 1).slice(-11, -1);
  const fits = all.filter(name => name.includes(text));
  const rows = (names: string[], from = 0): Rows => ({
    names: names.slice(from, from + PAGE),
    found: `${names.length} topics`,
  });

  for (let turn = -WARM_UP; turn < turns; turn += 1) {
    isWarm = turn >= 0;
    await step('open the page', rows(all), press('tab', 'Topics'));
    await step('next page', rows(all, PAGE), press('button', 'Next page'));
    await step('previous page', rows(all), press('button', 'Previous page'));
    await step('filter: mine', rows(owned), () =>
      page.getByText('Only of my teams', { exact: true }).click(),
    );
    await step('no filter', rows(all), () =>
      page.getByText('Only of my teams', { exact: true }).click(),
    );
    await step(
      'order: from Z',
      rows([...all].reverse()),
      await choose(/Order/, 'Name, from Z'),
    );
    await step('order: name', rows(all), await choose(/Order/, 'Name'));

    await search.focus();
    await page.evaluate(() => window.fairwayClock.takeLongTasks());
    await step('search', rows(fits), () =>
      search.pressSequentially(text, { delay: BETWEEN_KEYS_MS }),
    );
    const tasks = await page.evaluate(() =>
      window.fairwayClock.takeLongTasks(),
    );
    if (isWarm) longestTasks.push(Math.max(0, ...tasks));
    await step('no search', rows(all), () => search.press('Escape'));

    await press('tab', 'Environments')();
    await page.getByRole('heading', { name: 'Kafka environments' }).waitFor();
  }
  return { steps, longestTasks, mostRows };
}
