// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { isKafkaProblemError, KAFKA_PROBLEMS } from './errors';
import { assertAcceptable, problem } from './problems';

function thrownBy(run: () => void): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('problems', () => {
  it('name the value, and say the next step in the message and by itself', () => {
    const found = problem(
      'partitions-decrease',
      { name: 'orders', partitions: 2, current: 6 },
      { path: ['partitions'], value: 2 },
    );
    expect(found).toEqual({
      code: 'partitions-decrease',
      severity: 'error',
      message:
        'The topic "orders" has 6 partitions and cannot go down to "2": Kafka could do it only by deleting the data. Keep 6 or ask for more; for fewer make a new topic and move the data.',
      path: ['partitions'],
      value: 2,
      next: 'Keep 6 or ask for more; for fewer make a new topic and move the data.',
    });
  });

  it.each(Object.entries(KAFKA_PROBLEMS))(
    '%s has a message that ends with the next step, and no value is left out',
    (code, { message, next }) => {
      expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
      expect(message.endsWith(` ${next}`)).toBe(true);
      const names = [...message.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const values = Object.fromEntries(names.map(name => [name, `<${name}>`]));
      const found = problem(code as 'claim-nothing', values as {});
      expect(found.message).not.toMatch(/[{}]/);
      expect(found.message.endsWith(found.next)).toBe(true);
    },
  );

  it('throws the first error with all problems, and nothing for warnings', () => {
    const warning = problem('subject-not-found', { name: 'x' });
    const warn = { ...warning, severity: 'warn' as const };
    expect(() => assertAcceptable([warn])).not.toThrow();
    const error = problem('topic-not-found', { name: 'x' });
    const thrown = thrownBy(() => assertAcceptable([warn, error]));
    expect(isKafkaProblemError(thrown, 'topic-not-found')).toBe(true);
    expect(isKafkaProblemError(thrown, 'topic-orphan')).toBe(false);
    expect(thrown).toMatchObject({
      name: 'InputError',
      message: error.message,
      details: { problems: [warn, error] },
    });
  });
});
