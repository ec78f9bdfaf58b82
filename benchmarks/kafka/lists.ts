// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  KafkaPage,
  TopicSummary,
} from '../../plugins/kafka-self-serve-common/src';
import { quantile } from '../ownership/measure';
import { type KafkaBackend, OWNER } from './backend';
import { nameOf } from './topics';

const CALLS = 100;
const PAGE = 20;
const FAR = 100;

export interface ListTimes {
  question: string;
  p50Ms: number;
  p95Ms: number;
}

/** Lists as their owner asks for them, call by call. */
export async function measureLists(
  backend: KafkaBackend,
  count: number,
): Promise<ListTimes[]> {
  const pages = Math.min(FAR, count / PAGE);
  let far: string | undefined;
  for (let page = 1; page < pages; page++) {
    const { answer } = await backend.call<KafkaPage<TopicSummary>>(
      OWNER,
      `/topics?environment=bench${
        far === undefined ? '' : `&cursor=${encodeURIComponent(far)}`
      }`,
    );
    far = answer.nextCursor;
  }
  const first = (page: KafkaPage<TopicSummary>) => page.items[0]?.name;
  const questions: Record<
    string,
    { path: string; expected: string; total: number }
  > = {
    'page 1': { path: '', expected: nameOf(0), total: count },
    [`page ${pages}`]: {
      path: `&cursor=${encodeURIComponent(far ?? '')}`,
      expected: nameOf(PAGE * (pages - 1)),
      total: count,
    },
    'search, one fits': {
      path: `&q=${nameOf(count - 1)}`,
      expected: nameOf(count - 1),
      total: 1,
    },
    'search, many fit': {
      path: '&q=t00',
      expected: nameOf(0),
      total: Math.min(count, 1_000),
    },
  };
  const times = new Map(
    Object.keys(questions).map(name => [name, [] as number[]]),
  );
  for (let turn = -10; turn < CALLS; turn++) {
    for (const [name, { path: query, expected, total }] of Object.entries(
      questions,
    )) {
      const { tookMs, answer } = await backend.call<KafkaPage<TopicSummary>>(
        OWNER,
        `/topics?environment=bench${query}`,
      );
      if (first(answer) !== expected || answer.total !== total) {
        throw new Error(
          `${name}: ${first(answer)} of ${
            answer.total
          }, and not ${expected} of ${total}`,
        );
      }
      if (turn >= 0) times.get(name)!.push(tookMs);
    }
  }
  return [...times].map(([question, all]) => {
    const sorted = all.sort((one, other) => one - other);
    return {
      question,
      p50Ms: quantile(sorted, 0.5),
      p95Ms: quantile(sorted, 0.95),
    };
  });
}
