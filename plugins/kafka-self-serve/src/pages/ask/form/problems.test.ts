// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  checkTopicName,
  type Problem,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { distinct, isAt, problemsOf, sayable } from './problems';

const problem: Problem = checkTopicName({ name: '__internal' })[0];

describe('problems of a form', () => {
  it('reads every broken rule out of a refusal, and none out of another failure', () => {
    const body = { error: { details: { problems: [problem] } } };
    expect(problemsOf(Object.assign(new Error('No'), { body }))).toEqual([
      problem,
    ]);
    expect(problemsOf(new TypeError('Failed to fetch'))).toEqual([]);
    expect(problemsOf(undefined)).toEqual([]);
  });

  it('finds what is about a field or a part of it, and nothing of its neighbour', () => {
    expect(isAt(['configs', 'retention.ms'], ['configs'])).toBe(true);
    expect(isAt(['configs', 'retention.ms'], ['configs', 'segment.ms'])).toBe(
      false,
    );
    expect(isAt([], ['configs'])).toBe(false);
  });

  it('does not say that a name is missing while the form is filled in', () => {
    expect(sayable(checkTopicName({ name: '' }))).toEqual([]);
    expect(sayable([problem])).toEqual([problem]);
  });

  it('says a rule once that was asked here and by the server', () => {
    expect(distinct([problem, { ...problem }])).toEqual([problem]);
  });
});
