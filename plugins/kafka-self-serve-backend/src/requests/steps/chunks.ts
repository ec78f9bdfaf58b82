// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Work } from '../execute/types';

/** Works that are done in one step of the engine: enough to be quick, few enough to be seen. */
const MOST_TOGETHER = 50;

/** What is harmless to do again, and of no interest one by one. */
const TOGETHER: readonly Work['action'][] = [
  'acl.create',
  'acl.delete',
  'topic.create',
];

export interface Chunk {
  /** The same for the same plan. */
  id: string;
  title: string;
  irreversible: boolean;
  works: Work[];
  /** Whether something that cannot be put back comes before. */
  afterIrreversible: boolean;
}

const WORDS: Partial<Record<Work['action'], string>> = {
  'acl.create': 'Give access by {count} ACLs',
  'acl.delete': 'End access by {count} ACLs',
  'topic.create': 'Create {count} topics',
};

/** The steps of a plan, in its order. */
export function chunksOf(works: readonly Work[]): Chunk[] {
  const groups: Work[][] = [];
  for (const work of works) {
    const last = groups.at(-1);
    const joins =
      last !== undefined &&
      last.length < MOST_TOGETHER &&
      last[0].action === work.action &&
      TOGETHER.includes(work.action);
    if (joins) last.push(work);
    else groups.push([work]);
  }
  const counts = new Map<string, number>();
  let afterIrreversible = false;
  return groups.map(group => {
    const [first] = group;
    const number = (counts.get(first.action) ?? 0) + 1;
    counts.set(first.action, number);
    const irreversible = group.some(work => work.irreversible);
    const words = WORDS[first.action] ?? first.title;
    const chunk = {
      id: `${first.action}-${number}`,
      title:
        group.length === 1
          ? first.title
          : words.replace('{count}', String(group.length)),
      irreversible,
      works: group,
      afterIrreversible,
    };
    afterIrreversible ||= irreversible;
    return chunk;
  });
}
